import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeRegionCue } from '../../src/language/region-cue-words.js';

const model = JSON.parse(
  readFileSync(new URL('../../rules/report-region.json', import.meta.url), 'utf8'),
) as { weights: Record<string, number> };

test('every cue that the built-in region model weighs has words', () => {
  const cues = Object.keys(model.weights);
  expect(cues.length).toBeGreaterThan(150);
  expect(cues.filter((cue) => describeRegionCue(cue) === cue)).toEqual([]);
});

test.each([
  ['names>=4', 'named ≥ 4'],
  ['share>=0.35', 'its share of all names ≥ 35 %'],
  ['first<120', 'named within 120 characters'],
  ['head1-full', 'the first line: names it in full'],
  ['issuer', 'the signature: names it'],
  ['none-title', 'the title: names divisions'],
  ['behind-县委', '“县委” behind it'],
  ['no-rank-city', 'the report never speaks of its own division (a city)'],
  ['what-is-this', 'what-is-this'],
])('%s: %s', (cue, words) => {
  expect(describeRegionCue(cue)).toBe(words);
});
