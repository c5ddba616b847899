/** A character of a numeral and its neighbours → the digit or magnitude that it stands for there. */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 俩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 幺: 1,
  壹: 1, 贰: 2, 叁: 3, 参: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9,
}; // prettier-ignore
const SMALL: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 兆: 1e12 };
/** One character for two: 廿五 is 二十五. */
const TENS: Readonly<Record<string, number>> = { 廿: 2, 卅: 3, 卌: 4 };

/** Characters that a Chinese numeral can begin with. */
export const HAN_NUMERALS =
  Object.keys(DIGITS).join('') + Object.keys(SMALL).join('') + '万亿' + Object.keys(TENS).join('');

/**
 * A number for each code unit, 0 for all others: asked of most characters of a text, where taking a character out of it
 * as a string costs more than all the rest.
 */
function tableOf(numbers: Readonly<Record<string, number>>): Float64Array {
  const table = new Float64Array(0x10000);
  for (const [char, number] of Object.entries(numbers)) table[char.charCodeAt(0)] = number;
  return table;
}
/** One more than the digit. */
const DIGIT_TABLE = tableOf(
  Object.fromEntries(Object.entries(DIGITS).map(([char, digit]) => [char, digit + 1])),
);
const SMALL_TABLE = tableOf(SMALL);
const LARGE_TABLE = tableOf(LARGE);
const TENS_TABLE = tableOf(TENS);
/** The number at `at`; 0 also beyond both ends of the text. */
const lookUp = (table: Float64Array, text: string, at: number): number => table[text.charCodeAt(at)] ?? 0;

/** Digits that are also words of their own (队伍, 大陆, 参加, 收拾): numerals only in company. */
const GUARDED = '参肆伍陆幺俩';
// takes 佰 in 伍佰 · 元 in 伍元; leaves 加 in 参加
const COMPANY = /[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角点幺〇]/;
// takes 一 · 千 · 拾; leaves 队 · 大
const NUMERAL = /[零〇一二两三四五六七八九十百千万亿壹贰叁参肆伍陆柒捌玖拾佰仟廿卅卌幺]/;

export const isHanNumeral = (char: string | undefined): boolean => char !== undefined && NUMERAL.test(char);

export const isDigit = (char: string | undefined): boolean =>
  char !== undefined && char >= '0' && char <= '9';

function isInCompany(text: string, at: number): boolean {
  const before = text[at - 1];
  const next = text[at + 1] ?? '';
  if (isHanNumeral(before) || before === '之' || before === '负') return true;
  if (!isHan(before) && !isHan(next) && text[at] !== '参') return true;
  if (text[at] === '拾') return isHanNumeral(next) && !'收捡俯重'.includes(before ?? ' ');
  return text[at] === '俩' || text[at] === '幺' ? isHanNumeral(next) : COMPANY.test(next);
}

const isHan = (char: string | undefined): boolean => char !== undefined && char >= '一' && char <= '龥';

/** The Chinese digit at `at`, or -1. */
export function hanDigitAt(text: string, at: number): number {
  const digit = lookUp(DIGIT_TABLE, text, at) - 1;
  if (digit < 0) return -1;
  return GUARDED.includes(text[at]!) && !isInCompany(text, at) ? -1 : digit;
}

/** 2, 3 or 4 for 廿, 卅 and 卌; 0 elsewhere. */
export const tensAt = (text: string, at: number): number => lookUp(TENS_TABLE, text, at);

/**
 * 十, 百 or 千 at `at` as a number, or 0: in 千克 and 12千米 the 千 belongs to the unit, in 百货 and 百姓
 * the 百 to the noun.
 */
export function smallMagnitudeAt(text: string, at: number): number {
  const size = lookUp(SMALL_TABLE, text, at);
  if (size === 0) return 0;
  const char = text[at];
  const next = text[at + 1] ?? '';
  if (char === '拾' && !isInCompany(text, at)) return 0;
  if (char === '百' && '货姓强科佳'.includes(next) && next !== '')
    return isHanNumeral(text[at - 1]) ? size : 0;
  if (char !== '千') return size;
  const ofUnit =
    text.startsWith('字节', at + 1) ||
    text.startsWith('比特', at + 1) ||
    ('克米瓦卡赫禾'.includes(next) && next !== '');
  return ofUnit && !isHanNumeral(text[at - 1]) ? 0 : size;
}

/** w, W, k or K. */
const isSuffixLetter = (code: number): boolean =>
  code === 0x77 || code === 0x57 || code === 0x6b || code === 0x4b;

const isSuffix = (text: string, at: number): boolean =>
  isDigit(text[at - 1]) && !/[A-Za-z0-9]/.test(text[at + 1] ?? '');

/** 万, 亿 or 兆 (or w behind a digit) at `at` as a number, or 0: 万科, 万达 and 兆瓦 are words. */
export function largeMagnitudeAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const size = LARGE_TABLE[code] ?? 0;
  if (size === 0 && !isSuffixLetter(code)) return 0;
  const char = text[at]!;
  const next = text[at + 1] ?? '';
  if (char === 'w' || char === 'W') return isSuffix(text, at) ? 1e4 : 0;
  // 4K and 8K name a resolution
  if (char === 'k' || char === 'K')
    return isSuffix(text, at) && (char === 'k' || isDigit(text[at - 2])) ? 1000 : 0;
  if (char === '兆') return isHanNumeral(next) || '余多元日'.includes(next) ? size : 0;
  return char === '万' && next !== '' && '科达象向'.includes(next) ? 0 : size;
}
