/** The language on screen: the one chosen and remembered, else the browser's. `t` says a word in it. */
import { effect, signal } from '@preact/signals';
import type { Language } from '../../api.js';
import { say, type Word } from '../words.js';
import { recall, remember } from './memory.js';

const preferred = (): Language =>
  navigator.languages.find((tag) => /^(?:zh|en)/i.test(tag))?.startsWith('en') ? 'en' : 'zh';

const remembered = recall('language');
export const language = signal<Language>(
  remembered === 'zh' || remembered === 'en' ? remembered : preferred(),
);

export function switchLanguage(): void {
  language.value = language.value === 'zh' ? 'en' : 'zh';
  remember('language', language.value);
}

export const t = (word: Word, parameters?: Readonly<Record<string, string | number>>): string =>
  say(word, language.value, parameters);

effect(() => {
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
});
