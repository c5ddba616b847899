/** Takes a page's picture; says how many quarters of a turn, clockwise, make its text upright. */
import { signOfLife } from '../sign-of-life.js';
import { ocrEngine, type RecognisedRow } from './engine.js';
import { cut, turn, type GreyImage } from './grey-image.js';

/** So many pixels around the middle of the print tell. */
const ENOUGH_PIXELS = 1_500_000;
/** Darker is print; looked at on every so many-th pixel. */
const [PRINT, STEP] = [140, 7];
/** What another turn must gain over none. */
const GAIN = 1.25;
/** Fewer characters may be noise. */
const FEWEST = 4;

/** Reads a part of the page each way; 0 where no other way is clearly better. */
export async function findTurn(image: GreyImage): Promise<number> {
  const sample = sampleOf(image);
  const engine = await ocrEngine();
  const confidences: number[] = [];
  for (const quarters of [0, 1, 2, 3]) {
    confidences.push(meanConfidence(engine.recognise(await turn(sample, quarters))));
    signOfLife();
  }
  const best = Math.max(...confidences);
  return best > GAIN * confidences[0]! ? confidences.indexOf(best) : 0;
}

/** Of its characters, 0 to 100; 0 where next to nothing was read. */
export function meanConfidence(rows: readonly RecognisedRow[]): number {
  let [sum, count] = [0, 0];
  for (const { words } of rows)
    for (const { text, confidence } of words) {
      sum += confidence * text.length;
      count += text.length;
    }
  return count < FEWEST ? 0 : sum / count;
}

function sampleOf(image: GreyImage): GreyImage {
  const share = Math.min(1, Math.sqrt(ENOUGH_PIXELS / (image.width * image.height)));
  const [width, height] = [Math.ceil(image.width * share), Math.ceil(image.height * share)];
  const { x, y } = middleOfPrint(image);
  const within = (middle: number, size: number, all: number): number =>
    Math.min(Math.max(Math.round(middle - size / 2), 0), all - size);
  const [left, top] = [within(x, width, image.width), within(y, height, image.height)];
  return cut(image, { x0: left, y0: top, x1: left + width, y1: top + height });
}

function middleOfPrint({ width, height, grey }: GreyImage): { readonly x: number; readonly y: number } {
  let [count, xs, ys] = [0, 0, 0];
  for (let y = 0; y < height; y += STEP)
    for (let x = 0; x < width; x += STEP)
      if (grey[y * width + x]! < PRINT) {
        count += 1;
        xs += x;
        ys += y;
      }
  return count === 0 ? { x: width / 2, y: height / 2 } : { x: xs / count, y: ys / count };
}
