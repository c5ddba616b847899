/** Why there is no picture: a code for programs, a sentence and a hint for people. */
import type { Language } from '../diagnostics.js';
import { sayIn, type Phrase } from '../language/language.js';

const CATALOGUE = {
  'no-chinese-font': {
    text: {
      en: 'the machine has no font with Chinese characters, so a PNG would show boxes',
      zh: '本机没有中文字体，PNG 中的汉字会变成方框',
    },
    hint: {
      en: 'install one (Debian, Ubuntu: fonts-noto-cjk or fonts-wqy-zenhei), or ask for SVG, which needs none',
      zh: '请安装中文字体（Debian、Ubuntu：fonts-noto-cjk 或 fonts-wqy-zenhei），或改用 SVG，无需本机字体',
    },
  },
  'no-series': {
    text: {
      en: 'the comparison has no series {series}; it has {count}',
      zh: '没有第 {series} 个系列；共有 {count} 个',
    },
    hint: {
      en: 'choose one that it has, or ask for other days or indicators',
      zh: '请选择已有的系列，或改用其他日期、指标',
    },
  },
} as const satisfies Readonly<Record<string, { readonly text: Phrase; readonly hint: Phrase }>>;

export type PictureErrorCode = keyof typeof CATALOGUE;

export class PictureError extends Error {
  override readonly name = 'PictureError';

  constructor(
    readonly code: PictureErrorCode,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(sayIn('en', CATALOGUE[code].text, params));
  }

  /** What is wrong, in the reader's language. */
  describe(language: Language): string {
    return sayIn(language, CATALOGUE[this.code].text, this.params);
  }

  hint(language: Language): string {
    return sayIn(language, CATALOGUE[this.code].hint, this.params);
  }
}
