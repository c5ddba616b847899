import { expect, it } from 'vitest';
import { ConditionIndex } from '../../src/match/condition-index.js';
import type { QuantityContext } from '../../src/match/context.js';
import type { Condition, Cue, Direction } from '../../src/model.js';

const condition = (direction: Direction, pattern: RegExp): Condition => ({
  direction,
  pattern,
  source: pattern.source,
});
const cue = (first: Condition, ...more: Condition[]): Cue => ({ conditions: [first, ...more], units: null });
const contextWith = (windows: Partial<Record<Direction, string>>): QuantityContext =>
  ({
    windows: {
      before: '',
      after: '',
      clause: '',
      lead: '',
      sentence: '',
      header: '',
      section: '',
      unit: '',
      ...windows,
    },
  }) as unknown as QuantityContext;

function mayHold(cues: readonly Cue[], windows: Partial<Record<Direction, string>>): boolean[] {
  const index = new ConditionIndex();
  const asked = index.add(cues);
  index.lookAt(contextWith(windows));
  return asked.cues.map((one) => index.mayHold(one));
}

it('lets through cues that may hold, by what stands in their windows', () => {
  const cues = [
    cue(condition('before', /至少$/)),
    cue(condition('before', /计划|拟$/)),
    cue(condition('unit', /^小时$/)),
  ];
  expect(mayHold(cues, { before: '至少' })).toEqual([true, false, false]);
  expect(mayHold(cues, { before: '拟' })).toEqual([false, true, false]);
  expect(mayHold(cues, { unit: '小时' })).toEqual([false, false, true]);
  expect(mayHold(cues, { after: '至少', sentence: '计划' })).toEqual([false, false, false]);
  // the pattern itself is still to be asked
  expect(mayHold(cues, { before: '至少有' })).toEqual([true, false, false]);
});

it('asks for all conditions of a cue', () => {
  const cues = [cue(condition('before', /招募/), condition('sentence', /志愿者|义工/))];
  expect(mayHold(cues, { before: '招募', sentence: '招募义工5人' })).toEqual([true]);
  expect(mayHold(cues, { before: '招募', sentence: '招募5人' })).toEqual([false]);
});

it('lets through cues of which nothing can be told', () => {
  const cues = [
    cue(condition('before', /(甲)\1|./)),
    cue(condition('before', /甲/iu)),
    cue(condition('before', /[^甲]/)),
  ];
  expect(mayHold(cues, { before: '乙' })).toEqual([true, true, true]);
});

it('tells of the number that it looks at, whatever stood around the one before', () => {
  const index = new ConditionIndex();
  const {
    cues: [asked],
  } = index.add([cue(condition('after', /志愿/))]);
  index.lookAt(contextWith({ after: '志愿者' }));
  expect(index.mayHold(asked!)).toBe(true);
  index.lookAt(contextWith({ after: '党员' }));
  expect(index.mayHold(asked!)).toBe(false);
});

it('tells of all cues at once', () => {
  const index = new ConditionIndex();
  const some = index.add([
    cue(condition('before', /招募/), condition('sentence', /志愿/)),
    cue(condition('unit', /^名$/)),
  ]);
  const none = index.add([]);
  const untold = index.add([cue(condition('before', /招募/)), cue(condition('before', /./))]);
  const told = (windows: Partial<Record<Direction, string>>): boolean[] => {
    index.lookAt(contextWith(windows));
    return [some, none, untold].map((cues) => index.mayHoldAny(cues));
  };
  expect(told({ before: '招募' })).toEqual([true, false, true]);
  expect(told({ unit: '名' })).toEqual([true, false, true]);
  expect(told({ sentence: '招募志愿者5名' })).toEqual([false, false, true]);
});

it('holds many conditions', () => {
  const names = Array.from({ length: 500 }, (_, i) => String.fromCharCode(0x4e00 + i, 0x5000 + i));
  const cues = names.map((name) => cue(condition('before', new RegExp(name))));
  const found = mayHold(cues, { before: names[321]! });
  expect(found.flatMap((holds, i) => (holds ? [i] : []))).toEqual([321]);
});
