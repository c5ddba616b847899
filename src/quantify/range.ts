/** A text and a number in it → the range that begins with the number: 3至5万, 20-30人, 3万元至5万元. */
import { isDigit } from './numeral-characters.js';
import { LARGEST, readNumeral, tidy, type Numeral } from './numeral.js';
import { matchAt } from './recognised.js';
import { matchUnit, type UnitLexicon } from './unit.js';

export interface NumberRange {
  /** The second number. */
  readonly last: Numeral;
  readonly lower: number;
  readonly upper: number;
}

// takes - · — · ～ · 至 · 到 with a blank on either side; leaves ---
const TO = / ?(?:[-—–~～－]{1,2}|至|到) ?/y;
// takes 和 in 20和30之间; counts only with 之间 behind the second number
const AND = / ?[和与] ?/y;

/** 3至5万 and 三至五百: the first number shares the magnitude word of the second; 二至三十 does not. */
function lowerOf(first: Numeral, second: Numeral): number {
  const { lastMagnitude } = second;
  const shares =
    first.lastMagnitude === 1 && lastMagnitude >= 100 && first.value! < second.value! / lastMagnitude;
  return shares ? tidy(first.value! * lastMagnitude) : first.value!;
}

// takes 、 of 3、4万; counts only between neighbouring digits that share a magnitude word
const ENUMERATION = /、/y;

/** 3、4万人, which people say for 3至4万; not the mark of a list item at the start of a line. */
function isSpokenRange(text: string, first: Numeral, second: Numeral): boolean {
  const before = text[first.start - 1] ?? '\n';
  const shared =
    second.lastMagnitude >= 100 && second.value === tidy((first.value! + 1) * second.lastMagnitude);
  return shared && first.end - first.start === 1 && !/[\s。；]/.test(before);
}

const isBetween = (text: string, at: number): boolean => text[at] === '间' || text.startsWith('之间', at);

/** The range that `first` begins, or null. The measure word may stand behind both numbers. */
export function readRange(text: string, first: Numeral, lexicon: UnitLexicon): NumberRange | null {
  if (first.value === null || first.bare) return null;
  const unit = matchUnit(text, first.end, lexicon);
  const from = unit?.end ?? first.end;
  const next = text[from] === ' ' ? text[from + 1] : text[from];
  if (next === undefined || !'-—–~～－至到和与、'.includes(next)) return null;
  const to = matchAt(TO, text, from);
  const and = to ? null : matchAt(AND, text, from);
  const spoken = to || and || unit ? null : matchAt(ENUMERATION, text, from);
  const connector = to ?? and ?? spoken;
  if (!connector) return null;
  const second = readNumeral(text, from + connector[0].length);
  if (second?.value == null || second.bare || !(second.value < LARGEST)) return null;
  if (second.script === 'han' && first.script === 'arabic') return null;
  if (spoken && !isSpokenRange(text, first, second)) return null;
  const unitBehind = matchUnit(text, second.end, lexicon);
  if (unit && unitBehind?.unit !== unit.unit) return null;
  if (and && !isBetween(text, second.end) && !(unitBehind && isBetween(text, unitBehind.end))) return null;
  // 3-5-7 and 10-20号 were codes; 2-3.5.1 is none either
  if (text[second.end] === '-' && isDigit(text[second.end + 1])) return null;
  const lower = lowerOf(first, second);
  return lower < second.value ? { last: second, lower, upper: second.value } : null;
}
