/** Takes the attributes of a list style's levels; gives levels as `list-label.ts` counts them. */
import type { ListLevel } from '../list-label.js';
import type { Attributes } from './xml-events.js';

/** A level's index from 0, with what it shows. */
export type IndexedLevel = readonly [index: number, level: ListLevel];

/** Number formats by the first of the examples that their name lists: 一, 二, 三, ... (ODF 1.2, 19.500, and LibreOffice). */
const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal', a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman', '01': 'decimalZero',
  一: 'chineseCounting', 壹: 'chineseLegalSimplified', 甲: 'ideographTraditional', 子: 'ideographZodiac',
  '①': 'decimalEnclosedCircle', '１': 'decimalFullWidth', 〇: 'ideographDigital', '㈠': 'ideographEnclosedCircle',
  '⑴': 'decimalEnclosedParen',
}; // prettier-ignore

const BULLETS = 'text:list-level-style-bullet';
const NUMBERS: ReadonlySet<string> = new Set(['text:list-level-style-number', 'text:outline-level-style']);
const MOST_LEVELS = 10;

/** The level that an element of a list style defines; null where it is none, or shows a picture. */
export function listLevel(name: string, attributes: Attributes): IndexedLevel | null {
  const index = Number(attributes['text:level']) - 1;
  if (!Number.isInteger(index) || index < 0 || index >= MOST_LEVELS) return null;
  if (name === BULLETS)
    return [index, { ...PLAIN, format: 'bullet', text: attributes['text:bullet-char'] ?? '' }];
  if (!NUMBERS.has(name)) return null;
  const start = Number(attributes['text:start-value'] ?? 1);
  return [
    index,
    {
      ...PLAIN,
      start: Number.isInteger(start) ? start : 1,
      format: formatOf(attributes['style:num-format'] ?? ''),
      text: template(index, attributes),
    },
  ];
}

const PLAIN: ListLevel = { start: 1, format: 'none', text: '', restart: null, legal: false };

/** `贰, 貳` tells the two kinds of formal numbers apart. */
function formatOf(name: string): string {
  if (name === '') return 'none';
  if (name.includes('貳')) return 'ideographLegalTraditional';
  return FORMATS[name.split(/[,，]/)[0]!.trim()] ?? 'decimal';
}

/** `%1.%2`, from LibreOffice's own `%1%.%2%`, or else from what stands in front, between and behind. */
function template(index: number, attributes: Attributes): string {
  const own = attributes['loext:num-list-format'] ?? attributes['style:num-list-format'];
  // A place for a number: takes '%1%' in '第%1%章', not '100%'.
  if (own !== undefined) return own.replace(/%(\d+)%/g, '%$1');
  const shown = attributes['style:num-format'] ? Number(attributes['text:display-levels'] ?? 1) : 0;
  const first = Math.max(0, index + 1 - (Number.isInteger(shown) ? shown : 1));
  const places = Array.from({ length: index + 1 - first }, (_, at) => `%${first + at + 1}`);
  return (attributes['style:num-prefix'] ?? '') + places.join('.') + (attributes['style:num-suffix'] ?? '');
}
