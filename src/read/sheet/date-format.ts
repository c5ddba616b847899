/** Takes a day number and a date format; gives the date and time as Chinese reports write them: 2024年3月5日 14:30. */
import { decimalOf } from './decimal.js';

// takes what is no part of a date's pattern: words, escaped characters, colours and locales; leaves [h] and [mm]
const WORDS = /"[^"]*"?|[\\!_*][^]|\[(?!h+\]|m+\]|s+\])[^\]]*\]?/gi;
// takes General and E+, whose letters are no date's
const NO_DATE = /G\/通用格式|General|E[+-]/gi;

const patternOf = (code: string): string => code.replace(WORDS, ' ').replace(NO_DATE, ' ').toLowerCase();

/** True where the format shows a date or a time: it has y, m, d, h or s outside of words. */
export const isDateCode = (code: string): boolean => /[ymdhs]|上午|aaa|(?<!0)e/.test(patternOf(code));

const DAY_MS = 86_400_000;
/** Day 0 of the two calendars that workbooks have. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** 31 December 9999. */
const LAST_DAY = 2_958_466;

/** Null where the number is no date. */
export function dateText(serial: number, code: string, is1904: boolean): string | null {
  const pattern = patternOf(code);
  if (pattern.includes('[')) return elapsed(serial, code, pattern);
  if (serial < 0 || serial >= LAST_DAY) return null;
  // the 1900 calendar has a 29 February 1900, so its first two months are a day off
  const days = is1904 || serial >= 61 ? serial : serial + 1;
  const time = new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(days * DAY_MS));
  return [dayText(time, pattern), clockText(time, pattern)].filter((text) => text !== '').join(' ');
}

/**
 * A date that is stored as 2024-03-05T14:30:00; as it is where it is none.
 * @param code null: the day, and the time where it has one
 */
export function isoDateText(written: string, code: string | null): string {
  const time = new Date(
    /(?:Z|[+-]\d\d:?\d\d)$/.test(written) || !written.includes('T') ? written : `${written}Z`,
  );
  if (Number.isNaN(time.getTime())) return written;
  const pattern =
    code !== null ? patternOf(code) : /T(?!00:00:00)/.test(written) ? 'yyyy-mm-dd h:mm' : 'yyyy-mm-dd';
  return [dayText(time, pattern), clockText(time, pattern)].filter((text) => text !== '').join(' ');
}

// minutes stand behind hours or in front of seconds: takes h:mm, 上午/下午h时mm分, mm:ss; leaves yyyy-mm
const MINUTES = /h+[^ymds]*?m+|m+[^ymdh]*?s/;

function dayText(time: Date, pattern: string): string {
  const rest = pattern.replace(MINUTES, ' ').replace(/s+|h+|am\/pm/g, ' ');
  const year = /[ye]/.test(rest) ? `${time.getUTCFullYear()}年` : '';
  const month = rest.includes('m') ? `${time.getUTCMonth() + 1}月` : '';
  const day = /d/.test(rest.replace(/d{3,}/g, ' ')) ? `${time.getUTCDate()}日` : '';
  return year + month + day;
}

const two = (value: number): string => String(value).padStart(2, '0');

function clockText(time: Date, pattern: string): string {
  const seconds = /s/.test(pattern) ? `:${two(time.getUTCSeconds())}` : '';
  if (!/h/.test(pattern)) return seconds === '' ? '' : `${two(time.getUTCMinutes())}${seconds}`;
  return `${time.getUTCHours()}:${two(time.getUTCMinutes())}${seconds}`;
}

// takes the words behind [h]: 小时 of [h]"小时"
const UNIT = /\[(?:h+|m+|s+)\]"([^"]*)"\s*$/i;
const PARTS = { h: 24, m: 24 * 60, s: 24 * 3600 } as const;

/** A length of time: 26:30 of [h]:mm, and 26.5小时 of [h]"小时", which would hide the half hour. */
function elapsed(serial: number, code: string, pattern: string): string {
  const part = (/\[([hms])/.exec(pattern)?.[1] ?? 'h') as keyof typeof PARTS;
  const unit = UNIT.exec(code.trim())?.[1];
  const alone = pattern.replace(/\[[hms]+\]/, '').trim() === '';
  if (unit !== undefined || alone) return decimalOf(serial * PARTS[part]) + (unit ?? '');
  const seconds = Math.round(Math.abs(serial) * PARTS.s);
  const minutes = Math.floor(seconds / 60);
  const sign = serial < 0 ? '-' : '';
  const tail = pattern.includes('s') ? `:${two(seconds % 60)}` : '';
  if (part === 'h') return `${sign}${Math.floor(minutes / 60)}:${two(minutes % 60)}${tail}`;
  return `${sign}${minutes}${tail}`;
}
