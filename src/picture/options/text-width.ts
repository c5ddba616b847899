/** Text in → how wide it will be, and its lines; by the same estimate everywhere, so that a picture does not depend on a machine's fonts. */
import stringWidth from 'string-width';

/** A terminal column, of the height of the letters: a Han character takes two, and few Latin ones more than one. */
const COLUMN = 0.54;

// the narrow letters, the wide ones and capitals of usual fonts, as shares of their height
const LETTERS: readonly (readonly [pattern: RegExp, width: number])[] = [
  [/[ijlftrI.,:;'!|() ]/, 0.36],
  [/[mwMW@%]/, 0.95],
  [/[A-Z]/, 0.72],
];

/** In pixels, for letters of this size; rather too wide than too narrow. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const character of text)
    width +=
      LETTERS.find(([pattern]) => pattern.test(character))?.[1] ??
      Math.max(0.58, stringWidth(character) * COLUMN);
  return Math.ceil(width * size);
}

export const widestOf = (texts: readonly string[], size: number): number =>
  Math.max(0, ...texts.map((text) => widthOf(text, size)));

/** How many terminal columns fit. */
export const columnsIn = (pixels: number, size: number): number => Math.floor(pixels / (size * COLUMN));

// a Han character or a mark is a piece of its own, other letters are kept together; no line starts with a mark
const PIECE =
  /[\p{Script=Han}（](?:[，、；：。）]|, )*|[^\s\p{Script=Han}（，、；：。）]+[，、；：。）]*|\s+|./gu;

/** Lines of at most so many columns. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of [...text.matchAll(PIECE)].flatMap(([each]) => splitLong(each, columns))) {
    if (line !== '' && stringWidth(line + piece.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}

/** What is longer than a line has no place to break: it breaks where the line ends. */
function splitLong(piece: string, columns: number): string[] {
  if (stringWidth(piece.trimEnd()) <= columns) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const character of piece) {
    if (part !== '' && stringWidth(part + character) > columns) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}
