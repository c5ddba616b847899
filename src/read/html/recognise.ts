/** Takes the first bytes of a file; tells whether they begin a web page. */
import { wideEncoding } from './page-encoding.js';

const SNIFF = 4096;

// takes a page's start behind remarks and an XML declaration: <!DOCTYPE html>, <html lang="zh">, <head>; leaves <1000人 and <w:document>
const PAGE =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body|frameset)(?=[\s>])/i;
// takes what programs save under the name of an office format: a page's part without a head; leaves <p>是标签 in a text
const PART =
  /^\s*(?:<!--[^]*?-->\s*)*<(?:meta|title|table|div|style|script|link|center|font|p|h[1-6]|span|section|article)(?=[\s>])[^>]*>/i;
const CLOSED =
  /<\/(?:table|tr|td|div|style|script|title|p|h[1-6]|span|section|article|center|font|body|html)\s*>|<meta\s|<br\s*\/?>/i;

export function isPage(bytes: Uint8Array): boolean {
  const start = startOf(bytes);
  return PAGE.test(start) || (PART.test(start) && CLOSED.test(start));
}

/** The first characters; those outside of ASCII do not matter. */
export function startOf(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  const start = new TextDecoder(wide ?? 'latin1').decode(bytes.subarray(0, SNIFF));
  // the mark of UTF-8, read as Latin letters
  return start.replace(/^(?:\uFEFF|\u00EF\u00BB\u00BF)/, '');
}
