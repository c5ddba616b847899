/** Takes the runs of a page; gives them without second strikes, which only make text bold or give it a shadow. */
import type { Run } from '../page/run.js';

/** How far a second strike is from the first, in ems; two characters side by side are farther apart. */
const NEAR = 0.15;

/** Of runs with the same text at nearly the same place the first. */
export function withoutSecondStrikes(runs: readonly Run[]): Run[] {
  const struck = new Map<string, Run[]>();
  return runs.filter((run) => {
    const column = Math.round(run.left / run.size);
    const row = Math.round(run.y / run.size);
    const near = [-1, 0, 1].flatMap((dx) =>
      [-1, 0, 1].flatMap((dy) => struck.get(`${column + dx} ${row + dy} ${run.text}`) ?? []),
    );
    if (near.some((other) => isSame(run, other))) return false;
    const key = `${column} ${row} ${run.text}`;
    const here = struck.get(key);
    if (here) here.push(run);
    else struck.set(key, [run]);
    return true;
  });
}

const isSame = (a: Run, b: Run): boolean =>
  Math.abs(a.left - b.left) <= NEAR * a.size &&
  Math.abs(a.y - b.y) <= NEAR * a.size &&
  Math.abs(a.size - b.size) <= NEAR * a.size;
