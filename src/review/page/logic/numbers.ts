/** Numbers as people type and read them ↔ numbers. */

const FORMAT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 10 });

/** 102000 → 102,000; the same in both languages, so that figures can be compared by eye. */
export const formatNumber = (value: number): string => FORMAT.format(value);

/** 0.987 → 98.7 %: never 100 % of what is not certain. */
export function formatShare(share: number): string {
  const percent = share * 100;
  return `${percent > 99 && share < 1 ? Math.min(percent, 99.9).toFixed(1) : Math.round(percent)} %`;
}

const MAGNITUDES: Readonly<Record<string, number>> = {
  '': 0, 千: 3, 万: 4, 萬: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 億: 8, 万亿: 12,
}; // prettier-ignore

/** Takes 6000, 6,000, 1.2万, -3 and ６０００; must not take 6.000.000 or 约6000. */
const TYPED = /^([-−]?\d+(?:\.\d+)?)(\D*)$/;

/** What somebody typed → the number, exactly; null for what is none. */
export function parseNumber(typed: string): number | null {
  const plain = typed.normalize('NFKC').replace(/[\s,，]/g, '');
  const [, digits, word] = TYPED.exec(plain) ?? [];
  const zeros = word === undefined ? undefined : MAGNITUDES[word];
  if (digits === undefined || zeros === undefined) return null;
  // As text, since 1.1 × 10000 is not 11000 in binary.
  const value = Number(`${digits.replace('−', '-')}e${zeros}`);
  return Number.isFinite(value) ? value : null;
}
