/** Writes a number the ways that reports do, for the reader to read back. */

const DIGITS = '零一二三四五六七八九';
const FORMAL: Readonly<Record<string, string>> = {
  一: '壹', 二: '贰', 三: '叁', 四: '肆', 五: '伍', 六: '陆', 七: '柒', 八: '捌', 九: '玖', 十: '拾', 百: '佰', 千: '仟',
}; // prettier-ignore

/** Below 10000: 一千零二十. */
function writeSection(n: number): string {
  let written = '';
  let gap = false;
  for (const [size, word] of [[1000, '千'], [100, '百'], [10, '十'], [1, '']] as const) {
    const digit = Math.floor(n / size) % 10;
    if (digit === 0) {
      gap = written !== '';
    } else {
      written += (gap ? '零' : '') + DIGITS[digit]! + word;
      gap = false;
    }
  } // prettier-ignore
  return written;
}

/** 一亿零三百二十万零五; 10 to 19 as 十 to 十九. */
export function writeChinese(n: number): string {
  if (n === 0) return '零';
  let written = '';
  let gap = false;
  for (const [size, word] of [[1e12, '万亿'], [1e8, '亿'], [1e4, '万'], [1, '']] as const) {
    const section = Math.floor(n / size) % 1e4;
    if (section === 0) {
      gap ||= written !== '';
    } else {
      written += (written !== '' && (gap || section < 1000) ? '零' : '') + writeSection(section) + word;
      gap = false;
    }
  } // prettier-ignore
  return written.replace(/^一十/, '十');
}

/** 壹仟贰佰, as on cheques. */
export const writeFormal = (n: number): string =>
  writeChinese(n)
    .replace(/^十/, '一十')
    .replace(/[一二三四五六七八九十百千]/g, (char) => FORMAL[char]!);

/** 3亿5200万0041 as 3亿5200万零41. */
export function writeMixed(n: number): string {
  const parts = [
    [Math.floor(n / 1e8), '亿'],
    [Math.floor(n / 1e4) % 1e4, '万'],
    [n % 1e4, ''],
  ] as const;
  let written = '';
  for (const [part, word] of parts) {
    if (part === 0) continue;
    written += (written !== '' && word === '' && part < 1000 ? '零' : '') + String(part) + word;
  }
  return written === '' ? '0' : written;
}

/** 59,169.5 */
export function writeSeparated(digits: string, separator = ','): string {
  const [whole = '', decimals] = digits.split('.');
  const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, separator);
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** ５９１６９ */
export const writeFullWidth = (digits: string): string =>
  digits.replace(/[\d.]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

/** 十七点一 */
export function writeChineseDecimal(digits: string): string {
  const [whole = '0', decimals = ''] = digits.split('.');
  return `${writeChinese(Number(whole))}点${decimals.replace(/\d/g, (digit) => DIGITS[Number(digit)]!)}`;
}
