import { expect, test } from 'vitest';
import { detectLanguage, inLanguage, say } from '../../src/language/language.js';

const PHRASE = { en: '{n} figures', zh: '{n} 条数据' };

test('the locale tells the language', () => {
  expect(detectLanguage({ LANG: 'zh_CN.UTF-8' })).toBe('zh');
  expect(detectLanguage({ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' })).toBe('en');
  expect(detectLanguage({})).toBe('en');
});

test('a language can be spoken for a while, within another one too', () => {
  const heard = inLanguage('zh', () => [
    say(PHRASE, { n: 3 }),
    inLanguage('en', () => say(PHRASE, { n: 3 })),
  ]);
  expect(heard).toEqual(['3 条数据', '3 figures']);
  expect(inLanguage('zh', () => detectLanguage({ LANG: 'en_GB' }))).toBe('zh');
  expect(detectLanguage({ LANG: 'en_GB' })).toBe('en');
});

test('a language ends where what is said fails', () => {
  const failing = (): never => {
    throw new Error('no');
  };
  expect(() => inLanguage('zh', failing)).toThrow('no');
  expect(detectLanguage({ LANG: 'en_GB' })).toBe('en');
});
