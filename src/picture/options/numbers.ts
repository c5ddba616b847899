/** Amounts in → how far a bar goes, and the numbers in words, in 万 and 亿 where they are large in Chinese. */
import { signedNumber, type Amount, type Sign } from '../../compare/amount.js';
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
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
  ],
  en: [
    [1e12, ' trillion'],
    [1e9, ' billion'],
    [1e6, ' million'],
  ],
};

/** Four digits where it is counted in a large unit, or is small; a whole number otherwise. */
export function formatNumber(number: number, language: Language, rounding: Rounding = Math.round): string {
  const short = toFourDigits(number, rounding);
  const step = STEPS[language].find(([size]) => short >= size);
  if (step) return `${group(short / step[0])}${step[1]}`;
  return group(number >= 1000 ? rounding(number) : short);
}

/** What a number is at least is rounded down, what it is at most up: neither says more than is known. */
type Rounding = (number: number) => number;

function toFourDigits(number: number, rounding: Rounding): number {
  if (number === 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(number)) - 3);
  return tidy(rounding(tidy(number / unit)) * unit);
}

const group = (number: number): string => number.toLocaleString('en-US', { maximumSignificantDigits: 15 });

/** The number and, where there are any, its bounds: apart, so that they can stand below one another. */
export function amountParts(
  amount: Amount,
  language: Language,
  { contradicted = false } = {},
): { readonly number: string; readonly bounds: string | null } {
  const shown = signedNumber(amount, { contradicted });
  const { upper } = amount;
  const show = (number: number, rounding: Rounding): string => formatNumber(number, language, rounding);
  const bounds = `${show(leastOf(amount), Math.floor)}–${show(upper ?? 0, Math.ceil)}`;
  if (shown === null) return { number: bounds, bounds: null };
  const { number, sign } = shown;
  const words = `${sign ?? ''}${show(number, ROUNDINGS[sign ?? '≈'])}`;
  return { number: words, bounds: upper === null || isExact(amount) ? null : bounds };
}

const ROUNDINGS = { '≥': Math.floor, '≤': Math.ceil, '≈': Math.round } as const satisfies Record<
  Sign,
  Rounding
>;

/** 6000, 5000–6000, ≥6000, ≈5000 (4000–6000). */
export function formatAmount(amount: Amount, language: Language, { contradicted = false } = {}): string {
  const { number, bounds } = amountParts(amount, language, { contradicted });
  return bounds === null ? number : `${number} (${bounds})`;
}

/** An axis from 0 that holds `most`, in at most so many steps that are easy to read. */
export function axisFor(most: number, steps = 6): { readonly max: number; readonly interval: number } {
  if (most <= 0) return { max: 1, interval: 1 };
  const size = 10 ** Math.floor(Math.log10(most / steps));
  const interval = tidy(
    [1, 2, 2.5, 5, 10].map((each) => each * size).find((each) => most / each <= steps) ?? 10 * size,
  );
  return { interval, max: tidy(Math.ceil(tidy(most / interval)) * interval) };
}

const tidy = (number: number): number => Number(number.toPrecision(12));
