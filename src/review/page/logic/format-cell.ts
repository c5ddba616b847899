/** A cell of a comparison → its amount, its bounds and its rank as they are read. */
import type { Amount, Series } from '../../../compare/index.js';
import type { Language } from '../../api.js';
import type { FilledCell } from '../../compare-api.js';
import { say } from '../words.js';
import { formatBounds, formatValue, isBounded } from './format-figure.js';

/** The number, and its bounds where they say more than it does. */
export function formatAmount(
  amount: Amount,
  language: Language,
): { readonly number: string; readonly bounds: string | null } {
  const figure = { ...amount, redacted: false };
  return {
    number: formatValue(figure, language),
    bounds: isBounded(figure) ? formatBounds(figure, language) : null,
  };
}

/** 3, or 3–5 where the bounds leave it open. */
export const formatRank = ([best, worst]: FilledCell['rank']): string =>
  best === worst ? String(best) : `${best}–${worst}`;

/** 2022-03-31, or from when to when. */
export const formatDays = ({ from, to }: Pick<FilledCell, 'from' | 'to'>): string =>
  from === to ? to : `${from} – ${to}`;

/** 志愿者人数（人）, with the goods where there are some. */
export const formatSeries = ({ name, item, unit }: Series, language: Language): string =>
  say('seriesTitle', language, { what: item === null ? name : `${name} · ${item}`, unit });
