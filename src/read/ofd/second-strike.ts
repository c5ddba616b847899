/** Takes the runs of a page; gives them without second strikes, which only make text bold or give it a shadow. */
import type { Run } from '../page/run.js';

/** How far a second strike is from the first, in ems; two characters side by side are farther apart. */
const NEAR = 0.15;

/** More cells than any page is wide. */
const WIDEST = 1_000_000;

/** Of runs with the same text at nearly the same place the first; found by cells as wide as the font is large. */
export function withoutSecondStrikes(runs: readonly Run[]): Run[] {
  const struck = new Map<string, Map<number, Run[]>>();
  return runs.filter((run) => {
    let cells = struck.get(run.text);
    if (!cells) struck.set(run.text, (cells = new Map<number, Run[]>()));
    const cell = Math.round(run.y / run.size) * WIDEST + Math.round(run.left / run.size);
    for (let row = -WIDEST; row <= WIDEST; row += WIDEST)
      for (let column = -1; column <= 1; column += 1)
        if (cells.get(cell + row + column)?.some((other) => isSame(run, other))) return false;
    const here = cells.get(cell);
    if (here) here.push(run);
    else cells.set(cell, [run]);
    return true;
  });
}

const isSame = (a: Run, b: Run): boolean =>
  Math.abs(a.left - b.left) <= NEAR * a.size &&
  Math.abs(a.y - b.y) <= NEAR * a.size &&
  Math.abs(a.size - b.size) <= NEAR * a.size;
