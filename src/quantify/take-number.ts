/** A place where a number stands → the quantity there with hedge, measure word and bounds, noted in the scan. */
import { boundsOf, type Bounds } from './bounds.js';
import { findCurrencyBefore } from './currency.js';
import { findHedgeBefore, type Hedge } from './hedge.js';
import { tidy, type Numeral } from './numeral.js';
import { readRange, type NumberRange } from './range.js';
import { setAside, span, type Scan } from './scan.js';
import { readTail, type Tail } from './tail.js';
import { flagsOf, judge } from './verdict.js';

/** What stands in front of a number: its currency and its hedge, in either order. */
export interface Head {
  readonly currency: string | null;
  readonly hedge: Hedge | null;
  readonly start: number;
}

export function readHead(text: string, start: number, bare: boolean): Head {
  const near = findHedgeBefore(text, start, bare);
  const currency = findCurrencyBefore(text, near?.start ?? start);
  const hedge = near ?? (currency && findHedgeBefore(text, currency.start, bare));
  return {
    currency: currency?.unit ?? null,
    hedge,
    start: Math.min(start, currency?.start ?? start, hedge?.start ?? start),
  };
}

export type Value = Bounds & { readonly value: number | null };

function measure(numeral: Numeral, range: NumberRange | null, tail: Tail, hedge: Hedge | null): Value {
  if (range) return { value: null, lower: range.lower, upper: range.upper, qualifier: 'range' };
  if (numeral.range)
    return { value: null, lower: numeral.range[0], upper: numeral.range[1], qualifier: 'range' };
  const value = tidy(numeral.value! + (tail.added?.amount ?? 0));
  const measured = { value, place: tail.added?.place ?? numeral.place, lastMagnitude: numeral.lastMagnitude };
  return { value, ...boundsOf(measured, tail.remainder, (hedge ?? tail.hedge)?.kind ?? null) };
}

export function scale(measured: Value, factor: number): Value {
  if (factor === 1) return measured;
  const { value, lower, upper, qualifier } = measured;
  const scaled = (number: number | null): number | null => (number === null ? null : tidy(number * factor));
  return factor < 0
    ? { value: scaled(value), lower: scaled(upper), upper: scaled(lower), qualifier }
    : { value: scaled(value), lower: scaled(lower), upper: scaled(upper), qualifier };
}

// takes 1. and 2,3 in front of .5 and ,67, l. (l.2), 一O (一O五) and the zero or magnitude word of a number that went wrong (三十十, 百零零五);
// leaves 3， and 第2、
const DIGITS_BEFORE = /(?:[\dOolI][.,]|[\d一二三四五六七八九十百千零〇][OolI]|[十百千零〇])$/;
// takes ,67 and .5, a magnitude word or a zero too many (万亿亿, 三十十, 一百零零五), and 至 with a number that cannot be read; leaves ，67
const DIGITS_BEHIND = /^(?:[.,]\d|[万亿兆十零〇])/;
const RANGE_BEHIND = /^ ?[-—～至到] ?\d{6,}/;

/** A piece of something longer that could not be read whole: a part of a number is a wrong number. */
function isFragment(text: string, { start, end }: Numeral, isRange: boolean): boolean {
  const behind = text.slice(end, end + 10);
  return (
    DIGITS_BEFORE.test(text.slice(Math.max(0, start - 2), start)) ||
    DIGITS_BEHIND.test(behind) ||
    (!isRange && RANGE_BEHIND.test(behind))
  );
}

/**
 * Notes the number that was read as `numeral`; where reading goes on.
 * @param start the place of its sign where it has one
 */
export function takeNumber(scan: Scan, start: number, numeral: Numeral): number {
  const { text, lexicon } = scan;
  const range = readRange(text, numeral, lexicon);
  const tail = readTail(text, range?.last ?? numeral, lexicon);
  const head = readHead(text, start, numeral.bare);
  const verdict = isFragment(text, numeral, range !== null)
    ? 'code'
    : judge(text, { start, numeral, range, tail, hedge: head.hedge });
  if (verdict === 'nothing') return numeral.end;
  if (verdict !== 'quantity') {
    const value = verdict === 'date' ? text.slice(numeral.start, numeral.end) : numeral.value;
    return setAside(scan, start, { kind: verdict, end: numeral.end, value });
  }
  const unit =
    head.currency !== null && (!tail.unit || tail.unit.unit === '元')
      ? head.currency
      : (tail.unit?.unit ?? null);
  const factor = (start < numeral.start ? -1 : 1) * (tail.unit?.factor ?? 1);
  const { value, lower, upper, qualifier } = scale(measure(numeral, range, tail, head.hedge), factor);
  scan.quantities.push({
    span: span(start, tail.numberEnd),
    phrase: span(head.start, tail.end),
    value,
    lower,
    upper,
    qualifier,
    unit,
    unitText: tail.unitText,
    redacted: false,
    flags: flagsOf(text, numeral, unit !== null),
  });
  return tail.end;
}
