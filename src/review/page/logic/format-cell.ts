/** A cell of a comparison → its amount, its bounds and its rank as they are read. */
import { formatRank as showRank, signedNumber, type Amount } from '../../../compare/amount.js';
import type { Series } from '../../../compare/index.js';
import type { Language } from '../../api.js';
import type { FilledCell } from '../../compare-api.js';
import { say } from '../words.js';
import { formatBounds } from './format-figure.js';
import { formatNumber } from './numbers.js';

/** The number with the sign of its hedge, and both bounds where the sign does not say all. */
export function formatAmount(
  amount: Amount & { readonly contradicted?: boolean },
  language: Language,
): { readonly number: string; readonly bounds: string | null } {
  const shown = signedNumber(amount, amount);
  const bounds = formatBounds({ ...amount, redacted: false }, language);
  if (shown === null) return { number: bounds, bounds: null };
  const isSaid = amount.upper === null || amount.lower === amount.upper;
  return { number: `${shown.sign ?? ''}${formatNumber(shown.number)}`, bounds: isSaid ? null : bounds };
}

/** 3, or 3–5 where the bounds leave it open. */
export const formatRank = ([best, worst]: FilledCell['rank']): string => showRank({ best, worst });

/** 2022-03-31, or from when to when. */
export const formatDays = ({ from, to }: Pick<FilledCell, 'from' | 'to'>): string =>
  from === to ? to : `${from} – ${to}`;

/** 志愿者人数（人）, with the goods where there are some. */
export const formatSeries = ({ name, item, unit }: Series, language: Language): string =>
  say('seriesTitle', language, { what: item === null ? name : `${name} · ${item}`, unit });
