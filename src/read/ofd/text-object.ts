/** Takes a text object of a page; gives its characters as straight pieces with their places on the page. */
import { transformed, type Matrix } from '../page/matrix.js';
import { childrenNamed, numberOf, type Element } from './element.js';
import { emsOf, placeChars, type PlacedChar } from './text-code.js';

/** Where a piece runs to on the page: right, down, left, up; null: askew. */
export type Direction = 0 | 1 | 2 | 3 | null;

/** Characters along one direction; points, y downwards. */
export interface TextPiece {
  readonly text: string;
  readonly direction: Direction;
  /** Of the first character's origin. */
  readonly x: number;
  readonly y: number;
  /** From the first character's origin to the end of the last. */
  readonly length: number;
  /** Of the font. */
  readonly size: number;
}

/** Of texts that leave it out, against the standard: 10.5 points in millimetres. */
const SIZE = 3.7;
/** Blanks this wide, in ems, end a piece: what stands behind may be another column's. */
const APART = 0.6;
/** A step may stray so far from its direction, as a share of its length. */
const STRAY = 0.1;
/** Places are rounded; without it one full-width blank would be an em here and less there. In ems. */
const ROUNDING = 0.03;
/** In ems; less is no step. */
const STILL = 0.05;

// A blank of any width: takes ' ' and U+3000, not '。'.
const BLANK = /^\s$/u;
/** `matrix` takes the object's own space to the page. */
export function readTextObject(object: Element, matrix: Matrix): TextPiece[] {
  const size = numberOf(object.attributes['Size']) ?? SIZE;
  const width = (numberOf(object.attributes['HScale']) ?? 1) * size;
  const height = size * Math.hypot(matrix[2], matrix[3]);
  if (!(height > 0) || !Number.isFinite(height)) return [];
  const reading = numberOf(object.attributes['ReadDirection']) ?? 0;
  const upright = directionOf(matrix[0], matrix[1]);
  const transforms = childrenNamed(object, 'CGTransform');
  const widthOnPage = width * Math.hypot(matrix[0], matrix[1]);
  const pieces: TextPiece[] = [];
  // What a text code leaves out holds as in the one before (GB/T 33190, 11.3).
  let [x, y] = [0, 0];
  for (const code of childrenNamed(object, 'TextCode')) {
    x = numberOf(code.attributes['X']) ?? x;
    y = numberOf(code.attributes['Y']) ?? y;
    const chars = placeChars(code, { x, y, width, reading, transforms }).map((placed) => {
      const [pageX, pageY] = transformed(matrix, placed.x, placed.y);
      return { char: placed.char, x: pageX, y: pageY };
    });
    for (const straight of straightRows(chars, upright, height))
      for (const piece of piecesOf(straight, height, widthOnPage)) pieces.push(piece);
  }
  return pieces;
}

function directionOf(dx: number, dy: number): Direction {
  const [x, y] = [Math.abs(dx), Math.abs(dy)];
  if (y <= STRAY * x && x > 0) return dx > 0 ? 0 : 2;
  if (x <= STRAY * y && y > 0) return dy > 0 ? 1 : 3;
  return null;
}

interface StraightRow {
  readonly chars: PlacedChar[];
  direction: Direction;
}

/** Cuts where the next character stands in another direction; a character alone runs as its glyph stands. */
function straightRows(chars: readonly PlacedChar[], upright: Direction, size: number): StraightRow[] {
  const rows: StraightRow[] = [];
  let last: PlacedChar | null = null;
  for (const char of chars) {
    const row = rows.at(-1);
    const [dx, dy] = last ? [char.x - last.x, char.y - last.y] : [0, 0];
    const still = Math.hypot(dx, dy) < STILL * size;
    const direction = still ? (row?.direction ?? upright) : directionOf(dx, dy);
    last = char;
    if (row && goesOn(row, direction, upright)) {
      row.chars.push(char);
      row.direction = direction;
    } else rows.push({ chars: [char], direction: upright });
  }
  return rows;
}

/** Against the glyphs nothing is written; askew steps belong together only where the glyphs are askew. */
function goesOn(row: StraightRow, direction: Direction, upright: Direction): boolean {
  if (direction === null || upright === null) return direction === upright;
  if ((direction + 2) % 4 === upright) return false;
  return row.chars.length === 1 || row.direction === direction;
}

/** The words of a row, cut where wide blanks set them apart. */
function piecesOf({ chars, direction }: StraightRow, size: number, width: number): TextPiece[] {
  const pieces: TextPiece[] = [];
  let words: { text: string; start: PlacedChar; end: number } | null = null;
  let blank = false;
  const finish = (): void => {
    if (!words) return;
    const { text, start, end } = words;
    pieces.push({ text, direction, x: start.x, y: start.y, length: end, size });
    words = null;
  };
  for (const char of chars) {
    if (BLANK.test(char.char)) {
      blank = true;
      continue;
    }
    const from = words ? Math.hypot(char.x - words.start.x, char.y - words.start.y) : 0;
    if (words && from - words.end >= APART * size) finish();
    const ems = direction === 1 || direction === 3 ? 1 : emsOf(char.char);
    const advance = (ems + ROUNDING) * width;
    if (words) {
      words.text += (blank ? ' ' : '') + char.char;
      words.end = Math.max(words.end, from + advance);
    } else words = { text: char.char, start: char, end: advance };
    blank = false;
  }
  finish();
  return pieces;
}
