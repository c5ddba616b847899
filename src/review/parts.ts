/** A text of any length → the parts in which it is shown: each ends at the end of a line or a sentence where there is one. */
import { wholeCharacter } from '../text/characters.js';

/** UTF-16 code units in a part, about: five to ten printed pages. */
const LENGTH = 10_000;
/** How far in front of that a better place to cut is looked for. */
const SLACK = 2000;

/** Where the text is cut near `at`: behind a line, a sentence or a phrase, or else between two characters. */
function cutNear(text: string, at: number): number {
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  const before = text.slice(at - SLACK, at);
  const found = ['\n', '。', '；', '，'].map((end) => before.lastIndexOf(end)).find((place) => place >= 0);
  if (found !== undefined) return at - SLACK + found + 1;
  return wholeCharacter(text, at);
}

/** The part that holds the code unit `at`, the last one behind the end. Parts lie side by side, without gaps. */
export function partAt(text: string, at: number): { readonly start: number; readonly end: number } {
  const number = Math.floor(Math.min(at, Math.max(0, text.length - 1)) / LENGTH);
  const [start, end] = [cutNear(text, number * LENGTH), cutNear(text, (number + 1) * LENGTH)];
  // cuts lie in front of their multiple: what stands between the two is the next part's
  return at < end || end === text.length
    ? { start, end }
    : { start: end, end: cutNear(text, (number + 2) * LENGTH) };
}
