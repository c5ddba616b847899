/** A cue and a quantity's context → whether the cue holds, where, and how close it stands. */
import type { Condition, Cue, CueLevel, Direction, NormalizedSpan } from '../model.js';
import type { QuantityContext } from './context.js';

export interface CueHit {
  readonly cue: Cue;
  readonly level: CueLevel;
  /** Characters between the quantity's phrase and the cue, or headers between its cell and the one with the cue; 0 where neither is known. */
  readonly gap: number;
  readonly span: NormalizedSpan | null;
  readonly direction: Direction;
}

const LEVELS: Readonly<Record<Direction, CueLevel>> = {
  after: 'phrase',
  before: 'phrase',
  unit: 'clause',
  header: 'header',
  clause: 'clause',
  lead: 'sentence',
  sentence: 'sentence',
  section: 'section',
};

/** The match of a condition that is nearest to the quantity, or null. */
function findCondition(
  condition: Condition,
  context: QuantityContext,
): { index: number; length: number } | null {
  const window = context.windows[condition.direction];
  if (window === '') return null;
  const first = condition.pattern.exec(window);
  if (!first) return null;
  let { index } = first;
  let [found] = first;
  if (condition.direction !== 'before' && condition.direction !== 'lead')
    return { index, length: found.length };
  // nearest to the quantity: the last match
  for (let from = index + 1; from < window.length; from = index + 1) {
    const next = condition.pattern.exec(window.slice(from));
    if (!next) break;
    index = from + next.index;
    [found] = next;
  }
  return { index, length: found.length };
}

const takesUnit = ({ units }: Cue, { quantity: { unit } }: QuantityContext): boolean =>
  units === null || (unit !== null && units.has(unit));

/** Whether the conditions of a cue from the one at `first` on hold. */
function conditionsHold({ conditions }: Cue, { windows }: QuantityContext, first: number): boolean {
  // a plain loop: this runs a thousand times for a page of text
  for (let i = first; i < conditions.length; i++) {
    const { direction, pattern } = conditions[i]!;
    const window = windows[direction];
    // rules whose patterns match the empty text do not load, and every third window is empty
    if (window === '' || !pattern.test(window)) return false;
  }
  return true;
}

/** Whether every condition of a cue holds, without its place. */
export const cueHolds = (cue: Cue, context: QuantityContext): boolean =>
  takesUnit(cue, context) && conditionsHold(cue, context, 0);

/** Headers stand in their window nearest first, each on its line. */
const linesBefore = (window: string, index: number): number => window.slice(0, index).split('\n').length - 1;

/** Where a cue holds, or null. Its first condition gives level and place. */
export function findCue(cue: Cue, context: QuantityContext): CueHit | null {
  if (!takesUnit(cue, context)) return null;
  const [first] = cue.conditions;
  const { direction } = first;
  const found = findCondition(first, context);
  if (!found || !conditionsHold(cue, context, 1)) return null;
  const base = context.starts[direction];
  if (base === null) {
    const gap = direction === 'header' ? linesBefore(context.windows.header, found.index) : 0;
    return { cue, level: LEVELS[direction], gap, span: null, direction };
  }
  const start = base + found.index;
  const end = start + found.length;
  const { phrase } = context.quantity;
  const gap = start >= phrase.end ? start - phrase.end : Math.max(0, phrase.start - end);
  return { cue, level: LEVELS[direction], gap, span: { start, end }, direction };
}
