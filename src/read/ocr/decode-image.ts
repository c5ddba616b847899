/** Takes the bytes of a picture file; gives its pages in grey, the right way up as its camera or scanner says. */
import { loadImage, createCanvas } from '@napi-rs/canvas';
import sharp, { type Sharp } from 'sharp';
import { LONGEST } from './engine.js';
import { greyOf, type GreyImage } from './grey-image.js';

/** A page of A3 at 600 dpi has 70 million. */
const MOST_PIXELS = 100_000_000;
/** What is larger is made smaller as it is decoded: A3 at 300 dpi has 17 million. */
const KEPT_PIXELS = 20_000_000;

export interface Picture {
  readonly pageCount: number;
  /** @param number from 1 */
  page(number: number): Promise<GreyImage>;
}

/** @throws what the decoder says of a file that is damaged or too large */
export async function decodeImage(bytes: Uint8Array): Promise<Picture> {
  if (bytes[0] === 0x42 && bytes[1] === 0x4d) return await decodeBitmap(bytes);
  const { pages, format } = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata();
  return {
    // The frames of an animation are no pages.
    pageCount: format === 'tiff' ? (pages ?? 1) : 1,
    page: async (number) => {
      const options = { limitInputPixels: MOST_PIXELS, page: number - 1 };
      const { width, height } = await sharp(bytes, options).metadata();
      return await kept(sharp(bytes, options).autoOrient(), width, height);
    },
  };
}

/** Drops what is finer than reading needs. */
async function kept(picture: Sharp, width: number, height: number): Promise<GreyImage> {
  const scale = Math.min(Math.sqrt(KEPT_PIXELS / (width * height)), LONGEST / Math.max(width, height));
  if (scale >= 1) return await greyOf(picture);
  const { data, info } = await picture
    .flatten({ background: 'white' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  return await greyOf(
    sharp(data, { raw, limitInputPixels: MOST_PIXELS }).resize(Math.round(info.width * scale)),
  );
}

/** Bitmaps (BMP), which sharp does not read. */
async function decodeBitmap(bytes: Uint8Array): Promise<Picture> {
  const header = Buffer.from(bytes.subarray(0, 26));
  const [width, height] = [Math.abs(header.readInt32LE(18)), Math.abs(header.readInt32LE(22))];
  if (width * height > MOST_PIXELS) throw new Error('it has too many pixels');
  const bitmap = await loadImage(Buffer.from(bytes));
  const canvas = createCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  const raw = { width: bitmap.width, height: bitmap.height, channels: 4 as const };
  const grey = await kept(sharp(canvas.data(), { raw }), width, height);
  return { pageCount: 1, page: () => Promise.resolve(grey) };
}
