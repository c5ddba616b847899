/** Text of documents in → text that is safe on a terminal and in a picture, and as wide as there is room. */
import stringWidth from 'string-width';

// takes ESC, BEL, BS, C1 controls and marks that turn the writing direction; leaves tab and line break
const UNPRINTABLE = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;

/** For people's eyes: what would command a terminal is shown as `\x1b`. */
export const printable = (text: string): string =>
  text.replace(UNPRINTABLE, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** Cuts to a width in terminal columns; Han characters take two. */
export function cutToWidth(text: string, width: number): string {
  const flat = printable(text.replace(/\s+/g, ' ').trim());
  if (stringWidth(flat) <= width) return flat;
  let cut = '';
  let used = 0;
  for (const char of flat) {
    const size = stringWidth(char);
    if (used + size > width - 1) break;
    cut += char;
    used += size;
  }
  return `${cut}…`;
}
