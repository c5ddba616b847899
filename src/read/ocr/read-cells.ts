/**
 * Takes what was read of a page and the lines drawn on it; gives it with doubtful cells of its tables read once more, each
 * by itself: among other columns Tesseract loses numbers that stand alone, and joins those of neighbours.
 */
import { findGrids, type GridCell, type Rulings } from '../page/grid.js';
import type { OcrEngine, RecognisedRow, RecognisedWord } from './engine.js';
import { cut, type Box, type GreyImage } from './grey-image.js';

/** A cell with a word that is less sure is read again. */
const SURE = 88;
/** Of a cell's rectangle, what may still be its border; of a picture to read, the paper around it; in pixels. */
const [BORDER, PAPER] = [3, 14];
/** Darker is print; a cell with fewer such pixels is empty. */
const PRINT = 140;
const FEWEST = 12;
/** A page with more doubtful cells is none that a second look would mend. */
const MOST = 300;
/** A word reaches into a cell when so many pixels of it do. */
const REACH = 10;

interface Cell {
  readonly box: Box;
  readonly words: RecognisedWord[];
}

export function readDoubtfulCells(
  engine: OcrEngine,
  image: GreyImage,
  rulings: Rulings,
  rows: readonly RecognisedRow[],
): RecognisedRow[] {
  const cells = findGrids(rulings).flatMap((grid) => grid.cells.map((cell) => makeCell(cell, image)));
  const shared = shareOut(rows, cells);
  const doubtful = cells.filter((cell) => isDoubtful(cell, shared, image));
  if (doubtful.length === 0 || doubtful.length > MOST) return [...rows];
  const replaced = new Set<RecognisedWord>();
  const added: RecognisedRow[] = [];
  for (const cell of doubtful) {
    const again = moved(engine.recognise(cut(image, cell.box, PAPER)), cell.box);
    const [old, fresh] = [cell.words, again.flatMap(({ words }) => words)];
    const gained = confidenceOf(fresh) > confidenceOf(old.filter((word) => !shared.has(word)));
    if (fresh.length === 0 || !gained) continue;
    for (const word of old) replaced.add(word);
    for (const row of again) added.push(row);
  }
  const kept = rows.flatMap((row) => {
    const words = row.words.filter((word) => !replaced.has(word));
    return words.length > 0 ? [{ ...row, words }] : [];
  });
  return [...kept, ...added];
}

const makeCell = ({ left, right, top, bottom }: GridCell, { width, height }: GreyImage): Cell => ({
  box: {
    x0: Math.max(0, Math.ceil(left) + BORDER),
    y0: Math.max(0, Math.ceil(top) + BORDER),
    x1: Math.min(width, Math.floor(right) - BORDER),
    y1: Math.min(height, Math.floor(bottom) - BORDER),
  },
  words: [],
});

/** Gives each cell the words that reach into it; those that reach into several are returned. */
function shareOut(rows: readonly RecognisedRow[], cells: readonly Cell[]): Set<RecognisedWord> {
  const shared = new Set<RecognisedWord>();
  for (const word of rows.flatMap(({ words }) => words)) {
    const middle = (word.bbox.y0 + word.bbox.y1) / 2;
    const own = cells.filter(({ box }) => {
      const reach = Math.min(box.x1, word.bbox.x1) - Math.max(box.x0, word.bbox.x0);
      const enough = Math.min(REACH, (word.bbox.x1 - word.bbox.x0) / 2);
      return middle > box.y0 && middle < box.y1 && reach >= enough;
    });
    for (const { words } of own) words.push(word);
    if (own.length > 1) shared.add(word);
  }
  return shared;
}

function isDoubtful({ box, words }: Cell, shared: ReadonlySet<RecognisedWord>, image: GreyImage): boolean {
  if (box.x1 - box.x0 < REACH || box.y1 - box.y0 < REACH) return false;
  const doubted = words.some((word) => word.confidence < SURE || shared.has(word));
  return (words.length === 0 || doubted) && holdsPrint(image, box);
}

function holdsPrint({ width, grey }: GreyImage, { x0, y0, x1, y1 }: Box): boolean {
  let print = 0;
  for (let y = y0; y < y1; y += 1)
    for (let at = y * width + x0; at < y * width + x1; at += 1) if (grey[at]! < PRINT) print += 1;
  return print >= FEWEST;
}

/** From the places in a cell's picture to those on the page. */
function moved(rows: readonly RecognisedRow[], { x0, y0 }: Box): RecognisedRow[] {
  const move = (box: Box): Box => ({
    x0: box.x0 + x0 - PAPER,
    y0: box.y0 + y0 - PAPER,
    x1: box.x1 + x0 - PAPER,
    y1: box.y1 + y0 - PAPER,
  });
  return rows.map(({ bbox, words }) => ({
    bbox: move(bbox),
    words: words.map((word) => ({
      ...word,
      bbox: move(word.bbox),
      symbols: word.symbols.map((symbol) => ({ ...symbol, bbox: move(symbol.bbox) })),
    })),
  }));
}

const confidenceOf = (words: readonly RecognisedWord[]): number =>
  words.length === 0 ? 0 : words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
