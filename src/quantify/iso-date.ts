/** Year, month and day as written → ISO text, or null for a day that no calendar has. */

const HAN = '〇一二三四五六七八九';
// takes 2020 · 03; leaves 二〇二〇
const DIGITS = /^\d+$/;
const TENS: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十' };

/** 3, 03, 三, 二十一, 廿五, 二〇二〇 → the number. */
export function numberOf(text: string): number {
  if (DIGITS.test(text)) return Number(text);
  const plain = text
    .replace(/[零○O0]/g, '〇')
    .replace(/[廿卅]/g, (tens) => TENS[tens]!)
    .replace('元', '一');
  if (!/[十百]/.test(plain)) {
    let digits = '';
    for (const char of plain) digits += String(Math.max(0, HAN.indexOf(char)));
    return Number(digits);
  }
  const hundreds = plain.indexOf('百');
  if (hundreds >= 0)
    return HAN.indexOf(plain[hundreds - 1]!) * 100 + numberOf(plain.slice(hundreds + 1) || '〇');
  const [tens = '', ones = ''] = plain.split('十');
  return (tens === '' ? 1 : HAN.indexOf(tens)) * 10 + (ones === '' ? 0 : HAN.indexOf(ones));
}

export const two = (n: number): string => String(n).padStart(2, '0');

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Parts of a date that are written. */
export interface DateParts {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** ISO text with missing parts as hyphens (`2020-03`, `--03-05`, `---05`); null where it cannot be. */
export function formatDate({ year, month, day }: DateParts): string | null {
  if (month !== null && (month < 1 || month > 12)) return null;
  if (day !== null && (day < 1 || day > (month === null ? 31 : DAYS[month - 1]!))) return null;
  if (year !== null && month === 2 && day === 29 && !isLeap(year)) return null;
  const head = year === null ? '-' : String(year);
  if (month === null) return day === null ? head : `---${two(day)}`;
  return `${head}-${two(month)}${day === null ? '' : `-${two(day)}`}`;
}

/** The second date of a period takes what it leaves out from the first: 3月5日至8日. */
export const inherit = (first: DateParts, second: DateParts): DateParts => ({
  year: second.year ?? first.year,
  month: second.month ?? (second.day === null ? null : first.month),
  day: second.day,
});
