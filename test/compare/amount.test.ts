import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  areApart,
  hull,
  NOTHING,
  rankAmounts,
  scale,
  sizeOf,
  widthOf,
  type Amount,
} from '../../src/compare/amount.js';

const exact = (value: number): Amount => ({ value, lower: value, upper: value });
const between = (lower: number, upper: number | null, value: number | null = null): Amount => ({
  value,
  lower,
  upper,
});

describe('amounts', () => {
  test('are added with their bounds; what is open stays open, what is not known is not known', () => {
    expect([exact(5), between(10, 20, 12)].reduce(add, NOTHING)).toEqual(between(15, 25, 17));
    expect(add(exact(5), between(10, null))).toEqual({ value: null, lower: 15, upper: null });
    expect(add({ value: 7, lower: null, upper: 7 }, exact(1))).toEqual(between(1, 8, 8));
    expect(add(exact(0.1), exact(0.2)).value).toBe(0.3);
  });

  test('are divided without noise', () =>
    expect(scale(between(3, null, 3), 0.1)).toEqual(between(0.3, null, 0.3)));

  test.each([
    [exact(5), exact(5), false],
    [exact(5), exact(6), true],
    [between(5, null), exact(4), true],
    [between(5, null), exact(400), false],
    [between(5000, 6000, 6000), exact(5932), false],
  ])('%j and %j are apart: %s', (a, b, apart) => {
    expect([areApart(a, b), areApart(b, a)]).toEqual([apart, apart]);
  });

  test('have a hull, a width and a size', () => {
    expect(hull(exact(5), between(7, 9))).toEqual({ lower: 5, upper: 9 });
    expect(hull(exact(5), between(7, null))).toEqual({ lower: 5, upper: null });
    expect([widthOf(between(5, 9)), widthOf(between(5, null))]).toEqual([4, Infinity]);
    expect([sizeOf(between(5, 9)), sizeOf(exact(3)), sizeOf(between(5, null))]).toEqual([9, 3, 5]);
  });
});

describe('ranks', () => {
  test('are ties where bounds do not decide', () => {
    const ranks = rankAmounts([exact(100), between(80, 90, 85), exact(85), exact(10), between(5, null, 5)]);
    expect(ranks).toEqual([
      { best: 1, worst: 2 },
      { best: 2, worst: 4 },
      { best: 2, worst: 4 },
      { best: 4, worst: 5 },
      { best: 1, worst: 5 },
    ]);
  });

  test('hold the place that every choice of numbers within the bounds gives', () => {
    const amount = fc
      .tuple(fc.nat(50), fc.nat(20), fc.nat(20))
      .map(([lower, a, b]) => between(lower, lower + a + b, lower + a));
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, part), { minLength: 1, maxLength: 12 }), (drawn) => {
        const ranks = rankAmounts(drawn.map(([each]) => each));
        const chosen = drawn.map(([{ lower, upper }, at]) => lower! + at * (upper! - lower!));
        chosen.forEach((number, i) => {
          const place = 1 + chosen.filter((other) => other > number).length;
          expect(place).toBeGreaterThanOrEqual(ranks[i]!.best);
          expect(place).toBeLessThanOrEqual(ranks[i]!.worst);
        });
      }),
    );
  });
});
