/** Offsets of the pipeline into offsets of the database: UTF-16 code units in, Unicode code points out. */

/** Counts the code points in front of an offset of `text`; walks from the offset asked before, often a near one. */
export function codePointCounter(text: string): (offset: number) => number {
  let unit = 0;
  let points = 0;
  return (offset) => {
    for (; unit < offset; points++) unit += text.codePointAt(unit)! > 0xffff ? 2 : 1;
    for (; unit > offset; points--) unit -= unit > 1 && text.codePointAt(unit - 2)! > 0xffff ? 2 : 1;
    return points;
  };
}
