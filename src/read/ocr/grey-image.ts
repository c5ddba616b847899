/** A page as a picture in grey; turned, rotated and resized. */
import sharp, { type Sharp } from 'sharp';

// Readers run in threads of their own already; nothing is asked for twice.
sharp.concurrency(1);
sharp.cache(false);

/** Row by row, 0 black to 255 white. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** A rectangle of pixels, from the top left; `x1` and `y1` are beyond it. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A part of a picture, with so many white pixels around it. */
export function cut({ width, grey }: GreyImage, { x0, y0, x1, y1 }: Box, paper = 0): GreyImage {
  const [wide, high] = [x1 - x0 + 2 * paper, y1 - y0 + 2 * paper];
  const part = new Uint8Array(wide * high).fill(255);
  for (let y = y0; y < y1; y += 1)
    part.set(grey.subarray(y * width + x0, y * width + x1), (y - y0 + paper) * wide + paper);
  return { width: wide, height: high, grey: part };
}

const open = ({ width, height, grey }: GreyImage): Sharp =>
  sharp(grey, { raw: { width, height, channels: 1 } });

export async function greyOf(picture: Sharp): Promise<GreyImage> {
  const { data, info } = await picture
    .flatten({ background: 'white' })
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, grey: new Uint8Array(data) };
}

/** Turned clockwise by quarters of a turn. */
export const turn = async (image: GreyImage, quarters: number): Promise<GreyImage> =>
  quarters === 0 ? image : await greyOf(open(image).rotate(90 * quarters));

/** Rotated clockwise about its middle by a few degrees; keeps its size, and is white where nothing was. */
export async function rotate(image: GreyImage, degrees: number): Promise<GreyImage> {
  const { width, height } = image;
  const wider = await greyOf(open(image).rotate(degrees, { background: 'white' }));
  const [left, top] = [Math.floor((wider.width - width) / 2), Math.floor((wider.height - height) / 2)];
  return await greyOf(open(wider).extract({ left, top, width, height }));
}

export async function resize(image: GreyImage, scale: number): Promise<GreyImage> {
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  return await greyOf(open(image).resize(width, height, { fit: 'fill' }));
}
