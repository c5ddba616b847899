/** Takes the shared strings of an xlsx; gives their texts, without the readings that are printed above characters. */
import { walkXml } from '../walk-xml.js';

// takes _x000D_, which stands for a control character; leaves _x1_
const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

export function readStrings(bytes: Uint8Array): string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let readings = 0;
  walkXml(bytes, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') readings += 1;
      inText = name === 't' && readings === 0;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescapeText(text));
      else if (name === 'rPh') readings -= 1;
      inText = false;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
  });
  return strings;
}
