/** Takes recognised rows; gives runs of text with their places, their font sizes and how sure each word is. */
import type { Run } from '../page/run.js';
import type { RecognisedRow, RecognisedWord } from './engine.js';

// An ideograph: takes '汉', not '1', 'A' nor '，'.
const HAN = /\p{Script=Han}/u;
// Digits and Latin letters at the end and the start of a word: takes '2020' and 'App', not '年'.
const NARROW_END = /[0-9A-Za-z]$/;
const NARROW_START = /^[0-9A-Za-z]/;
// What is printed at the left of the square it takes, and what at its right: takes '，' and '（', not '.' of '1.5'.
const CLOSES = /[，。；：、！？）》〉】〕」』”’,;:!?)]$/u;
const OPENS = /^[（《〈【〔「『“‘(]/u;
/** A wider gap shows as a blank anyway; in ems. */
const SEEN_GAP = 0.15;
/** Digits are so high, in ems of their font. */
const DIGIT_HEIGHT = 0.72;
/** Sizes that differ by no more than this are one font's. */
const SAME_FONT = 0.14;
const SAME_HEIGHT = 0.2;

/** @param scale points per pixel */
export function runsOfRows(rows: readonly RecognisedRow[], scale: number): Run[] {
  const sizes = sizesOf(rows);
  return rows.flatMap((row, index) => runsOfRow(row, sizes[index]!, scale));
}

/** The size of most characters, in pixels; null where there are none to tell by. */
export function bodyEm(rows: readonly RecognisedRow[]): number | null {
  const steps = rows.flatMap(hanSteps);
  return steps.length >= 3 ? median(steps) : null;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

interface Placed {
  readonly text: string;
  readonly left: number;
  readonly height: number;
}

const symbolsOf = ({ words }: RecognisedRow): Placed[] =>
  words.flatMap(({ symbols }) =>
    symbols.map(({ text, bbox }) => ({ text, left: bbox.x0, height: bbox.y1 - bbox.y0 })),
  );

/** From one ideograph to the next: an em each. */
function hanSteps(row: RecognisedRow): number[] {
  const symbols = symbolsOf(row);
  return symbols.flatMap(({ text, left }, index) => {
    const next = symbols[index + 1];
    return next && HAN.test(text) && HAN.test(next.text) && next.left > left ? [next.left - left] : [];
  });
}

/** The font size of each row; rows of nearly the same size have the same. */
function sizesOf(rows: readonly RecognisedRow[]): number[] {
  const body = bodyEm(rows);
  const bodyHeight = rows.length > 0 ? median(rows.map(heightOf)) : 0;
  const fonts: number[] = body === null ? [] : [body];
  return rows.map((row) => {
    const size = sizeOf(row, body);
    if (body !== null && isLike(row, size, body, bodyHeight)) return body;
    const known = fonts.find((font) => Math.abs(font - size) <= SAME_FONT * font);
    if (known !== undefined) return known;
    fonts.push(size);
    return size;
  });
}

/** Steps of few characters are inexact: a font that is not the body's shows in the height as well. */
function isLike(row: RecognisedRow, size: number, body: number, bodyHeight: number): boolean {
  const [wider, higher] = [size / body - 1, heightOf(row) / bodyHeight - 1];
  return Math.abs(wider) <= SAME_FONT || Math.abs(higher) <= SAME_HEIGHT || wider * higher < 0;
}

const heightOf = ({ bbox }: RecognisedRow): number => bbox.y1 - bbox.y0;

function sizeOf(row: RecognisedRow, body: number | null): number {
  const steps = hanSteps(row);
  if (steps.length >= 3) return median(steps);
  const digits = symbolsOf(row).flatMap(({ text, height }) => (/\d/.test(text) ? [height] : []));
  if (digits.length > 0) return median(digits) / DIGIT_HEIGHT;
  return body ?? heightOf(row);
}

function runsOfRow(row: RecognisedRow, size: number, scale: number): Run[] {
  const bottoms = row.words.flatMap(({ symbols }) =>
    symbols.flatMap(({ bbox }) => (bbox.y1 - bbox.y0 >= 0.5 * size ? [bbox.y1] : [])),
  );
  const y = (bottoms.length > 0 ? median(bottoms) : row.bbox.y1) * scale;
  const ends = endsOf(row.words, size);
  return row.words.map(({ text, confidence }, index): Run => {
    const before = row.words[index - 1]?.text ?? '';
    // Tesseract saw a blank between two numbers: what is printed apart is not put together, however narrow the gap.
    const { left, right } = ends[index]!;
    const gap = left - (ends[index - 1]?.right ?? -Infinity);
    const apart = NARROW_END.test(before) && NARROW_START.test(text) && gap <= SEEN_GAP * size;
    return {
      text: apart ? ` ${text}` : text,
      left: left * scale,
      right: right * scale,
      y,
      size: size * scale,
      confidence,
    };
  });
}

/** Left and right ends in order: boxes of neighbours overlap, and punctuation takes a square of which it fills a part. */
function endsOf(words: readonly RecognisedWord[], size: number): { left: number; right: number }[] {
  const ends = words.map(({ bbox }) => ({ left: bbox.x0, right: bbox.x1 }));
  for (const [index, end] of ends.entries()) {
    const previous = ends[index - 1];
    if (previous) end.left = Math.max(end.left, previous.left + 1);
    const next = ends[index + 1]?.left ?? Infinity;
    const width = widest(words[index]!.text) * size;
    end.right = Math.max(Math.min(end.right, next, end.left + width), end.left + 1);
  }
  for (const [index, { text }] of words.entries()) {
    const [end, previous, next] = [ends[index]!, ends[index - 1], ends[index + 1]];
    const betweenDigits =
      NARROW_END.test(words[index - 1]?.text ?? '') && NARROW_START.test(words[index + 1]?.text ?? '');
    if (betweenDigits) continue;
    if (CLOSES.test(text))
      end.right = Math.min(Math.max(end.right, end.right + 0.6 * size), next?.left ?? Infinity);
    if (OPENS.test(text)) end.left = Math.max(end.left - 0.6 * size, previous?.right ?? -Infinity);
  }
  return ends;
}

/** No word is wider than its characters at an em each, and a little. */
const widest = (text: string): number => Array.from(text).length + 0.3;
