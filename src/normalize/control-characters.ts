/**
 * Text in; edits out that make every blank, line end and invisible character one of ` `, tab, newline or nothing.
 *
 * NBSP, ideographic and typographic blanks and `&nbsp;` → one blank; form feed, vertical tab, NEL, U+2028/2029 → newline;
 * zero-width, direction and control characters, soft hyphens and variation selectors → nothing.
 */
import type { Edit } from '../model.js';

// takes NBSP, U+3000, U+200B, U+FEFF, &nbsp;; leaves a plain blank, tab, newline and &copy;
const ODD =
  /[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u206a-\u206f\u3000\ufeff\ufff9-\ufffc]|[\ufe00-\ufe0f]|&(?:nbsp|ensp|emsp);/g;
// takes NBSP, U+3000; leaves U+200B
const BLANK = /^[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000&]/;
// takes form feed, U+2028; leaves \x07
const NEWLINE = /^[\x0b\x0c\x85\u2028\u2029]/;

export function controlCharacters(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(ODD)) {
    const [found] = match;
    const replacement = BLANK.test(found) ? ' ' : NEWLINE.test(found) ? '\n' : '';
    edits.push({ start: match.index, end: match.index + found.length, replacement });
  }
  return edits;
}
