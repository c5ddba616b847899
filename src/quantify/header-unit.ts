/** A bare number in a table cell and the cell's headers → the number in the unit that they name. */
import type { CellContext, Quantity } from '../model.js';
import { tidy } from './numeral.js';
import { matchUnit, type UnitLexicon } from './unit.js';

// takes （万元） · (人) · 单位：万元 · 金额/万元; leaves 城乡/统筹, which names no unit
const NAMED =
  /[（(]\s*(?:单位\s*[：:]\s*)?([^（）()]{1,8})[)）]|单位\s*[：:]\s*([^\s，。；）)]{1,8})|\/([^/\s]{1,6})$/g;
// takes 万 in 万元 · 百万 · 万; leaves 元
const MAGNITUDE = /^(?:万亿|百万|十万|[十百千万亿])?/;
const SCALE: Readonly<Record<string, number>> = {
  十: 10, 百: 100, 千: 1e3, 万: 1e4, 十万: 1e5, 百万: 1e6, 亿: 1e8, 万亿: 1e12,
}; // prettier-ignore

export interface HeaderUnit {
  /** Null where the header names a magnitude alone: 阅读量（万）. */
  readonly unit: string | null;
  readonly unitText: string;
  readonly scale: number;
}

/** What a header counts where it names no unit in brackets: takes 服务户数, 出动人次; leaves 人次（万） and 总数. */
const COUNTED: readonly (readonly [RegExp, string])[] = [
  [/人次数?$/, '人次'],
  [/(?:人数|志愿者数|[^人]员数)$/, '人'],
  [/户数$/, '户'],
  [/场次数?$/, '场'],
  [/(?:时数|小时数)$/, '小时'],
];

function readCounted(header: string): HeaderUnit | null {
  const unit = COUNTED.find(([pattern]) => pattern.test(header))?.[1];
  return unit === undefined ? null : { unit, unitText: unit, scale: 1 };
}

function readNamed(words: string, lexicon: UnitLexicon): HeaderUnit | null {
  const magnitude = MAGNITUDE.exec(words)![0];
  const scale = SCALE[magnitude] ?? 1;
  if (magnitude === words && scale >= 1e4) return { unit: null, unitText: words, scale };
  const unit = matchUnit(words, magnitude.length, lexicon);
  if (unit?.end !== words.length) return null;
  return { unit: unit.unit, unitText: words, scale: scale * unit.factor };
}

/** The unit that a header names, with the magnitude that goes with it; null where it names none. */
export function readHeaderUnit(header: string, lexicon: UnitLexicon): HeaderUnit | null {
  for (const match of header.matchAll(NAMED)) {
    const named = readNamed((match[1] ?? match[2] ?? match[3] ?? '').trim(), lexicon);
    if (named) return named;
  }
  return readCounted(header);
}

// In front of a number: takes （小时） (服务时长（小时）216370.5), （澳门元）：; leaves （三）
const BRACKET_BEFORE = /[（(][^（）()]{1,8}[)）]\s*[：:]?\s*$/;

/** A number without a unit behind a label that names one in brackets; other numbers as they are. */
export function applyBracketUnit(text: string, quantity: Quantity, lexicon: UnitLexicon): Quantity {
  if (quantity.unit !== null || quantity.redacted) return quantity;
  const { start } = quantity.phrase;
  const bracket = BRACKET_BEFORE.exec(text.slice(Math.max(0, start - 16), start))?.[0];
  const named = bracket === undefined ? null : readHeaderUnit(bracket, lexicon);
  return named === null ? quantity : withUnit(quantity, named);
}

/** n characters of digits stay below 10ⁿ; 3.5万 in a cell does not, and is not scaled again. */
const hasOwnMagnitude = ({ value, span }: Quantity): boolean =>
  value !== null && Math.abs(value) >= 10 ** (span.end - span.start);

/** Headers nearest first, the caption last: the first that names a unit counts. */
export function applyHeaderUnit(quantity: Quantity, cell: CellContext, lexicon: UnitLexicon): Quantity {
  if (quantity.unit !== null) return quantity;
  for (const header of [...cell.columnHeaders, ...cell.rowHeaders, cell.caption ?? '']) {
    const named = readHeaderUnit(header, lexicon);
    if (named) return withUnit(quantity, named);
  }
  return quantity;
}

function withUnit(quantity: Quantity, { unit, unitText, scale: magnitude }: HeaderUnit): Quantity {
  const scale = hasOwnMagnitude(quantity) ? 1 : magnitude;
  const scaled = (value: number | null): number | null => (value === null ? null : tidy(value * scale));
  const flags = unit === null ? quantity.flags : quantity.flags.filter((flag) => flag !== 'no-unit');
  return {
    ...quantity,
    value: scaled(quantity.value),
    lower: scaled(quantity.lower),
    upper: scaled(quantity.upper),
    unit,
    unitText: unit === null ? null : unitText,
    flags: [...flags, 'header-unit'],
  };
}
