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
  return null;
}

/** n characters of digits stay below 10ⁿ; 3.5万 in a cell does not, and is not scaled again. */
const hasOwnMagnitude = ({ value, span }: Quantity): boolean =>
  value !== null && Math.abs(value) >= 10 ** (span.end - span.start);

/** Headers nearest first, the caption last: the first that names a unit counts. */
export function applyHeaderUnit(quantity: Quantity, cell: CellContext, lexicon: UnitLexicon): Quantity {
  if (quantity.unit !== null) return quantity;
  for (const header of [...cell.columnHeaders, ...cell.rowHeaders, cell.caption ?? '']) {
    const named = readHeaderUnit(header, lexicon);
    if (!named) continue;
    const scale = hasOwnMagnitude(quantity) ? 1 : named.scale;
    const scaled = (value: number | null): number | null => (value === null ? null : tidy(value * scale));
    const flags = named.unit === null ? quantity.flags : quantity.flags.filter((flag) => flag !== 'no-unit');
    return {
      ...quantity,
      value: scaled(quantity.value),
      lower: scaled(quantity.lower),
      upper: scaled(quantity.upper),
      unit: named.unit,
      unitText: named.unit === null ? null : named.unitText,
      flags: [...flags, 'header-unit'],
    };
  }
  return quantity;
}
