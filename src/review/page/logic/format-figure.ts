/** A figure → the few words that name its value, in a list, in the panel and to a screen reader. */
import type { Language, ListedFigure } from '../../api.js';
import { say } from '../words.js';
import { formatNumber } from './numbers.js';

export type Valued = Pick<ListedFigure, 'value' | 'lower' | 'upper' | 'redacted'>;

/** The value where there is one, else its bounds. */
export function formatValue(figure: Valued, language: Language): string {
  if (figure.redacted) return say('blankedOut', language);
  return figure.value === null ? formatBounds(figure, language) : formatNumber(figure.value);
}

/** 5,000–6,000; 10,000,000 or more; the number alone where it is exact. */
export function formatBounds({ lower, upper, redacted }: Valued, language: Language): string {
  if (redacted) return say('blankedOut', language);
  if (lower !== null && upper !== null)
    return lower === upper ? formatNumber(lower) : `${formatNumber(lower)}–${formatNumber(upper)}`;
  if (lower !== null) return say('orMore', language, { n: formatNumber(lower) });
  if (upper !== null) return say('atMost', language, { n: formatNumber(upper) });
  return say('unknownValue', language);
}

/** Whether the bounds say more than the value does. */
export const isBounded = ({ value, lower, upper, redacted }: Valued): boolean =>
  !redacted && value !== null && (lower !== value || upper !== value);

/** A time of a decision as its reader writes it: 2024-05-02 11:04. */
export function formatTime(iso: string): string {
  const time = new Date(iso);
  const two = (part: number): string => String(part).padStart(2, '0');
  return Number.isNaN(time.getTime())
    ? iso
    : `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
