/** A place in normalised text in; out the heading or list mark that starts there: 一、 （二） 3. 一是 （4） ① 淮安市：. */

export type Style =
  | 'outline'
  | 'chapter'
  | 'numeral'
  | 'bracketed-numeral'
  | 'number'
  | 'bracketed-number'
  | 'ordinal'
  | 'region';

export interface Mark {
  readonly style: Style;
  /** Length of the mark itself. */
  readonly length: number;
  /** 1 for the first of a list; null where the mark has no number. */
  readonly ordinal: number | null;
  /** Level where no list of another style is open around it. */
  readonly level: number;
  /** Starts an item in the middle of a line, too. */
  readonly inline: boolean;
}

interface Pattern {
  readonly style: Style;
  readonly level: number;
  readonly inline: boolean;
  readonly pattern: RegExp;
}

const PATTERNS: readonly Pattern[] = [
  // takes 第一章 第二部分; leaves 第一书记
  { style: 'chapter', level: 1, inline: false, pattern: /第([一二三四五六七八九十]{1,3})(?:章|部分|篇)/y },
  // takes 一、 十二、; leaves 一是
  { style: 'numeral', level: 1, inline: true, pattern: /([一二三四五六七八九十]{1,3})、/y },
  // takes （三）; leaves （3）
  { style: 'bracketed-numeral', level: 2, inline: true, pattern: /（([一二三四五六七八九十]{1,3})）、?/y },
  // takes 1. 2、 3）; leaves 3.5万 and 1、2号楼
  { style: 'number', level: 3, inline: false, pattern: /(\d{1,2})(?:[.．、]|）)(?![\d.])/y },
  // takes 一是 三要; leaves 一是一
  {
    style: 'ordinal',
    level: 4,
    inline: true,
    pattern: /([一二三四五六七八九十]{1,2})(?:是|要|则)(?![一二三])/y,
  },
  // takes 第一，; leaves 第一时间
  { style: 'ordinal', level: 4, inline: true, pattern: /第([一二三四五六七八九十]{1,2})[，、：]/y },
  // takes （4）; leaves （40余人）
  { style: 'bracketed-number', level: 5, inline: true, pattern: /（(\d{1,2})）/y },
  // takes ③
  { style: 'bracketed-number', level: 5, inline: true, pattern: /([①-⑳])/y },
];

// takes 淮安市：, 【江阴市】, 江宁区; leaves 各区：, 封控区：, 全市：
const REGION =
  /(?:【(?=[^】\n]{2,12}】)|(?=[\u4e00-\u9fff]{2,9}(?:：|$)))(?!各|全|我|本|该|其|等|两|多)[\u4e00-\u9fff]{1,8}?(?:自治区|自治州|自治县|街道|[省市县区旗州盟镇乡村])(?<![地社小校园景辖灾疫片防控战管禁城郊库]区|农村|[乡城]镇|城市)(?:】：?|：|$)/my;

/** Level of a line that names a region: as a chapter, unless a list is open around it. */
const REGION_LEVEL = 1;

/** The mark that starts at `at`, read no further than `end`; null where none does. */
export function findMark(text: string, at: number, end: number): Mark | null {
  if (!STARTS[text.charCodeAt(at)]) return null;
  for (const { style, level, inline, pattern } of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match || at + match[0].length > end) continue;
    const ordinal = readOrdinal(match[1]!);
    return { style, length: match[0].length, ordinal, level, inline };
  }
  return null;
}

/** A region's name that governs what follows, at the start of a line or alone on it. */
export function findRegionMark(text: string, at: number, end: number): Mark | null {
  REGION.lastIndex = at;
  const match = REGION.exec(text);
  if (!match || at + match[0].length > end) return null;
  return { style: 'region', length: match[0].length, ordinal: null, level: REGION_LEVEL, inline: false };
}

const STARTS = new Uint8Array(0x10000);
for (const char of '第一二三四五六七八九十（0123456789') STARTS[char.charCodeAt(0)] = 1;
STARTS.fill(1, 0x2460, 0x2474);

const DIGITS = '一二三四五六七八九';

/** 1..99 from digits, Han numerals or ①…⑳. */
function readOrdinal(written: string): number {
  const code = written.charCodeAt(0);
  if (code >= 0x2460 && code < 0x2474) return code - 0x245f;
  if (code < 0x80) return Number(written);
  const ten = written.indexOf('十');
  if (ten < 0) return DIGITS.indexOf(written.at(-1)!) + 1;
  const tens = ten === 0 ? 1 : DIGITS.indexOf(written.charAt(ten - 1)) + 1;
  return tens * 10 + (DIGITS.indexOf(written.charAt(ten + 1) || '?') + 1);
}
