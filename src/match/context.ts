/** Segments and quantities → for each quantity the windows in which rules look for their cues. */
import type { Direction, NormalizedSpan, Quantity, Segments, Sentence } from '../model.js';

import { findLabels } from './labels.js';
import { findRespectiveNouns } from './respectively.js';

/** How far `before` and `after` reach, in characters. */
const REACH = 24;
/** How much of a long sentence or clause is looked at on each side. */
const FAR = 240;

/** A quantity where it stands, with its windows. */
export interface QuantityContext {
  readonly quantity: Quantity;
  /** Index into `Segments.sentences`. */
  readonly index: number;
  readonly sentence: Sentence;
  readonly clause: NormalizedSpan;
  /** Canonical unit of the quantity in front of it in the document; null where there is none. */
  readonly previousUnit: string | null;
  /** Start of each window in the normalised text; null where the window is no part of it. */
  readonly starts: Readonly<Record<Direction, number | null>>;
  readonly windows: Readonly<Record<Direction, string>>;
}

/** What is said of a number away from it. */
interface Above {
  readonly headings: string;
  readonly label: string;
  /** What stands in step with it (A、B分别为…), in the place of what stands in front. */
  readonly noun: string | null;
}

interface Neighbours {
  /** Where the phrase of the quantity before it ends, and that of the one behind it starts. */
  readonly previousEnd: number;
  readonly previousUnit: string | null;
  readonly nextStart: number;
}

/** The words of the headings above a sentence, innermost first. */
function headingsOf(text: string, segments: Segments, sentence: Sentence): string {
  const words: string[] = [];
  for (let at: number | null = sentence.section; at !== null; at = segments.sections[at]?.parent ?? null) {
    const heading = segments.sections[at]?.heading;
    if (heading) words.push(text.slice(heading.start, heading.end));
  }
  return words.join('\n');
}

function clauseAt(sentence: Sentence, at: number): number {
  const { clauses } = sentence;
  let low = 0;
  let high = clauses.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (clauses[middle]!.start <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where `before` begins: colons do not end it (参与人数：1200人), commas and the last quantity do. */
function beforeStart(text: string, sentence: Sentence, clauseIndex: number, earliest: number): number {
  let at = clauseIndex;
  while (
    at > 0 &&
    sentence.clauses[at]!.start > earliest &&
    /[：:]\s*$/.test(text.slice(sentence.clauses[at - 1]!.start, sentence.clauses[at]!.start))
  )
    at--;
  return Math.max(sentence.clauses[at]?.start ?? sentence.span.start, earliest);
}

function contextOf(
  text: string,
  segments: Segments,
  index: number,
  { headings, label, noun }: Above,
  quantity: Quantity,
  { previousEnd, previousUnit, nextStart }: Neighbours,
): QuantityContext {
  const sentence = segments.sentences[index]!;
  const { start, end } = quantity.phrase;
  const clauseIndex = clauseAt(sentence, quantity.span.start);
  const clause = sentence.clauses[clauseIndex] ?? sentence.span;
  const from = beforeStart(text, sentence, clauseIndex, Math.max(previousEnd, start - REACH));
  const starts = {
    before: noun === null ? Math.min(start, from) : null,
    after: end,
    clause: Math.max(clause.start, start - FAR),
    lead: Math.max(sentence.span.start, start - FAR),
    sentence: Math.max(sentence.span.start, start - FAR),
    header: null,
    section: null,
    unit: null,
  };
  const header = sentence.cell
    ? [...sentence.cell.columnHeaders, ...sentence.cell.rowHeaders, sentence.cell.caption ?? ''].join('\n')
    : label;
  return {
    quantity,
    index,
    sentence,
    clause,
    previousUnit,
    starts,
    windows: {
      before: noun ?? text.slice(starts.before!, start),
      after: text.slice(end, Math.max(end, Math.min(clause.end, nextStart, end + REACH))),
      clause: text.slice(starts.clause, Math.min(clause.end, end + FAR)),
      lead: text.slice(starts.lead, quantity.span.start),
      sentence: text.slice(starts.sentence, Math.min(sentence.span.end, end + FAR)),
      header,
      section: headings,
      unit: quantity.unitText ?? '',
    },
  };
}

/** One context for each quantity that stands in a sentence, in order; linear in their number. */
export function buildContexts(
  text: string,
  segments: Segments,
  quantities: readonly Quantity[],
): QuantityContext[] {
  const contexts: QuantityContext[] = [];
  const { sentences } = segments;
  const labels = findLabels(text, sentences, quantities);
  let index = 0;
  let section = -1;
  let headings = '';
  let nouns: ReadonlyMap<number, string> = new Map();
  let firstOfSentence = 0;
  let within = -1;
  quantities.forEach((quantity, position) => {
    const at = quantity.span.start;
    while (index < sentences.length && sentences[index]!.span.end <= at) index++;
    const sentence = sentences[index];
    if (!sentence || sentence.span.start > at) return;
    if (sentence.section !== section) {
      section = sentence.section;
      headings = headingsOf(text, segments, sentence);
    }
    if (index !== within) {
      [within, firstOfSentence] = [index, position];
      let end = position;
      while (end < quantities.length && quantities[end]!.span.start < sentence.span.end) end++;
      nouns = findRespectiveNouns(text, sentence, quantities.slice(position, end));
    }
    const previous = quantities[position - 1];
    const previousEnd = previous?.phrase.end ?? 0;
    const nextStart = quantities[position + 1]?.phrase.start ?? text.length;
    const above = {
      headings,
      label: labels.get(index) ?? '',
      noun: nouns.get(position - firstOfSentence) ?? null,
    };
    contexts.push(
      contextOf(text, segments, index, above, quantity, {
        previousEnd,
        previousUnit: previous?.unit ?? null,
        nextStart,
      }),
    );
  });
  return contexts;
}
