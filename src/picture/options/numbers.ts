/** Amounts in → how far a bar goes, and the numbers in words, in 万 and 亿 where they are large in Chinese. */
import type { Amount } from '../../compare/index.js';
import type { Language } from '../../diagnostics.js';

export const leastOf = ({ lower, value }: Amount): number => lower ?? value ?? 0;

/** Where a bar ends: at the value, or in the middle of what is known. */
export function middleOf(amount: Amount): number {
  const { value, upper } = amount;
  if (value !== null) return value;
  return upper === null ? leastOf(amount) : (leastOf(amount) + upper) / 2;
}

/** The farthest number that is known of it. */
export const endOf = (amount: Amount): number =>
  Math.max(middleOf(amount), leastOf(amount), amount.upper ?? 0);

/** What large numbers are counted in, the greatest first. */
const STEPS: Readonly<Record<Language, readonly (readonly [size: number, word: string])[]>> = {
  zh: [
    [1e8, '亿'],
    [1e4, '万'],
  ],
  en: [
    [1e9, ' billion'],
    [1e6, ' million'],
  ],
};

/** Four digits where it is counted in a large unit, or is small; a whole number otherwise. */
export function formatNumber(number: number, language: Language): string {
  const short = Number(number.toPrecision(4));
  const step = STEPS[language].find(([size]) => short >= size);
  if (step) return `${group(short / step[0])}${step[1]}`;
  return group(number >= 1000 ? Math.round(number) : short);
}

const group = (number: number): string => number.toLocaleString('en-US', { maximumSignificantDigits: 15 });

/** 6000, 5000–6000, ≥6000, 5000 (4000–6000). */
export function formatAmount(amount: Amount, language: Language): string {
  const { value, lower, upper } = amount;
  const show = (number: number): string => formatNumber(number, language);
  const least = leastOf(amount);
  const bounds = upper === null ? `≥${show(least)}` : `${show(least)}–${show(upper)}`;
  if (value === null || (upper === null && least === value)) return bounds;
  return lower === value && upper === value ? show(value) : `${show(value)} (${bounds})`;
}
