import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  numberFaults,
  placeValue,
  qualifierOf,
  withBounds,
  type StatedNumber,
} from '../../src/store/stated-number.js';

const REMAINDER = { value: 4200, qualifier: 'over', upper: 4300 } as const;
const OPEN = { value: 4200, qualifier: 'over', upper: null } as const;
const EXACT = { value: 300, qualifier: 'exact', upper: 300 } as const;

test.each([
  [4200, 100], [59169, 1], [8.5, 0.1], [1e6, 1e6], [122115.92, 0.01], [0, 1], [1.5e11, 1e10], [-30, 10],
])('the place of the last digit of %d is %d', (value, place) => expect(placeValue(value)).toBe(place)); // prettier-ignore

test('the place divides the value, and ten times the place does not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), (value) => {
      const place = placeValue(value);
      expect(value % place).toBe(0);
      expect(value % (10 * place)).not.toBe(0);
    }),
  );
});

describe('a corrected value has the bounds that its hedge allows', () => {
  test.each([
    [{ value: 310 }, EXACT, { value: 310, lower: 310, upper: 310, qualifier: 'exact' }],
    [
      { value: 4300, qualifier: 'over' },
      REMAINDER,
      { value: 4300, lower: 4300, upper: 4400, qualifier: 'over' },
    ],
    [{ value: 4300, qualifier: 'over' }, OPEN, { value: 4300, lower: 4300, upper: null, qualifier: 'over' }],
    [
      { value: 6000, qualifier: 'under' },
      EXACT,
      { value: 6000, lower: 5000, upper: 6000, qualifier: 'under' },
    ],
    [
      { value: 5900, qualifier: 'under' },
      EXACT,
      { value: 5900, lower: 5800, upper: 5900, qualifier: 'under' },
    ],
    [{ value: 100, qualifier: 'under' }, EXACT, { value: 100, lower: 50, upper: 100, qualifier: 'under' }],
    [{ qualifier: 'about' }, EXACT, { lower: 250, upper: 350, qualifier: 'about' }],
    [
      { value: 10.2, qualifier: 'about' },
      EXACT,
      { value: 10.2, lower: 10.15, upper: 10.25, qualifier: 'about' },
    ],
  ] as const)('%j', (changes, found, completed) => expect(withBounds(changes, found)).toEqual(completed));

  test.each([
    [{ value: 5, lower: 4, upper: 6, qualifier: 'range' }, EXACT],
    [{ value: null, qualifier: 'range' }, EXACT],
    [{ qualifier: 'vague' }, EXACT],
    [{}, EXACT],
  ] as const)('what states its own bounds, or no number, stays: %j', (changes, found) =>
    expect(withBounds(changes, found)).toEqual(changes),
  );
});

describe('a number that can not be is told', () => {
  const of = (
    value: number | null,
    lower: number | null,
    upper: number | null,
    qualifier: StatedNumber['qualifier'],
    redacted = false,
  ): StatedNumber => ({ value, lower, upper, qualifier, redacted });

  test.each([
    [of(300, 300, 300, 'exact'), {}],
    [of(300, 250, 350, 'exact'), { value: 'not-exact' }],
    [of(null, null, null, 'exact'), { value: 'no-number' }],
    [of(null, null, null, 'exact', true), {}],
    [of(3, 3, 3, 'exact', true), { value: 'redacted' }],
    [of(null, 200, 900, 'range'), {}],
    [of(null, 200, null, 'range'), { upper: 'no-bounds' }],
    [of(500, 200, 900, 'range'), { value: 'single-value' }],
    [of(null, null, null, 'vague'), {}],
    [of(null, 900, 200, 'vague'), { upper: 'crossed' }],
    [of(300, 400, null, 'over'), { value: 'outside' }],
    [of(-5, -5, -5, 'exact'), { value: 'negative', lower: 'negative', upper: 'negative' }],
    [of(1e20, 1e20, null, 'over'), { value: 'too-great', lower: 'too-great' }],
    [of(NaN, null, null, 'over'), { value: 'not-finite' }],
  ])('%j', (number, faults) => expect(numberFaults(number)).toEqual(faults));

  test('and none is told of the bounds that a hedge allows', () => {
    const hedges = fc.constantFrom('exact', 'over', 'under', 'about' as const);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), hedges, (value, qualifier) => {
        const { lower = null, upper = null } = withBounds({ value, qualifier }, REMAINDER);
        expect(numberFaults({ value, lower, upper, qualifier, redacted: false })).toEqual({});
      }),
    );
  });
});

test.each([
  [{ value: null, lower: 2, upper: 9 }, 'range'],
  [{ value: 3, lower: 3, upper: 3 }, 'exact'],
  [{ value: 3, lower: 3, upper: null }, 'over'],
  [{ value: 3, lower: 2, upper: 3 }, 'under'],
  [{ value: 3, lower: 2, upper: 4 }, 'about'],
])('%j speaks of %s', (number, qualifier) => expect(qualifierOf(number)).toBe(qualifier));
