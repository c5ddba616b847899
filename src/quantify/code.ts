/** A text and the place of a digit → a number that only names something: phone, document, model, ratio. */
import { findCurrencyBefore } from './currency.js';
import { isDigit, largeMagnitudeAt } from './numeral-characters.js';
import { matchAt, matchesAt, sticky, stickyAny, type Recognised } from './recognised.js';
import { matchUnit, type UnitLexicon } from './unit.js';

interface CodePattern {
  readonly kind: string;
  readonly pattern: RegExp;
  readonly value?: (match: RegExpExecArray) => number | null;
}

/** First that matches counts. */
const PATTERNS: readonly CodePattern[] = [
  // takes 13912345678 · 0512-65112345 · 400-820-8820 · 888-000-9999 · 138XXXX5678; leaves 13912人, 4000000000元
  {
    kind: 'phone',
    pattern: sticky(
      '(?:1[3-9]\\d{9}|1[3-9]\\d[- ]\\d{4}[- ]\\d{4}|0\\d{2,3} ?[-—] ?\\d{3,4} ?\\d{4}|[48]00-?\\d{3}-?\\d{4}|\\d{3}-\\d{3}-\\d{4}|1[3-9]\\d[Xx×*＊]{3,6}\\d{0,4}|0\\d{2,3}-\\d{1,4}[Xx×*＊]{3,})(?![\\d.万亿余多元人次个件条份户])',
    ),
  },
  // takes 12355平台 · 12345政务热线 · 110指挥中心; leaves 110人
  {
    kind: 'phone',
    pattern: sticky(
      '(?:1[12]\\d{3}|96\\d{3,4}|95\\d{3,4}|11[0-9]|12[0-2])(?=[“”"]? ?[一-龥]{0,8}?(?:热线|专线|平台|服务台|电话|指挥中心|急救|便民|青少年))',
    ),
  },
  // takes 12号文 · 5-6号楼 · 3号桌; leaves 3号召集
  { kind: 'document-number', pattern: sticky('\\d{1,6}(?:[-—~～至、]\\d{1,6})?号(?![召称角])') },
  // takes 2号 in front of nothing else · 192.168.0.1 · 1.2.3; leaves 1.2
  { kind: 'code', pattern: sticky('\\d+(?:\\.\\d+){2,}') },
  // takes 4-5-6 · 1+5 · 3+2+N · 24/7 · 7×24 · 5×8; leaves 5.1万+, 3-5人
  {
    kind: 'name',
    pattern: sticky(
      '\\d+(?:\\+(?:\\d+|[A-ZXNn])){1,}(?![\\d万])|\\d+-\\d+-\\d+(?!\\d)|24\\/7|\\d{1,3} ?[×xX*] ?\\d+(?![\\d×*])(?:小时)?',
    ),
  },
  // takes 1/3 · 3/4 · 1∶2; leaves 3/万
  {
    kind: 'ratio',
    pattern: sticky('(\\d{1,9})[/∶:：](\\d{1,9})(?![\\d/])'),
    value: ([, above = '', below = '']) =>
      Number(below) === 0 ? null : Number((Number(above) / Number(below)).toPrecision(15)),
  },
  // takes 202012300101 · 32058119900101001X: ten digits and more without a unit; leaves 1234567890元
  { kind: 'code', pattern: sticky('\\d{16,}[Xx]?|\\d{10,}[Xx]?(?![\\d.,万亿余多元次人个件条%])') },
  // takes 15 of 今(15)日 · 昨（3）日; leaves 今（15人）
  { kind: 'date', pattern: sticky('(?<=[今昨前明本][（(])\\d{1,2}(?=[）)][日天])') },
  // takes 2.0版 · 3.0时代; leaves 2.0万
  { kind: 'name', pattern: sticky('\\d\\.\\d{1,2}(?=版|时代|模式|升级)') },
  // takes 80后 · 95后; leaves 80后勤, 3后
  { kind: 'name', pattern: sticky('\\d[05]后(?!勤|续|期|方|来)') },
  // takes 84消毒液 · 365天天帮; leaves 84瓶消毒液
  { kind: 'name', pattern: sticky('84(?=消毒)|365(?=天天)|211(?=工程|高校|大学)|985(?=工程|高校|大学)') },
  // takes 520志愿者联盟 · 1234工作法; leaves 520名, 30支服务队
  {
    kind: 'name',
    pattern: sticky(
      '\\d{2,5}(?=[一-龥]{0,6}?(?:联盟|工作法|工作模式|行动计划|暖心工程|服务体系|工作机制|工作室|品牌(?!产)))(?![名位个人支家件条次场篇份户项台辆期部张块处所余多万亿年月日天元组])',
    ),
  },
  // takes 008 · 0123; leaves 0.5, 0
  { kind: 'code', pattern: sticky('0\\d+(?![\\d.%％万亿年月日时]|[个人名位次件条家支场份])') },
];

/** Most digits are none of these, which one question tells. */
const ANY_PATTERN = stickyAny(PATTERNS.map(({ pattern }) => pattern));

// takes 〔2020〕5号 · [2021]12号 · （2019）; leaves （2019人）
const YEAR_IN_BRACKETS = sticky('(?:19|20)\\d{2} ?[〕\\]】)）](?: ?第? ?\\d+ ?号)?');
// takes 电话： · 手机 · 热线:; leaves 电话回访
const PHONE_LEAD = /(?:电话|手机|热线|传真|联系方式|拨打|致电|[Tt]el|TEL|☎)(?:号码?)?[是为：:]?[ +（(]{0,3}$/;
const PHONE_LEAD_ENDS = '话机线真式打电lL☎号码是为：: +（(';
// takes +86 512 6511-2345 · (081) 3333-33333; leaves 2300次, 1200余
const PHONE_NUMBER = sticky('\\d(?:[ \\-—/（）()]{0,3}\\d){6,17}(?![\\d万亿余多人名次个条件通元])');

/** Where the digits that start at `at` end, points between digits included. */
export function endOfDigits(text: string, at: number): number {
  let end = at;
  while (isDigit(text[end]) || (text[end] === '.' && isDigit(text[end + 1]) && end > at)) end++;
  return Math.max(end, at + 1);
}

// takes 0mm in 160mm5500; leaves PM
const BEHIND_MEASURE = /\d(?:mm|cm|ml|kg|g|m|L)$/;

// What an acronym that is no model's begins behind: takes 上AED (装上AED); leaves KN95.
const ACRONYM = /[\p{Script=Han}、][A-Z]{3}$/u;

/** 装上AED27台: a device of three letters, counted. */
function isDeviceCount(text: string, at: number): boolean {
  if (!ACRONYM.test(text.slice(Math.max(0, at - 4), at))) return false;
  return '台套部'.includes(text[endOfDigits(text, at)] ?? ' ');
}

/** A letter or sign in front makes the digits part of a name: N95, G20, COVID-19, #3, a@163. */
function isBehindLetter(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  if (before === '#' || before === '＃')
    return !'万亿余多名个人次'.includes(text[endOfDigits(text, at)] ?? '');
  // 210*160mm5500片: the letters are a measure
  if (/[mlgL]/.test(before) && BEHIND_MEASURE.test(text.slice(Math.max(0, at - 4), at))) return false;
  // MOP4,215,900 and HKD631,200: the letters are a currency
  if (/[DPBY]/.test(before) && findCurrencyBefore(text, at) !== null) return false;
  if (isDeviceCount(text, at)) return false;
  if (/[A-Za-z№@_]/.test(before)) return !/[XxＸ_]/.test(before) || /[A-WYZa-wyz]/.test(text[at - 2] ?? '');
  return before === '-' && /[A-Za-z]/.test(text[at - 2] ?? '');
}

/** A letter behind makes them part of a name too, unless it is a measure: 3D, 4K; not 5kg, 10W+. */
function isBeforeLetter(text: string, end: number, lexicon: UnitLexicon): boolean {
  const next = text[end] ?? '';
  if (next === '@') return true;
  if (!/[A-Za-z]/.test(next) || /[XxＸ]/.test(next)) return false;
  return !matchUnit(text, end, lexicon) && largeMagnitudeAt(text, end) === 0;
}

// takes 25-31 in donation-25-31 · 2.5 in PM2.5; leaves the point of N95.
const NAME_DIGITS = /\d+(?:[.-]\d+)*/y;

// takes 11 of 双11; leaves 112
const SALES_DAY = /^1[12](?!\d)/;

function readPattern(text: string, at: number): Recognised | null {
  for (const { kind, pattern, value } of PATTERNS) {
    const match = matchAt(pattern, text, at);
    if (match) return { kind, end: at + match[0].length, value: value?.(match) ?? null };
  }
  return null;
}

/** A longer row of digits counts nothing, and a pattern that follows it to its end would find the stack's end first. */
const LONGEST = 1_000;

/** The kind of name that the digits at `at` belong to, or null. */
export function findCode(text: string, at: number, lexicon: UnitLexicon): Recognised | null {
  const end = endOfDigits(text, at);
  if (end - at > LONGEST) return { kind: 'code', end, value: null };
  const before = text[at - 1] ?? '';
  if (isBehindLetter(text, at))
    return { kind: 'name', end: at + matchAt(NAME_DIGITS, text, at)![0].length, value: null };
  if ('〔[【(（'.includes(before) && before !== '') {
    const year = matchAt(YEAR_IN_BRACKETS, text, at);
    if (year) return { kind: 'document-number', end: at + year[0].length, value: null };
  }
  if (
    before !== '' &&
    PHONE_LEAD_ENDS.includes(before) &&
    PHONE_LEAD.test(text.slice(Math.max(0, at - 12), at))
  ) {
    const phone = matchAt(PHONE_NUMBER, text, at);
    if (phone) return { kind: 'phone', end: at + phone[0].length, value: null };
  }
  if (before === '双' && SALES_DAY.test(text.slice(at, at + 3)))
    return { kind: 'name', end: at + 2, value: null };
  const code = matchesAt(ANY_PATTERN, text, at) ? readPattern(text, at) : null;
  if (code) return code;
  return isBeforeLetter(text, end, lexicon) ? { kind: 'name', end, value: null } : null;
}
