/** Takes the text of printed characters as their font names them; gives it as it is read. */
import { cleanText } from '../source-document.js';

// A radical that stands for the ideograph of the same shape, as some fonts map their glyphs: takes '⼀' (U+2F00), not '一'.
const RADICAL = /[\u2F00-\u2FD5]/g;
// What few texts hold, so that most are left alone: takes a radical, NUL, CR and half pairs, not '一'.
const UNCLEAN = /[\0\r\uD800-\uDFFF\u2F00-\u2FD5]/;

export const printedText = (text: string): string =>
  UNCLEAN.test(text) ? cleanText(text).replace(RADICAL, (sign) => sign.normalize('NFKC')) : text;
