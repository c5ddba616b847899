import { expect, it } from 'vitest';
import { TextIndex } from '../../src/text/text-index.js';

function placesIn(text: string, start = 0, end = text.length): number[] {
  const index = new TextIndex();
  ['志愿', '愿者', '共', '共有', '志愿'].forEach((needed, place) => index.add(needed, place));
  const met: (readonly number[])[] = [];
  index.find(text, start, end, met);
  return met.flat().sort((a, b) => a - b);
}

it('finds texts of one and of two characters, which may overlap', () => {
  expect(placesIn('志愿者')).toEqual([0, 1, 4]);
  expect(placesIn('共有')).toEqual([2, 3]);
  expect(placesIn('共、有')).toEqual([2]);
  expect(placesIn('志、愿')).toEqual([]);
  expect(placesIn('')).toEqual([]);
});

it('reads no further than it is told', () => {
  expect(placesIn('志愿者共有', 1, 4)).toEqual([1, 2]);
  expect(placesIn('志愿者', 0, 1)).toEqual([]);
});
