/** A place where something else than plain digits counts → the quantity there, noted in the scan. */
import { boundsOf, type Bounds } from './bounds.js';
import { findHedgeAfter, findHedgeBefore } from './hedge.js';
import { findPlaceholder } from './placeholder.js';
import type { Proportion } from './proportion.js';
import { span, type Scan } from './scan.js';
import { readHead, scale } from './take-number.js';
import { matchUnit } from './unit.js';
import type { Vague } from './vague.js';

/**
 * Notes 百分之五, 三成 or 三分之一.
 * @param start the place of its sign where it has one
 */
export function takeProportion(scan: Scan, start: number, at: number, found: Proportion): number {
  const { text } = scan;
  const hedge = findHedgeBefore(text, start, false);
  const after = findHedgeAfter(text, found.phraseEnd);
  const { range, place, unit, unitText } = found;
  const bounds: Bounds = range
    ? { lower: range[0], upper: range[1], qualifier: 'range' }
    : boundsOf({ value: found.value!, place, lastMagnitude: 1 }, 'none', (hedge ?? after)?.kind ?? null);
  const { value, lower, upper, qualifier } = scale({ value: found.value, ...bounds }, start < at ? -1 : 1);
  scan.quantities.push({
    span: span(start, found.end),
    phrase: span(hedge?.start ?? start, after?.end ?? found.phraseEnd),
    value,
    lower,
    upper,
    qualifier,
    unit,
    unitText,
    redacted: false,
    flags: [],
  });
  return after?.end ?? found.phraseEnd;
}

/** Notes a blanked-out number with its measure word; 0 where none stands at `at`. */
export function takePlaceholder(scan: Scan, at: number): number {
  const found = findPlaceholder(scan.text, at, scan.lexicon);
  if (!found) return 0;
  const head = readHead(scan.text, at, false);
  scan.quantities.push({
    span: span(at, found.end),
    phrase: span(head.start, found.phraseEnd),
    value: null,
    lower: null,
    upper: null,
    qualifier: 'exact',
    unit: found.unit,
    unitText: found.unitText,
    redacted: true,
    flags: [],
  });
  return found.phraseEnd;
}

/** Notes 数百名 or 数以万计; 0 where the measure word that 若干 needs is missing. */
export function takeVague(scan: Scan, found: Vague): number {
  const { text, lexicon } = scan;
  let unitAt = found.phraseEnd;
  if (text[unitAt] === '余' || text[unitAt] === '多') unitAt++;
  if (text[unitAt] === ' ') unitAt++;
  const unit = matchUnit(text, unitAt, lexicon);
  if (!unit && !found.complete) return 0;
  const end = unit?.end ?? found.phraseEnd;
  scan.quantities.push({
    span: span(found.start, found.end),
    phrase: span(found.start, end),
    value: null,
    lower: found.lower,
    upper: found.upper,
    qualifier: 'vague',
    unit: unit?.unit ?? null,
    unitText: unit ? text.slice(unitAt, unit.end) : null,
    redacted: false,
    flags: unit ? [] : ['no-unit'],
  });
  return end;
}

const HALVES = new Set([
  '小时',
  '分钟',
  '天',
  '周',
  '月',
  '年',
  '公里',
  '米',
  '公斤',
  '斤',
  '吨',
  '升',
  '亩',
  '里',
]);
/** In front of 半 they make a word of another kind: 上半年, 过半天. */
const NOT_HALF = '上下前后大多过各对一两三个';

/** Notes 半小时, 半个月, 半百; 0 where 半 counts nothing at `at`. */
export function takeHalf(scan: Scan, at: number): number {
  const { text, lexicon } = scan;
  if (NOT_HALF.includes(text[at - 1] ?? ' ') || text.startsWith('月谈', at + 1)) return 0;
  const unitAt = text[at + 1] === '个' ? at + 2 : at + 1;
  const unit =
    matchUnit(text, unitAt, lexicon) ??
    (text[unitAt] === '月' ? { unit: '月', factor: 1, end: unitAt + 1 } : null);
  if (!unit || !HALVES.has(unit.unit)) return 0;
  const after = findHedgeAfter(text, unit.end);
  const head = readHead(text, at, false);
  const hedge = (head.hedge ?? after)?.kind ?? null;
  scan.quantities.push({
    span: span(at, at + 1),
    phrase: span(head.start, after?.end ?? unit.end),
    ...scale(
      { value: 0.5, ...boundsOf({ value: 0.5, place: 0.5, lastMagnitude: 1 }, 'none', hedge) },
      unit.factor,
    ),
    unit: unit.unit,
    unitText: text.slice(unitAt, unit.end),
    redacted: false,
    flags: [],
  });
  return after?.end ?? unit.end;
}
