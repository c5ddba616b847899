/** The fonts of the machine in → the first family that really draws Chinese, or null: a family that has none draws boxes. */
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { CHINESE_FONTS } from './options/style.js';

/** Common to all fonts of simplified Chinese, and unlike one another. */
const CHARACTERS = ['汉', '苏'] as const;
const SIZE = 24;

export function findChineseFont(): string | null {
  const installed = GlobalFonts.families.map(({ family }) => family);
  const known = CHINESE_FONTS.filter((family) => installed.includes(family));
  return [...known, ...installed.toSorted()].find(drawsChinese) ?? null;
}

/** Boxes and blanks are all alike. */
function drawsChinese(family: string): boolean {
  const [first, second] = CHARACTERS.map((character) => draw(character, family));
  return !first!.equals(second!);
}

function draw(character: string, family: string): Buffer {
  const context = createCanvas(SIZE * 2, SIZE * 2).getContext('2d');
  context.font = `${SIZE}px ${quoteFamily(family)}`;
  context.fillText(character, 4, SIZE + 4);
  return Buffer.from(context.getImageData(0, 0, SIZE * 2, SIZE * 2).data);
}

export const quoteFamily = (family: string): string => `"${family.replace(/["\\]/g, '')}"`;
