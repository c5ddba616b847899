/** Takes one report's text and mentions; gives its title, issuer, region and date. */
import type { NormalizedSpan, Region, ReportSegment } from '../model.js';
import type { DivisionIndex } from './division-index.js';
import { type LocatedMention, startingIn } from './located-mentions.js';
import { type Line, findIssuer, findTitle, headOf, splitLines } from './report-lines.js';
import { findReportTime } from './report-date.js';
import { type ReportRegion, findReportRegion } from './report-region.js';
import type { SelfWord } from './self-words.js';
import { findSignature } from './signature.js';

export interface ReportInput {
  readonly text: string;
  /** The report's text before it was normalised; its page furniture is still in. */
  readonly source: string;
  readonly segment: ReportSegment;
  readonly index: DivisionIndex;
  /** The document's; those outside the report are not looked at. */
  readonly mentions: readonly LocatedMention[];
  readonly selfWords: readonly SelfWord[];
}

export interface ReportDescription {
  readonly title: string | null;
  readonly issuer: string | null;
  readonly region: Region;
  /** ISO date; see `findReportTime`. */
  readonly date: string | null;
  /** Of the date; where there is none, of the title or of the dates that the text writes out. */
  readonly year: number | null;
  /** Codes that the report names beyond doubt. */
  readonly evidence: ReportRegion['evidence'];
  readonly ambiguous: ReportRegion['ambiguous'];
  readonly blankedRank: ReportRegion['blankedRank'];
}

const LETTERHEAD_LENGTH = 30;

const trimmed = (text: string, span: NormalizedSpan): Line => {
  const raw = text.slice(span.start, span.end);
  const words = raw.trim();
  const start = span.start + raw.indexOf(words);
  return { start, end: start + words.length, text: words };
};

// A line that says what time its title is about: takes （2022年1-6月）; must not take （2022年3月5日在…会议上）.
const PERIOD_LINE = /^（\d{4}年(?!\d{1,2}月\d)[^（）。，]{0,12}）$/;

function periodBelow(lines: readonly Line[], title: Line): string {
  const below = lines.find(({ start }) => start >= title.end);
  return below && PERIOD_LINE.test(below.text) ? below.text : '';
}

/** A report as a whole. Unknown parts are null. */
export function describeReport(input: ReportInput): ReportDescription {
  const { text, segment, index } = input;
  const lines = splitLines(text, segment.span);
  const title = segment.title === null ? findTitle(lines) : trimmed(text, segment.title);
  const signature = findSignature(lines);
  const issuer = signature?.issuer ?? findIssuer(lines);
  // 江苏精神文明建设简报: a letterhead is a short line of the head
  const letterhead = headOf(lines)
    .slice(0, 6)
    .filter(
      (line) =>
        line.text.length <= LETTERHEAD_LENGTH && !/[。，；]/.test(line.text) && line.start !== title?.start,
    );
  const { region, evidence, ambiguous, blankedRank } = findReportRegion(
    {
      text,
      index,
      mentions: startingIn(input.mentions, segment.span),
      selfWords: startingIn(input.selfWords, segment.span),
      title,
      issuers: issuer === null ? letterhead : [issuer, ...letterhead],
    },
    segment.span,
  );
  const { date, year } = findReportTime(
    lines,
    title && title.text + periodBelow(lines, title),
    signature?.date ?? null,
    input.source,
  );
  return {
    title: title?.text || null,
    issuer: issuer?.text ?? null,
    region,
    date,
    year,
    evidence,
    ambiguous,
    blankedRank,
  };
}
