/** Takes the runs of a page in the order of the file; gives those that go on where the one before ends as one. */
import type { Run } from '../page/run.js';

/** In ems: how far the next run may begin from where the last one ends, and how far from its baseline. */
const [BESIDE, LEVEL] = [0.1, 0.02];

/** Some producers place each character alone; a page of them would keep a thousand runs. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const groups: { readonly first: Run; last: Run; text: string }[] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    if (group && goesOn(group.last, run)) {
      group.text += run.text;
      group.last = run;
    } else groups.push({ first: run, last: run, text: run.text });
  }
  return groups.map(({ first, last, text }) => ({ ...first, text, right: last.right }));
}

const goesOn = (last: Run, next: Run): boolean =>
  Math.abs(next.left - last.right) <= BESIDE * next.size &&
  Math.abs(next.y - last.y) <= LEVEL * next.size &&
  Math.abs(next.size - last.size) <= LEVEL * next.size;
