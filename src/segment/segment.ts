/** A document with its normalised text in; out its reports, sections and sentences, in order. */
import type {
  NormalizedSpan,
  NormalizedText,
  ReportSegment,
  Segments,
  Sentence,
  SentenceKind,
  SourceDocument,
} from '../model.js';
import { findMark, findRegionMark, type Mark } from './marks.js';
import { findReports, titleSpan, type ReportStart } from './reports.js';
import { SectionTree } from './sections.js';
import { findSentences, type SentenceParts } from './sentences.js';
import { findCellContexts } from './tables.js';
import { findUnits, type Unit } from './units.js';

export interface SegmentOptions {
  /** Patterns of lines that are page furniture, tested on normalised lines. */
  readonly furniture: readonly RegExp[];
  /** Patterns of lines that links to other pages follow. */
  readonly links?: readonly RegExp[];
}

const LONGEST_HEADING = 60;
/** A first sentence or clause up to this long is taken as the heading of the item that it opens. */
const LONGEST_RUN_IN_HEADING = 40;

/** Divides a text; linear in its length. */
export function segment(
  document: Pick<SourceDocument, 'blocks'>,
  normalized: NormalizedText,
  options: SegmentOptions,
): Segments {
  const { text } = normalized;
  const units = findUnits(document, normalized, options.furniture, options.links ?? []);
  const starts = findReports(text, units);
  const cells = findCellContexts(text, units);
  const tree = new SectionTree();
  const sentences: Sentence[] = [];
  let report = -1;
  units.forEach((unit, index) => {
    while (report + 1 < starts.length && starts[report + 1]!.unit <= index) {
      report++;
      tree.openReport(report === 0 ? 0 : unit.start);
    }
    const isTitle = inTitle(starts[report]!, index);
    const parts = findSentences(text, unit.start, unit.end);
    parts.forEach((part, i) => {
      const mark = isTitle ? null : openSection(text, unit, part, i === 0, tree);
      sentences.push({
        span: { start: part.start, end: part.end },
        kind: isTitle ? 'heading' : kindOf(text, unit, parts, part, mark),
        report,
        section: tree.current,
        paragraph: unit.paragraph,
        clauses: part.clauses,
        cell: cells.get(index) ?? null,
      });
    });
  });
  if (report < 0) tree.openReport(0);
  return {
    reports: reportSegments(units, starts, endOfReports(units, text.length)),
    sections: tree.finish(text.length),
    sentences,
  };
}

const inTitle = ({ title }: ReportStart, unit: number): boolean =>
  title !== null && title.first <= unit && unit <= title.last;

/** What readers have set apart behind all text is no report's: neither its last lines nor its signature. */
function endOfReports(units: readonly Unit[], length: number): number {
  const last = units.findLastIndex(({ block }) => block?.kind !== 'furniture');
  return last < 0 || last === units.length - 1 ? length : units[last]!.end;
}

function reportSegments(
  units: readonly Unit[],
  starts: readonly ReportStart[],
  end: number,
): ReportSegment[] {
  const startOf = (i: number): number =>
    i === 0 ? 0 : i < starts.length ? units[starts[i]!.unit]!.start : end;
  return starts.map(({ title }, i) => ({
    span: { start: startOf(i), end: startOf(i + 1) },
    title: titleSpan(units, title),
  }));
}

/** Opens a section where the sentence starts with a mark or is a heading block; tells the mark. */
function openSection(
  text: string,
  unit: Unit,
  part: SentenceParts,
  first: boolean,
  tree: SectionTree,
): Mark | null {
  if (unit.kind !== 'line' && unit.kind !== 'heading') return null;
  const mark =
    (first ? findRegionMark(text, part.start, part.end) : null) ?? findMark(text, part.start, part.end);
  // a heading that names a region has its own level
  const isOutline = mark?.style === 'region' && unit.kind === 'heading' && unit.block?.level != null;
  const usable = mark && !isOutline && (first || mark.inline) ? mark : null;
  if (usable) {
    tree.open({ ...usable, start: part.start, heading: headingOf(part, usable) });
  } else if (first && unit.kind === 'heading') {
    const level = unit.block?.level ?? 1;
    tree.open({
      style: 'outline',
      ordinal: null,
      level,
      start: part.start,
      heading: { start: part.start, end: part.end },
    });
  }
  return usable;
}

/** The whole sentence where it is short, else its first clause, else the mark alone. */
function headingOf(part: SentenceParts, mark: Mark): NormalizedSpan {
  const { start } = part;
  if (part.end - start <= LONGEST_RUN_IN_HEADING) return { start, end: part.end };
  const end = Math.max(part.clauses[0]!.end, start + mark.length);
  return { start, end: end - start <= LONGEST_RUN_IN_HEADING ? end : start + mark.length };
}

function kindOf(
  text: string,
  unit: Unit,
  parts: readonly SentenceParts[],
  part: SentenceParts,
  mark: Mark | null,
): SentenceKind {
  if (unit.kind !== 'line') return unit.kind;
  if (!mark || parts.length > 1 || part.end - part.start > LONGEST_HEADING) return 'body';
  const words = text.slice(part.start + mark.length, part.end);
  // a line of its own without a sentence end; one with a count is an item of a list, not a heading
  // takes 。 or a digit
  const pattern =
    mark.style === 'numeral' || mark.style === 'bracketed-numeral' ? /[。！？]$/ : /[。！？]$|\d/;
  return pattern.test(words) ? 'body' : 'heading';
}
