/** Values → cells of a sheet, each with the format that its kind has. */
import type { Cell, Look } from '../xlsx/sheet.js';

export const text = (value: string | null, look: Look = 'plain'): Cell => ({ value, look });

export const headers = (titles: readonly string[]): Cell[] => titles.map((title) => text(title, 'header'));

/** @param wan 186000 is shown as 18.6万, 27670 as 2.7670万: no digit is rounded away; the cell holds the number itself */
export function amount(value: number | null, wan: boolean, look: Look = 'plain'): Cell {
  if (value === null) return { value, look };
  if (!Number.isInteger(value)) return { value, look, format: 'decimal' };
  if (!wan || Math.abs(value) < 1e4) return { value, look, format: 'whole' };
  return { value, look, format: value % 1000 === 0 ? 'wan' : 'exact-wan' };
}

const DAY = 86_400_000;
/** Day 0 of Excel; from day 61 on (1 March 1900) it counts as everybody does. */
const EPOCH = Date.UTC(1899, 11, 30);
const FIRST_SOUND_DAY = 61;

/** An ISO date as a date; what is none, or too old for Excel, stays text. */
export function day(iso: string | null): Cell {
  const time = iso === null ? NaN : Date.parse(`${iso}T00:00:00Z`);
  const number = (time - EPOCH) / DAY;
  return number >= FIRST_SOUND_DAY ? { value: number, format: 'date' } : { value: iso };
}
