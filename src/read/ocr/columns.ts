/** Takes a page's picture; says whether its text runs in columns, so that the layout has to be found before it is read. */
import type { GreyImage } from './grey-image.js';

/** Darker is print. */
const PRINT = 140;
/** Print is looked for in squares of so many ems. */
const SQUARE = 0.25;
/** A gutter is so many squares wide, and lies between these shares of the text's width. */
const [WIDTH, FIRST, LAST] = [5, 0.25, 0.75];
/** So many of the rows with print have print on both sides of it, and so many of those leave it free. */
const [BOTH_SIDES, FREE] = [0.4, 0.75];

/** @param em the size of most characters, in pixels */
export function runsInColumns(image: GreyImage, em: number): boolean {
  const rows = inkOf(image, Math.max(2, Math.round(SQUARE * em))).filter((row) => row.includes(1));
  if (rows.length === 0) return false;
  const left = Math.min(...rows.map((row) => row.indexOf(1)));
  const right = Math.max(...rows.map((row) => row.lastIndexOf(1)));
  const [from, to] = [FIRST, LAST].map((share) => Math.round(left + share * (right - left)));
  for (let at = from!; at + WIDTH <= to!; at += 1) {
    const both = rows.filter((row) => row.indexOf(1) < at && row.lastIndexOf(1) >= at + WIDTH);
    const free = both.filter((row) => !row.subarray(at, at + WIDTH).includes(1));
    if (both.length >= BOTH_SIDES * rows.length && free.length >= FREE * both.length) return true;
  }
  return false;
}

/** Row by row of squares, 1 where a square holds print. */
function inkOf({ width, height, grey }: GreyImage, square: number): Uint8Array[] {
  const columns = Math.ceil(width / square);
  const rows = Array.from({ length: Math.ceil(height / square) }, () => new Uint8Array(columns));
  for (let y = 0; y < height; y += 1) {
    const row = rows[Math.floor(y / square)]!;
    for (let x = 0; x < width; x += 1) if (grey[y * width + x]! < PRINT) row[Math.floor(x / square)] = 1;
  }
  return rows;
}
