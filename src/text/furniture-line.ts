/** A line → whether it may be page furniture, before any pattern is asked: most lines are prose, and patterns are many. */

/** Longer lines are prose, whatever words they hold. */
const LONGEST = 200;
/** Longer lines that end as sentences do are prose, too. */
const LONGEST_SENTENCE = 50;

export function mayBeFurniture(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length > LONGEST) return false;
  return length <= LONGEST_SENTENCE || !'。；！？'.includes(text.charAt(end - 1));
}
