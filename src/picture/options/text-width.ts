/** Text in → how wide it will be, and its lines; by the same estimate everywhere, so that a picture does not depend on a machine's fonts. */
import stringWidth from 'string-width';

/** Of the height of the letters; a Han character takes two columns, and most Latin letters a little more than one half. */
const COLUMN = 0.54;

/** In pixels, for letters of this size. */
export const widthOf = (text: string, size: number): number => Math.ceil(stringWidth(text) * size * COLUMN);

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
