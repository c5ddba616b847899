/** Takes the first bytes of a file; tells whether they begin a web page. */
import { wideEncoding } from './page-encoding.js';

const SNIFF = 64 * 1024;

// takes <!DOCTYPE html>, <html lang="zh">, <head>; leaves <1000人 and <w:document>
const PAGE = /^<(?:!doctype\s+html|html|head|body|frameset)(?=[\s>])/i;
// takes what programs save under the name of an office format: a page's part without a head; leaves <p是
const PART =
  /^<(?:meta|title|table|div|style|script|link|center|font|p|h[1-6]|span|section|article)(?:\s[^<>]*)?>/i;
// takes what shows that the first was no word in a text
const MARKUP =
  /<\/(?:table|tr|td|div|style|script|title|p|h[1-6]|span|section|article|center|font|body|html)\s*>|<meta\s|<br\s*\/?>/i;

export function isPage(bytes: Uint8Array): boolean {
  const start = withoutPrologue(startOf(bytes));
  return PAGE.test(start) || (PART.test(start) && MARKUP.test(start));
}

/** The first characters; those outside of ASCII do not matter. */
function startOf(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  const start = new TextDecoder(wide ?? 'latin1').decode(bytes.subarray(0, SNIFF));
  // the mark of UTF-8, read as Latin letters
  return start.replace(/^(?:\uFEFF|\u00EF\u00BB\u00BF)/, '');
}

/** Behind blanks, an XML declaration and remarks. */
function withoutPrologue(start: string): string {
  let rest = start.trimStart();
  for (;;) {
    const end = rest.startsWith('<!--')
      ? rest.indexOf('-->') + 3
      : rest.startsWith('<?')
        ? rest.indexOf('>') + 1
        : 0;
    // 2 and 0 are what is left of -1
    if (end <= 2) return rest;
    rest = rest.slice(end).trimStart();
  }
}
