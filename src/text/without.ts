/** A text → the text without what stands between two marks. */

/**
 * Takes out each stretch from `open` to the next `close`, both included, in one pass, whatever the nesting claims; what
 * does not end stays.
 * @param isKept told what stands between the two
 */
export function without(
  text: string,
  open: string,
  close: string,
  isKept: (between: string) => boolean = () => false,
): string {
  const kept: string[] = [];
  let at = 0;
  for (let from = text.indexOf(open); from >= 0; from = text.indexOf(open, from)) {
    const to = text.indexOf(close, from);
    if (to < 0) break;
    const end = to + close.length;
    if (!isKept(text.slice(from + open.length, to))) {
      kept.push(text.slice(at, from));
      at = end;
    }
    from = end;
  }
  return kept.join('') + text.slice(at);
}
