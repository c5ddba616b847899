/** The environment → the language that a person reads, and the words in it. */
import type { Language } from '../diagnostics.js';

let spoken: Language | null = null;

/** Chinese where the locale says so (LC_ALL, LC_MESSAGES, LANG), else English. */
export function detectLanguage(env: NodeJS.ProcessEnv = process.env): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return spoken ?? (/^zh/i.test(locale) ? 'zh' : 'en');
}

/** What `work` says, it says in this language and not in the locale's; for one server with readers of both. */
export function inLanguage<Result>(language: Language, work: () => Result): Result {
  const before = spoken;
  spoken = language;
  try {
    return work();
  } finally {
    spoken = before;
  }
}

/** A text in both languages; `{name}` stands for a parameter. */
export type Phrase = Readonly<Record<Language, string>>;

/** The phrase in the reader's language with its parameters filled in. */
export const say = (phrase: Phrase, params: Readonly<Record<string, string | number>> = {}): string =>
  sayIn(detectLanguage(), phrase, params);

/** The same in a language that is given, where there is no environment to ask: in a browser. */
export function sayIn(
  language: Language,
  phrase: Phrase,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return phrase[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
