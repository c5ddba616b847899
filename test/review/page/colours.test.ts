import { expect, test } from 'vitest';
import { mix, readableOn } from '../../../src/review/page/logic/colours.js';

test.each([
  ['#000000', '#ffffff', 0.5, '#808080'],
  ['#e6eefa', '#1a56b0', 0, '#e6eefa'],
  // as the build shortens colours
  ['#fff', '#1a56b0', 1, '#1a56b0'],
  ['#fff', '#000', 0, '#ffffff'],
])('from %s to %s, %d of the way: %s', (from, to, share, mixed) => {
  expect(mix(from, to, share)).toBe(mixed);
});

test.each([
  ['#e6eefa', '#1b1e24'],
  ['#1a56b0', '#fff'],
])('on %s, %s is read best', (ground, best) => {
  expect(readableOn(ground, '#1b1e24', '#fff')).toBe(best);
  expect(readableOn(ground, '#fff', '#1b1e24')).toBe(best);
});
