/** Takes a list number and the name of its format (ISO 29500-1, 17.18.59); gives the characters. */

const DIGITS = '〇一二三四五六七八九';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';
const LEGAL_TRADITIONAL = '零壹貳參肆伍陸柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const ROMAN: readonly (readonly [value: number, letters: string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

interface Numerals {
  readonly digits: string;
  readonly places: string;
  /** What stands for skipped places; '' where nothing does. */
  readonly zero: string;
  /** In front of which place a one is left out: only a leading 十, every place, none. */
  readonly silentOne: 'leading-ten' | 'all' | 'none';
}

const CHINESE: Numerals = { digits: DIGITS, places: '十百千', zero: '零', silentOne: 'leading-ten' };
const JAPANESE: Numerals = { ...CHINESE, zero: '', silentOne: 'all' };
const FORMAL: Numerals = { digits: LEGAL, places: '拾佰仟', zero: '零', silentOne: 'none' };

/** 一, 十, 十一, 二十, 一百零五: as lists are counted, up to 9999. */
function chinese(value: number, { digits, places, zero, silentOne }: Numerals = CHINESE): string {
  if (value > 9999) return String(value);
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    const leadingTen = place === 1 && text === '';
    const silent =
      digit === 1 && place > 0 && (silentOne === 'all' || (silentOne === 'leading-ten' && leadingTen));
    text += (gap ? zero : '') + (silent ? '' : digits[digit]!) + (place > 0 ? places[place - 1]! : '');
    gap = false;
  }
  return text;
}

const digitwise = (value: number, digits: string): string =>
  Array.from(String(value), (digit) => digits[Number(digit)]!).join('');

function roman(value: number): string {
  if (value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [size, letters] of ROMAN) {
    while (rest >= size) {
      text += letters;
      rest -= size;
    }
  }
  return text;
}

/** A … Z, then AA, BB, …: a letter repeated, as word processors count (17.18.59 upperLetter). */
const letters = (value: number): string =>
  value > 780 ? String(value) : String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

const cycle = (value: number, signs: string): string => signs[(value - 1) % signs.length]!;

/** ① to ⑳; beyond, plain digits. */
const circled = (value: number): string =>
  value >= 1 && value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value);

const fullWidth = (value: number): string =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  chineseCounting: (value) => chinese(value),
  chineseCountingThousand: (value) => chinese(value),
  taiwaneseCounting: (value) => chinese(value),
  taiwaneseCountingThousand: (value) => chinese(value),
  japaneseCounting: (value) => chinese(value, JAPANESE),
  ideographDigital: (value) => digitwise(value, DIGITS),
  japaneseDigitalTenThousand: (value) => digitwise(value, DIGITS),
  taiwaneseDigital: (value) => digitwise(value, '○一二三四五六七八九'),
  chineseLegalSimplified: (value) => chinese(value, FORMAL),
  ideographLegalTraditional: (value) => chinese(value, { ...FORMAL, digits: LEGAL_TRADITIONAL }),
  ideographTraditional: (value) => cycle(value, STEMS),
  ideographZodiac: (value) => cycle(value, BRANCHES),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  ideographEnclosedCircle: (value) =>
    value >= 1 && value <= 10 ? String.fromCharCode(0x3280 + value - 1) : chinese(value),
  decimalEnclosedParen: (value) =>
    value >= 1 && value <= 20 ? String.fromCharCode(0x2474 + value - 1) : `(${value})`,
  none: () => '',
};

/** `formatNumber(12, 'chineseCounting')` is 十二. Formats not listed count in plain digits. */
export const formatNumber = (value: number, format: string): string =>
  value < 1 ? String(value) : (FORMATS[format]?.(value) ?? String(value));
