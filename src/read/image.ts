/** Pictures of pages (scans, photographs, screenshots), read by OCR. */
import type { Reader } from './reader.js';

/** Signatures of the formats; of those in a RIFF container WebP alone. */
const SIGNATURES: readonly (readonly [at: number, signature: string])[] = [
  [0, '\x89PNG\r\n\x1a\n'],
  [0, '\xff\xd8\xff'],
  [0, 'II*\0'],
  [0, 'MM\0*'],
  [0, 'II+\0'],
  [0, 'MM\0+'],
  [8, 'WEBP'],
];

const announces = (bytes: Uint8Array, at: number, signature: string): boolean =>
  Buffer.from(bytes.subarray(at, at + signature.length)).toString('latin1') === signature;

/** `BM` may begin a text: the sizes that follow have to be a bitmap's (its header has 40 to 124 bytes). */
function isBitmap(bytes: Uint8Array): boolean {
  if (!announces(bytes, 0, 'BM') || bytes.length < 54) return false;
  const headerSize = Buffer.from(bytes.subarray(14, 18)).readUInt32LE();
  return headerSize >= 40 && headerSize <= 124;
}

export const image: Reader = {
  format: 'image',
  extensions: ['png', 'jpg', 'jpeg', 'tif', 'tiff', 'bmp', 'webp'],
  recognises: (bytes) =>
    SIGNATURES.some(([at, signature]) => announces(bytes, at, signature)) || isBitmap(bytes),
  read: async (bytes, limits) => (await import('./ocr/read-image.js')).readImage(bytes, limits),
};

/** Why pages that are pictures cannot be read on this machine; null where they can. */
export const ocrProblem = async (): Promise<string | null> =>
  (await import('./ocr/self-test.js')).ocrProblem();
