/** A text and a number in it → whether the number is the mark of a list item: 1、, （二）, 3. */

// takes what stands in front of the mark in "\n1、", "。（2）", "；3."; leaves "共3、"
const LEAD = /(?:^|[\n\t。；;！!])\s*[（(【]?$/;
// takes "、" in 1、推进, "." in 3.推进, "）" in （二）加强; leaves ".5" and "）名"
const MARK = /^\s?(?:[、.．]\s?(?=[^\d\s])|[)）】](?=[^\d人名个次元]))/;

/** Whether the number in `[at, end)` marks a list item. */
export function isListMark(text: string, at: number, end: number): boolean {
  if (end - at > 3 || !MARK.test(text.slice(end, end + 4))) return false;
  return LEAD.test(text.slice(Math.max(0, at - 6), at));
}
