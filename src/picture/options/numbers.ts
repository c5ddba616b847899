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

export const isExact = ({ value, lower, upper }: Amount): boolean =>
  value !== null && lower === value && upper === value;

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

/** The number and, where there are any, its bounds: apart, so that they can stand below one another. */
export function amountParts(
  amount: Amount,
  language: Language,
): { readonly number: string; readonly bounds: string | null } {
  const { value, upper } = amount;
  const show = (number: number): string => formatNumber(number, language);
  const least = leastOf(amount);
  const bounds = upper === null ? `≥${show(least)}` : `${show(least)}–${show(upper)}`;
  if (value === null || (upper === null && least === value)) return { number: bounds, bounds: null };
  return { number: show(value), bounds: isExact(amount) ? null : bounds };
}

/** 6000, 5000–6000, ≥6000, 5000 (4000–6000). */
export function formatAmount(amount: Amount, language: Language): string {
  const { number, bounds } = amountParts(amount, language);
  return bounds === null ? number : `${number} (${bounds})`;
}

/** An axis from 0 that holds `most`, in at most six steps that are easy to read. */
export function axisFor(most: number): { readonly max: number; readonly interval: number } {
  if (most <= 0) return { max: 1, interval: 1 };
  const size = 10 ** Math.floor(Math.log10(most / 5));
  const interval = tidy(
    [1, 2, 2.5, 5, 10].map((each) => each * size).find((each) => most / each <= 6) ?? 10 * size,
  );
  return { interval, max: tidy(Math.ceil(tidy(most / interval)) * interval) };
}

const tidy = (number: number): number => Number(number.toPrecision(12));
