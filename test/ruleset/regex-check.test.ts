import { describe, expect, it } from 'vitest';
import { checkRegex } from '../../src/ruleset/regex-check.js';

const GOOD = [
  '志愿者',
  '招募(?:了)?[^，。]{0,6}志愿者',
  '^(?:余)?[名人位]',
  '(?<!非)党员.*?干部$',
  '[\\]\\b-]志愿',
  '\\p{Script=Han}{2,4}市',
  '(?<who>社区|村)\\d+',
  '\\u{5fd7}\\u613f者',
  '(?:(?:一|二|三){1,3}、){1,4}志愿',
  '志愿[^，。]*队',
  '(?:志愿|服务|青年|团员|党员|干部|居民|学生){1,3}队',
];
const SLOW = [
  '(?:a+)+b',
  '(?:志.*)*愿',
  '(?:志愿{2,})+者',
  '(?:志|志志)+愿',
  '(?:志?){60}志{60}愿',
  '[^，。]*志愿[^，。]*队',
  '.*志.*愿.*者.*队',
  '(?:[志愿]{1,30}){1,30}者',
  '(?=(?:志|志志)+愿)志',
];

const faultOf = (source: string, mayBeEmpty = false): string | null => {
  const check = checkRegex(source, { mayBeEmpty });
  return 'message' in check ? check.message : null;
};

describe('a pattern of a rule', () => {
  it.each(GOOD)('may be %s', (source) => {
    expect(faultOf(source)).toBeNull();
  });

  it.each(SLOW)('may not be %s, which is slow', (source) => {
    const start = performance.now();
    expect(faultOf(source)).toMatch(/^slow pattern/u);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it.each(['志愿\\B者', '(志)\\1', '(?<a>志)\\k<a>', '志*', '', '^', '(?:志|愿?)', '志{0,3}(?!愿)'])(
    'may not be %s',
    (source) => {
      expect(faultOf(source)).not.toBeNull();
    },
  );

  it('may match the empty text as a named part of others', () => {
    expect(faultOf('[^，]{0,6}', true)).toBeNull();
    expect(faultOf('(?:志+)*', true)).not.toBeNull();
  });
});
