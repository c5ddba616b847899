/**
 * Takes a run of `*`, `_`, `~` or `=` with what stands around it; says whether it can begin or end emphasis.
 * Reports write masked numbers (1**名), products (3*4) and ranges (3~5) with the same signs: what stands behind a digit
 * begins nothing, and neither does a run of four or more. Otherwise as CommonMark has it (0.31, 6.2), except that `**`
 * may stand beside Chinese punctuation: **“志愿者”**共.
 */

export interface Run {
  readonly sign: string;
  readonly length: number;
  /** '' at an end of the text. */
  readonly before: string;
  readonly after: string;
}

export interface Sides {
  readonly opens: boolean;
  readonly closes: boolean;
}

const NEITHER: Sides = { opens: false, closes: false };
const PUNCTUATION = /[\p{P}\p{S}]/u;
const isBlank = (char: string): boolean => char.trim() === '';
const isSign = (char: string): boolean => PUNCTUATION.test(char);
// takes 5 and m; leaves 名
const isLatin = (char: string): boolean => /[0-9A-Za-z]/.test(char);
const isDigit = (char: string): boolean => /\d/.test(char);

export function sidesOf(run: Run): Sides {
  const { sign, length, before, after } = run;
  if (sign === '~')
    return length === 2 ? { opens: !isBlank(after) && !isLatin(before), closes: !isBlank(before) } : NEITHER;
  if (length > 3 || (sign === '=' && length !== 2)) return NEITHER;
  if (sign === '_') return underscore(run);
  if (isLatin(before) && isLatin(after)) return NEITHER;
  const isLoose = length > 1;
  return {
    opens: !isDigit(before) && (isLoose ? !isBlank(after) : isLeft(run)),
    closes: isLoose ? !isBlank(before) : isRight(run),
  };
}

const isLeft = ({ before, after }: Run): boolean =>
  !isBlank(after) && (!isSign(after) || isBlank(before) || isSign(before));
const isRight = ({ before, after }: Run): boolean =>
  !isBlank(before) && (!isSign(before) || isBlank(after) || isSign(after));

/** Inside a word it is a character: file_name, and 姓名__人. */
const underscore = (run: Run): Sides => ({
  opens: isLeft(run) && (!isRight(run) || isSign(run.before)),
  closes: isRight(run) && (!isLeft(run) || isSign(run.after)),
});

/** `志愿者**1名，队伍**2支`: two masks in front of digits are no pair. */
const areMasks = (opening: Run, closing: Run): boolean =>
  opening.sign === '*' && isDigit(opening.after) && isDigit(closing.after);

/** The pairs of runs that are emphasis, by index: opening first. */
export function pairsOf(runs: readonly Run[]): [opening: number, closing: number][] {
  const open = new Map<string, number[]>();
  const pairs: [number, number][] = [];
  const remember = (key: string, index: number): void => {
    const indexes = open.get(key);
    if (indexes) indexes.push(index);
    else open.set(key, [index]);
  };
  runs.forEach((run, index) => {
    const key = `${run.sign}${run.length}`;
    const { opens, closes } = sidesOf(run);
    const last = closes ? open.get(key)?.at(-1) : undefined;
    if (last !== undefined && !areMasks(runs[last]!, run)) {
      open.get(key)!.pop();
      pairs.push([last, index]);
    } else if (opens) remember(key, index);
  });
  return pairs;
}
