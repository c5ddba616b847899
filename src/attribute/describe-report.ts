/** Takes one report's text and mentions; gives its title, issuer, region and date. */
import type { NormalizedSpan, Region, RegionModel, ReportSegment } from '../model.js';
import type { DivisionIndex } from './division-index.js';
import { type LocatedMention, startingIn } from './located-mentions.js';
import { BODY_NAME, type Line, MASTHEAD, findIssuer, findTitle, headOf, splitLines } from './report-lines.js';
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
  readonly regionModel: RegionModel;
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
  readonly receiver: ReportRegion['receiver'];
  readonly rival: ReportRegion['rival'];
  readonly candidates: ReportRegion['candidates'];
}

/** 1 for code units that only traditional script has: takes 會 (社會服務), 個; must not take 会, 个, nor 台. */
const TRADITIONAL = new Uint8Array(0x10000);
for (const char of '個會與務義區處員們來對時間長開關發動黨灣臺') TRADITIONAL[char.charCodeAt(0)] = 1;

/** A text in traditional script shows it in as many characters. */
const SAMPLE = 4000;

function isTraditional(source: string): boolean {
  const end = Math.min(source.length, SAMPLE);
  for (let at = 0; at < end; at += 1) if (TRADITIONAL[source.charCodeAt(at)] === 1) return true;
  return false;
}

const LETTERHEAD_LENGTH = 30;
// A line of the head that names the report's body: takes 江苏精神文明建设简报, 某县融媒体中心; must not take a headline.
const LETTERHEAD = /(?:简报|快报|战报|日报表|周报|月报|专报|通讯|动态)$/;

/** Lines and first sentences that a headline may be in; what leads through a site (首页 > 动态) tells nothing. */
const HEADS = 4;
const HEAD_LENGTH = 80;
const BREADCRUMBS = /[>»|｜│]|位置[:：]|首页/;

// A line of a page's own data: takes 发布机构: 某县乡村振兴局, 名 称：某县2023年工作总结, 填报：某县科协; must not take 来源：群众捐款8万元.
const FIELD =
  /^(?:发布机构|发布单位|发文单位|发文机关|公开机构|编制单位|填报单位|制表单位|报送单位|主办单位|填\s?报|供\s?稿|名\s?称|标\s?题|信息来源)\s?[:：]\s?/;

// The body that a page names as its source: takes 青海省红十字会 (时间：2023-12-22 来源：青海省红十字会 浏览次数); must not take 某市政府网.
const SOURCE = /来源\s?[:：]\s?(\p{Script=Han}{4,24})(?=[\s，。)）\]]|$)/u;
const OUTLET = /(?:网站?|报社?|台|社|频道|客户端|公众号|中心|平台|发布)$/;

/** Where a line names its source, that name, if it is a body's. */
function sourceOf(line: Line): Line[] {
  const found = SOURCE.exec(line.text);
  const name = found?.[1];
  if (found === null || name === undefined || OUTLET.test(name) || !BODY_NAME.test(name)) return [];
  const start = line.start + found.index + found[0].length - name.length;
  return [{ start, end: start + name.length, text: name }];
}

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

/** The first lines; of a long one its first sentence. */
function headlinesOf(head: readonly Line[]): NormalizedSpan[] {
  return head.slice(0, HEADS).map(({ start, text }) => {
    const stop = text.indexOf('。');
    return { start, end: start + Math.min(stop < 0 ? text.length : stop, HEAD_LENGTH) };
  });
}

/** A report as a whole. Unknown parts are null. */
export function describeReport(input: ReportInput): ReportDescription {
  const { text, segment, index } = input;
  const lines = splitLines(text, segment.span);
  const title = segment.title === null ? findTitle(lines) : trimmed(text, segment.title);
  const signature = findSignature(lines);
  const issuer = signature?.issuer ?? findIssuer(lines);
  const head = headOf(lines).filter(({ start }) => start !== title?.start);
  const fields = head.flatMap((line) => {
    const name = FIELD.exec(line.text)?.[0].length ?? 0;
    return name === 0 ? [] : [{ ...line, start: line.start + name, text: line.text.slice(name) }];
  });
  const mastheads = head.filter(({ text: words }) => MASTHEAD.test(words));
  const crumbs = head.filter(({ text: words }) => BREADCRUMBS.test(words));
  const letterhead = head
    .slice(0, 6)
    .filter((line) => !mastheads.includes(line))
    .filter(
      ({ text: words }) =>
        words.length <= LETTERHEAD_LENGTH &&
        !/[。，；]/.test(words) &&
        (BODY_NAME.test(words) || LETTERHEAD.test(words)),
    );
  const told = findReportRegion(
    {
      text,
      span: segment.span,
      traditional: isTraditional(input.source),
      index,
      // who owns the site is not who reports
      mentions: startingIn(input.mentions, segment.span).filter(
        ({ start }) => !mastheads.some((line) => line.start <= start && start < line.end),
      ),
      selfWords: startingIn(input.selfWords, segment.span),
      title,
      issuers: [...(issuer === null ? [] : [issuer]), ...fields, ...letterhead, ...head.flatMap(sourceOf)],
      heads: headlinesOf(head.filter((line) => !mastheads.includes(line) && !crumbs.includes(line))),
      tail: lines.slice(-2),
      crumbs,
    },
    input.regionModel,
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
    date,
    year,
    ...told,
  };
}
