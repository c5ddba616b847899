/** Takes a page's picture; gives it with white paper and black print, however it was lit. */
import type { GreyImage } from './grey-image.js';

/** The paper's brightness is taken from squares of so many pixels. */
const TILE = 48;
/** A square darker than this is a picture, not paper in the shade. */
const DARKEST_PAPER = 90;
/** Of the pixels of a square, how many are darker than its paper; of a page, how many are print at its blackest. */
const [PAPER, INK] = [0.85, 0.005];

/** White on black is turned round first. */
export function whiten(image: GreyImage): GreyImage {
  const upright = isInverted(image) ? invert(image) : image;
  const flat = flatten(upright);
  return stretch(flat);
}

const isInverted = (image: GreyImage): boolean =>
  quantile(histogram(image, 0, 0, image.width, image.height), 0.5) < 100;

const invert = ({ width, height, grey }: GreyImage): GreyImage => ({
  width,
  height,
  grey: grey.map((value) => 255 - value),
});

function histogram(
  { width, grey }: GreyImage,
  left: number,
  top: number,
  right: number,
  bottom: number,
): Uint32Array {
  const counts = new Uint32Array(256);
  for (let y = top; y < bottom; y += 1)
    for (let at = y * width + left, end = y * width + right; at < end; at += 1) counts[grey[at]!]! += 1;
  return counts;
}

/** The grey value that a share of the pixels does not exceed. */
function quantile(counts: Uint32Array, share: number): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (let value = 0; value < 256; value += 1) {
    seen += counts[value]!;
    if (seen >= share * all) return value;
  }
  return 255;
}

/** Divides each pixel by the paper around it. */
function flatten(image: GreyImage): GreyImage {
  const { width, height, grey } = image;
  const [columns, rows] = [Math.ceil(width / TILE), Math.ceil(height / TILE)];
  const paper = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const [left, top] = [column * TILE, row * TILE];
      const counts = histogram(image, left, top, Math.min(left + TILE, width), Math.min(top + TILE, height));
      paper[row * columns + column] = Math.max(quantile(counts, PAPER), DARKEST_PAPER);
    }
  const out = new Uint8Array(grey.length);
  for (let y = 0; y < height; y += 1) {
    const [above, below, down] = between(y, rows);
    for (let x = 0; x < width; x += 1) {
      const [before, behind, along] = between(x, columns);
      const upper = mix(paper[above * columns + before]!, paper[above * columns + behind]!, along);
      const lower = mix(paper[below * columns + before]!, paper[below * columns + behind]!, along);
      const at = y * width + x;
      out[at] = Math.min(255, (grey[at]! * 255) / mix(upper, lower, down));
    }
  }
  return { width, height, grey: out };
}

const mix = (a: number, b: number, share: number): number => a + (b - a) * share;

/** The squares between whose middles a pixel lies, and how far it is from the first one. */
function between(pixel: number, count: number): [first: number, second: number, share: number] {
  const place = Math.min(Math.max((pixel + 0.5) / TILE - 0.5, 0), count - 1);
  const first = Math.floor(place);
  return [first, Math.min(first + 1, count - 1), place - first];
}

/** Paler than this, where paper is 255, is grain. */
const PALEST = 210;

/** Pale print becomes black, and the grain of the paper white. */
function stretch(image: GreyImage): GreyImage {
  const ink = Math.min(quantile(histogram(image, 0, 0, image.width, image.height), INK), 160);
  const mapped = Uint8Array.from({ length: 256 }, (_, value) =>
    Math.min(255, Math.max(0, Math.round(((value - ink) * 255) / (PALEST - ink)))),
  );
  return { ...image, grey: image.grey.map((value) => mapped[value]!) };
}
