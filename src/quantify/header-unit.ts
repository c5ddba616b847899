/** A bare number in a table cell and the cell's headers → the number in the unit that they name. */
import type { CellContext, Quantity } from '../model.js';
import { tidy } from './numeral.js';
import { matchUnit, type UnitLexicon } from './unit.js';

// takes （万元） · (人) · 单位：万元 · 金额/万元; leaves 城乡/统筹, which names no unit
const NAMED =
  /[（(]\s*(?:单位\s*[：:]\s*)?([^（）()]{1,8})[)）]|单位\s*[：:]\s*([^\s，。；）)]{1,8})|\/([^/\s]{1,6})$/g;
// takes 万 in 万元 · 百万 · 万; leaves 元
const MAGNITUDE = /^(?:万亿|百万|十万|[十百千万亿])?/;
// takes 港币 of 港币万元; leaves 元
const CURRENCY: readonly (readonly [RegExp, string])[] = [
  [/^人民币/, ''],
  [/^港币/, '港'],
  [/^(?:新)?台币/, '新台币'],
  [/^澳门币/, '澳门'],
  [/^美元|^美金/, '美'],
];
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

function readNamed(written: string, lexicon: UnitLexicon): HeaderUnit | null {
  const [currency, prefix] = CURRENCY.find(([pattern]) => pattern.test(written)) ?? [/^/, ''];
  // 港币万元 is 万港元
  const words = written.replace(currency, '').replace(/元$/, `${prefix}元`);
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

// takes 亿元、万件 of 单位：亿元、万件; leaves 单位：万元
const SEVERAL = /单位\s*[：:]\s*([^\s，。；）)、/]{1,6}(?:[、/，][^\s，。；）)、/]{1,6}){1,3})/;
// What sums are called: takes 捐款, 资金; leaves 衣被
const SUM = /款|资金|金额|经费|价值|收入|支出|善款/;

/** The units of a table that has several, and names them above it. */
function readSeveral(caption: string, lexicon: UnitLexicon): HeaderUnit[] {
  const units =
    SEVERAL.exec(caption)?.[1]
      ?.split(/[、/，]/)
      .map((written) => readNamed(written, lexicon)) ?? [];
  return units.every((unit) => unit !== null) ? units : [];
}

/** Which of several units a cell has: that of sums or the other one, by its labels; null where that leaves it open. */
function chooseUnit(units: readonly HeaderUnit[], labels: readonly string[]): HeaderUnit | null {
  const isMoney = ({ unit }: HeaderUnit): boolean => unit?.endsWith('元') === true;
  const sum = labels.some((label) => SUM.test(label));
  const fitting = units.filter((unit) => isMoney(unit) === sum);
  return fitting.length === 1 && units.some(isMoney) ? fitting[0]! : null;
}

// In front of a number: takes （小时） (服务时长（小时）216370.5), （澳门元）：; leaves （三）
const BRACKET_BEFORE = /[（(][^（）()]{1,8}[)）]\s*[：:]?\s*$/;

/** A number without a unit behind a label that names one in brackets; other numbers as they are. */
export function applyBracketUnit(text: string, quantity: Quantity, lexicon: UnitLexicon): Quantity {
  if (quantity.unit !== null || quantity.redacted) return quantity;
  const { start } = quantity.phrase;
  const bracket = BRACKET_BEFORE.exec(text.slice(Math.max(0, start - 16), start))?.[0];
  const named = bracket === undefined ? null : readHeaderUnit(bracket, lexicon);
  return named === null ? quantity : withUnit(text, quantity, named);
}

// takes 0.5万 · 三千二百, which are not scaled again; leaves 3.5
const OWN_MAGNITUDE = /[十百千万亿兆拾佰仟wWkK]/;

/**
 * Headers nearest first, the caption last: the first that names a unit counts. 志愿者人数 counts people, and its numbers
 * are 万人 where the caption or the row says so; 户数 under 单位：万元 are no sums. Of several in the caption
 * (单位：亿元、万件) the labels choose; where they do not, the figure is flagged.
 */
export function applyHeaderUnit(
  text: string,
  quantity: Quantity,
  cell: CellContext,
  lexicon: UnitLexicon,
): Quantity {
  if (quantity.unit !== null) return quantity;
  const labels = [...cell.columnHeaders, ...cell.rowHeaders];
  const several = readSeveral(cell.caption ?? '', lexicon);
  if (several.length > 1 && labels.every((label) => readHeaderUnit(label, lexicon) === null)) {
    const chosen = chooseUnit(several, labels);
    return chosen === null
      ? { ...quantity, flags: [...quantity.flags, 'header-unit-open'] }
      : withUnit(text, quantity, chosen);
  }
  let counted: HeaderUnit | null = null;
  for (const header of [...labels, cell.caption ?? '']) {
    const named = readHeaderUnit(header, lexicon);
    if (named && (counted === null || named.unit === null || named.unit === counted.unit))
      return withUnit(text, quantity, { ...named, unit: named.unit ?? counted?.unit ?? null });
    counted ??= readCounted(header);
  }
  return counted === null ? quantity : withUnit(text, quantity, counted);
}

function withUnit(text: string, quantity: Quantity, named: HeaderUnit): Quantity {
  const { unit, unitText } = named;
  const scale = OWN_MAGNITUDE.test(text.slice(quantity.span.start, quantity.span.end)) ? 1 : named.scale;
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
