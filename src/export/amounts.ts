/** Amounts of a comparison → text: 59,169 · 18.6万 · 5,000–6,000 · ≥100,000. */
import { signedNumber, type Amount } from '../compare/index.js';

const plain = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 6 });

/** @param wan 186000 as 18.6万, and 9999 as 9,999; no digit is rounded away */
export const formatNumber = (value: number, wan: boolean): string =>
  wan && Math.abs(value) >= 1e4 ? `${plain(Number((value / 1e4).toPrecision(15)))}万` : plain(value);

/** What a hedge or a gap below leaves open; null where nothing is. */
export function formatBounds({ lower, upper }: Amount, wan: boolean): string | null {
  if (lower === upper) return null;
  if (upper === null) return `≥${formatNumber(lower!, wan)}`;
  if (lower === null) return `≤${formatNumber(upper, wan)}`;
  return `${formatNumber(lower, wan)}–${formatNumber(upper, wan)}`;
}

/** 59,169 · ≥1.2万 · ≈13,000; 20,000–90,000 where nothing but two bounds is known. */
export function formatAmount(amount: Amount, wan: boolean, { contradicted = false } = {}): string {
  const shown = signedNumber(amount, { contradicted });
  return shown ? `${shown.sign ?? ''}${formatNumber(shown.number, wan)}` : (formatBounds(amount, wan) ?? '?');
}

/** Both bounds, where there is a number that they stand beside, and its sign does not say all. */
export const boundsBeside = (amount: Amount, wan: boolean, { contradicted = false } = {}): string[] => {
  const isSaid =
    signedNumber(amount, { contradicted }) === null || amount.upper === null || amount.lower === amount.upper;
  return isSaid ? [] : [formatBounds(amount, wan)!];
};
