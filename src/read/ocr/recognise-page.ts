/** Takes a page's picture; gives its lines and tables, upright and straight, in points. */
import { signOfLife } from '../sign-of-life.js';
import type { Rulings } from '../page/grid.js';
import { readPageContent, type PageContent } from '../page/page-content.js';
import { runsInColumns } from './columns.js';
import { LONGEST, ocrEngine, type RecognisedRow } from './engine.js';
import { findTurn, meanConfidence } from './find-turn.js';
import { resize, rotate, turn, type GreyImage } from './grey-image.js';
import { median, runsOfRows } from './runs-of-rows.js';
import { readDoubtfulCells } from './read-cells.js';
import { takeLines } from './straight-lines.js';
import { whiten } from './whiten.js';

/** Rows of this height, in pixels, are read with the fewest errors; the limits between which a picture is left as it is. */
const ROW = 44;
const [LOWEST_ROW, HIGHEST_ROW] = [39, 49];
/** The size of Chinese characters in a row, of the row's height. */
const EM_OF_ROW = 0.75;
/** No picture is made larger or smaller than this, nor larger than so many pixels. */
const [LEAST_SCALE, MOST_SCALE] = [0.2, 3];
const MOST_PIXELS = 40_000_000;
/** Slopes below are Tesseract's to level, those above are no skew. */
const [LEVEL, STEEPEST] = [0.002, 0.15];
/** A page that is read worse may lie on its side or stand on its head. */
const DOUBTFUL = 70;

/** A page as it was read lying one way. */
interface Attempt {
  readonly image: GreyImage;
  readonly rows: readonly RecognisedRow[];
  readonly rulings: Rulings;
  /** Points per pixel of the rows. */
  readonly scale: number;
  /** Mean of its characters', 0 to 100; 0 where next to nothing was read. */
  readonly confidence: number;
}

/** @param points per pixel of the picture as it comes */
export async function recognisePage(image: GreyImage, points: number, number: number): Promise<PageContent> {
  const best = await readAnyWay(image, points);
  const { width, height } = best.image;
  const content = await readPageContent({
    number,
    width: width * points,
    height: height * points,
    runs: runsOfRows(best.rows, best.scale),
    askew: '',
    rulings: () => Promise.resolve(best.rulings),
  });
  return { ...content, confidence: best.confidence };
}

async function readAnyWay(image: GreyImage, points: number): Promise<Attempt> {
  const white = whiten(image);
  const first = await readUpright(white, points);
  if (first.confidence >= DOUBTFUL) return first;
  const quarters = await findTurn(white);
  if (quarters === 0) return first;
  const turned = await readUpright(await turn(white, quarters), points);
  return turned.confidence > first.confidence ? turned : first;
}

async function readUpright(image: GreyImage, points: number): Promise<Attempt> {
  const empty = { image, rows: [], rulings: { horizontal: [], vertical: [] }, scale: points, confidence: 0 };
  if (isBlank(image)) return empty;
  const engine = await ocrEngine();
  const lie = engine.look(image);
  signOfLife();
  if (lie.rowHeights.length === 0) return empty;
  const straight = await straighten(image, lie.slope);
  const factor = scaleOf(image, median(lie.rowHeights));
  const sized = factor === 1 ? straight : await resize(straight, factor);
  const em = EM_OF_ROW * factor * median(lie.rowHeights);
  const { rulings, withoutLines } = takeLines(sized, em);
  const read = runsInColumns(withoutLines, em)
    ? engine.recogniseColumns(withoutLines)
    : engine.recognise(withoutLines);
  const rows = readDoubtfulCells(engine, withoutLines, rulings, read);
  signOfLife();
  const scale = points / factor;
  return { image, rows, rulings: inPoints(rulings, scale), scale, confidence: meanConfidence(rows) };
}

/** Darker is print, of which a page holds at least so many pixels. */
const [PRINT, FEWEST] = [140, 30];

function isBlank({ grey }: GreyImage): boolean {
  let print = 0;
  for (const value of grey) if (value < PRINT) print += 1;
  return print < FEWEST;
}

const straighten = async (image: GreyImage, slope: number): Promise<GreyImage> =>
  Math.abs(slope) < LEVEL || Math.abs(slope) > STEEPEST
    ? image
    : await rotate(image, (Math.atan(slope) * 180) / Math.PI);

function scaleOf({ width, height }: GreyImage, row: number): number {
  const most = Math.min(Math.sqrt(MOST_PIXELS / (width * height)), LONGEST / Math.max(width, height));
  const wanted = row < LOWEST_ROW || row > HIGHEST_ROW ? ROW / row : 1;
  return Math.min(Math.max(wanted, LEAST_SCALE), MOST_SCALE, most);
}

const inPoints = ({ horizontal, vertical }: Rulings, scale: number): Rulings => {
  const scaled = (list: Rulings['horizontal']): Rulings['horizontal'] =>
    list.map(({ at, from, to }) => ({ at: at * scale, from: from * scale, to: to * scale }));
  return { horizontal: scaled(horizontal), vertical: scaled(vertical) };
};
