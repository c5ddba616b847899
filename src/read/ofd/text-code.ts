/** Takes a text code of a text object; gives its characters with their places in the object's own space. */
import { printedText } from '../page/printed-text.js';
import { numberOf, type Element } from './element.js';

export interface PlacedChar {
  readonly char: string;
  readonly x: number;
  readonly y: number;
}

// Line ends around a text come from a formatter of XML: takes '\n   名', not ' 名'.
const FORMATTING = /^\s*\n\s*|\s*\n\s*$/g;

export interface Start {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Degrees; 90 is downwards. */
  readonly reading: number;
  /** Of characters to glyphs. */
  readonly transforms: readonly Element[];
}

/** The characters of a text code in the object's space; steps that are not told are as wide as the character. */
export function placeChars(code: Element, { x, y, width, reading, transforms }: Start): PlacedChar[] {
  const text = printedText(code.text.replace(FORMATTING, ''));
  const points = Array.from(text);
  const deltasX = code.attributes['DeltaX'];
  const deltasY = code.attributes['DeltaY'];
  const told = deltasX !== undefined || deltasY !== undefined;
  const given = [steps(deltasX, 2 * text.length), steps(deltasY, 2 * text.length)];
  const count = Math.max(...given.map((list) => list.length));
  // Some count a character outside the basic plane as the two units of UTF-16.
  const chars = count === text.length - 1 ? text.split('') : points;
  const glyphs = glyphCounts(chars.length, transforms);
  const [xs, ys] = (glyphs ? perCharacter(given, glyphs, count) : given) as [number[], number[]];
  const [along, across] = [Math.cos((reading * Math.PI) / 180), Math.sin((reading * Math.PI) / 180)];
  const placed: PlacedChar[] = [];
  chars.forEach((char, index) => {
    placed.push({ char, x, y });
    const advance = reading % 180 === 0 ? emsOf(char) * width : width;
    const beyond = !told || index >= Math.max(xs.length, ys.length);
    x += xs[index] ?? (beyond ? advance * along : 0);
    y += ys[index] ?? (beyond ? advance * across : 0);
  });
  return placed;
}

/**
 * How many glyphs each character is drawn with, of several that share one only the first; null where each has one.
 */
function glyphCounts(length: number, transforms: readonly Element[]): number[] | null {
  let counts: number[] | null = null;
  for (const { attributes } of transforms) {
    const [from, codes, glyphs] = ['CodePosition', 'CodeCount', 'GlyphCount'].map(
      (name) => numberOf(attributes[name]) ?? 1,
    ) as [number, number, number];
    if (codes === glyphs || !(from >= 0) || !(from + codes <= length)) continue;
    counts ??= Array.from({ length }, () => 1);
    for (let index = 0; index < codes; index += 1) counts[from + index] = index === 0 ? glyphs : 0;
  }
  return counts;
}

/** Steps are told for glyphs where ligatures make them fewer, or split characters more, than the characters. */
function perCharacter(lists: number[][], glyphs: readonly number[], count: number): number[][] {
  if (count !== glyphs.reduce((sum, one) => sum + one, 0) - 1) return lists;
  return lists.map((list) => {
    let at = 0;
    if (list.length === 0) return list;
    return glyphs.map((one) => list.slice(at, (at += one)).reduce((sum, step) => sum + step, 0));
  });
}

/** A list of steps, in which `g 3 5.5` is short for `5.5 5.5 5.5`; not more of them than are needed. */
function steps(list: string | undefined, most: number): number[] {
  const words = (list ?? '').split(/[\s,]+/).filter((word) => word !== '');
  const values: number[] = [];
  for (let index = 0; index < words.length && values.length < most; index += 1) {
    const repeated = words[index] === 'g';
    const count = repeated ? Number(words[index + 1]) : 1;
    const value = Number(words[repeated ? index + 2 : index]);
    if (repeated) index += 2;
    if (!Number.isFinite(value) || !(count >= 1)) continue;
    for (let times = 0; times < count && values.length < most; times += 1) values.push(value);
  }
  return values;
}

/**
 * Widths of characters whose font is not read. Chinese fonts make every ASCII character half as wide as a Chinese one;
 * a smaller guess for the point would put a blank into 12.8.
 */
export function emsOf(char: string): number {
  if (char.charCodeAt(0) >= 0x80) return 1;
  if (WIDE.has(char)) return 0.8;
  return char >= 'A' && char <= 'Z' ? 0.68 : 0.5;
}
const WIDE = new Set('mwMW@%&');
