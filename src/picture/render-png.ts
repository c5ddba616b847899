/** A picture that is built for the fonts of this machine → the bytes of a PNG file. */
import { createCanvas } from '@napi-rs/canvas';
import { init } from './charts.js';
import { findChineseFont, quoteFamily } from './chinese-font.js';
import { FONTS } from './options/style.js';
import type { Picture } from './options/page.js';
import { PictureError } from './picture-error.js';

/** Dots a pixel of the screen: sharp in print. */
export const DENSITY = 2;

/** @throws {PictureError} `no-chinese-font` */
export function renderPng(build: (fonts: string) => Picture): Uint8Array {
  const font = findChineseFont();
  if (font === null) throw new PictureError('no-chinese-font');
  const { option, width, height } = build(`${quoteFamily(font)}, ${FONTS}`);
  const canvas = createCanvas(width * DENSITY, height * DENSITY);
  const chart = init(canvas, null, {
    renderer: 'canvas',
    devicePixelRatio: DENSITY,
    width,
    height,
  });
  try {
    chart.setOption(option);
    return canvas.toBuffer('image/png');
  } finally {
    chart.dispose();
  }
}
