/** A figure and its document's text → the sentence around its number on one line, as an example of a rule file has it. */
import type { FigureRecord } from '../model.js';
import type { CodePointIndex } from '../text/span.js';

/** A document's text, with the index that leads into it. */
export interface IndexedText {
  readonly text: string;
  readonly index: CodePointIndex;
}

/** What an example says of a place: `at` stands in `text`. */
export interface ExampleText {
  readonly text: string;
  readonly at: string;
}

/** The number with what stands in front of it and behind it. */
interface Around {
  readonly before: string;
  readonly at: string;
  readonly after: string;
}

/** Longer sentences say nothing that a reader could follow. In characters. */
const LONGEST = 300;
// takes a line end with the blanks around it; leaves a blank between two words
const LINE_BREAK = /[ \t\u3000]*[\r\n][ \t\r\n\u3000]*/g;
// takes ESC, a mark that turns the writing direction and half a surrogate pair; leaves 志 and a blank
const UNWRITABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029\ufffd]/gu;
// takes all up to the last ， of `招募志愿者，其中`; leaves the comma of 2,046
const UP_TO_CLAUSE = /^[^]*(?:[，。；！？;]|,(?!\d))/;
// takes the first ， and all behind it; leaves the comma of 2,046
const FROM_CLAUSE_END = /(?:[，。；！？;]|,(?!\d))[^]*$/;

/**
 * The sentence of a figure; where it is too long or holds characters that no rule file should, its clause.
 * @returns null where the clause is no better, and for cells of tables, whose headers stand elsewhere
 */
export function exampleTextOf(figure: FigureRecord, document: IndexedText): ExampleText | null {
  if (figure.cell !== null) return null;
  const sentence = sentenceAround(figure, document);
  if (!sentence) return null;
  return [sentence, clauseOf(sentence)].map(joined).find(isWritable) ?? null;
}

/** The quote is a slice of the text that holds the number: the one that begins nearest in front of it. */
function sentenceAround({ start, end, quote }: FigureRecord, { text, index }: IndexedText): Around | null {
  const [from, to] = [index.toCodeUnit(start), index.toCodeUnit(end)];
  const begins = text.lastIndexOf(quote, from);
  if (begins < 0 || begins + quote.length < to) return null;
  return {
    before: onOneLine(text.slice(begins, from)),
    at: onOneLine(text.slice(from, to)),
    after: onOneLine(text.slice(to, begins + quote.length)),
  };
}

/** Without line ends and tabs: Han text goes on across a line end; Latin words stay apart. */
export const onOneLine = (text: string): string =>
  text
    .replace(LINE_BREAK, (found, offset: number) => {
      const apart = /[A-Za-z]/.test(text[offset - 1] ?? '') && /[A-Za-z]/.test(text[offset + found.length] ?? '');
      return apart ? ' ' : '';
    })
    .replace(/\t/g, ' '); // prettier-ignore

const clauseOf = ({ before, at, after }: Around): Around => ({
  before: before.replace(UP_TO_CLAUSE, ''),
  at,
  after: after.replace(FROM_CLAUSE_END, ''),
});

const joined = ({ before, at, after }: Around): ExampleText => ({
  text: `${before}${at}${after}`.trim(),
  at: at.trim(),
});

const isWritable = ({ text, at }: ExampleText): boolean =>
  at !== '' && Array.from(text).length <= LONGEST && writable(text) === text;

/** Without characters that no rule file should hold. */
export const writable = (text: string): string => text.replace(UNWRITABLE, '');
