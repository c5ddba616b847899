import { expect, it } from 'vitest';
import { BIT, directionsMet, filterOf } from '../../src/match/cue-filter.js';
import type { QuantityContext } from '../../src/match/context.js';
import type { Cue, Direction } from '../../src/model.js';

const cue = (direction: Direction, pattern: RegExp): Cue => ({
  conditions: [{ direction, pattern, source: pattern.source }],
  units: null,
});
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

it('lets through what one of the cues may hold for, and nothing else', () => {
  const filter = filterOf([cue('before', /至少$/), cue('before', /计划|拟$/), cue('unit', /^小时$/)]);
  expect(filter?.size).toBe(2);
  expect(directionsMet(filter, contextWith({ before: '至少' }))).toBe(BIT.before);
  expect(directionsMet(filter, contextWith({ unit: '小时' }))).toBe(BIT.unit);
  expect(directionsMet(filter, contextWith({ before: '至少有', after: '至少' }))).toBe(0);
});

it('joins no patterns that would mean another thing together, and then lets all through', () => {
  for (const cues of [
    [cue('before', /(甲)\1/), cue('before', /乙/)],
    [cue('before', /(?<a>甲)/), cue('before', /(?<a>乙)/)],
    [cue('before', /甲/u), cue('before', /乙/)],
  ]) {
    const filter = filterOf(cues);
    expect(filter).toBeNull();
    expect(directionsMet(filter, contextWith({})) & BIT.after).toBe(BIT.after);
  }
});
