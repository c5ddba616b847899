/**
 * Takes a number and the format code of its cell; gives its text: signs, unit words and thousands as the cell shows them, and
 * all digits that are stored, since a format that rounds (0.0 of 12.3456) would change the figure.
 */
import { dateText, isDateCode } from './date-format.js';
import { decimalOf, grouped, movePoint } from './decimal.js';
import { parseSection, type FormatSection } from './format-section.js';

/** A format code, read once for all cells that have it. */
export type NumberFormat = readonly Section[];

interface Section {
  readonly condition: ((value: number) => boolean) | null;
  /** Null: it shows no date. */
  readonly date: string | null;
  readonly format: FormatSection;
}

export function parseNumberFormat(code: string): NumberFormat {
  return splitSections(code).map((section) => ({
    condition: conditionOf(section),
    date: isDateCode(section) ? section : null,
    format: parseSection(section),
  }));
}

/** @param is1904 the calendar that dates count their days in */
export function numberText(value: number, sections: NumberFormat, is1904: boolean): string {
  const { section, own } = chooseSection(value, sections);
  if (section.date !== null) return dateText(value, section.date, is1904) ?? decimalOf(value);
  return fill(value, section.format, own);
}

// takes "a;b" in quotes, [Red] and \\; whole, other characters one by one
const PIECE = /"[^"]*"?|\[[^\]]*\]?|[\\!_*][^]|[^]/g;

function splitSections(code: string): string[] {
  const sections = [''];
  for (const [piece] of code.matchAll(PIECE)) {
    if (piece === ';') sections.push('');
    else sections.push((sections.pop() ?? '') + piece);
  }
  return code === '' ? ['General'] : sections;
}

// takes [>=10000] and [<0.5]; leaves [Red] and [$¥-804]
const CONDITION = /^\s*(?:\[[^\]]*\])*?\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]/;

const HOLDS: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '<': (value, limit) => value < limit,
  '>': (value, limit) => value > limit,
  '=': (value, limit) => value === limit,
  '<=': (value, limit) => value <= limit,
  '>=': (value, limit) => value >= limit,
  '<>': (value, limit) => value !== limit,
};

function conditionOf(section: string): Section['condition'] {
  const [, sign, limit] = CONDITION.exec(section) ?? [];
  const holds = HOLDS[sign ?? ''];
  return holds === undefined ? null : (value) => holds(value, Number(limit));
}

interface Chosen {
  readonly section: Section;
  /** It is there for negative numbers, and shows their sign itself. */
  readonly own: boolean;
}

/** Positive; negative; zero; text, as far as they are there, or by the conditions that they state. */
function chooseSection(value: number, sections: NumberFormat): Chosen {
  const [first, second, third] = sections;
  if (sections.some(({ condition }) => condition !== null)) {
    const holding = sections.slice(0, 3).find(({ condition }) => condition === null || condition(value));
    return { section: holding ?? sections.at(-1)!, own: false };
  }
  if (value < 0 && second !== undefined) return { section: second, own: true };
  return { section: value === 0 && third !== undefined ? third : first!, own: false };
}

// takes words that tell a direction themselves (减少0.0); leaves ( and -
const WORDS = /\p{Script=Han}/u;

function fill(value: number, format: FormatSection, own: boolean): string {
  const { prefix, suffix, shape } = format;
  if (shape === null) return (prefix + suffix).trim();
  const decimal = movePoint(decimalOf(Math.abs(value)), format.shift);
  const spoken = own && WORDS.test(prefix);
  const sign = value < 0 && !spoken ? '-' : '';
  const bare = (words: string): string => (own ? words.replace(/[()（）-]/g, '') : words);
  return (sign + bare(prefix).trimStart() + written(decimal, format) + bare(suffix).trimEnd()).trim();
}

function written(decimal: string, { shape, minimum, decimals, isGrouped, inner }: FormatSection): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  if (shape === 'general') return decimal;
  if (inner !== null) return fraction === '' ? insert(whole, inner) : decimal;
  const digits = whole.padStart(minimum, '0');
  const shown = fraction.padEnd(decimals, '0');
  return (isGrouped ? grouped(digits) : digits) + (shown === '' ? '' : `.${shown}`);
}

/** Words between the digits (0"万"0000, 000-0000): each stands in front of so many last digits. */
const insert = (whole: string, inner: NonNullable<FormatSection['inner']>): string =>
  inner.reduce((text, { words, before }) => {
    const at = whole.length - before;
    return at <= 0 ? text : text.slice(0, at) + words + text.slice(at);
  }, whole);

/** Of cells that have no format. */
export const GENERAL: NumberFormat = parseNumberFormat('General');
