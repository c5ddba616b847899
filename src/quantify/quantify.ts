/**
 * A normalised text → its quantities, and the numbers that are none with the reason. Purely lexical:
 * what the words around a number make of it (plan, background) is for the rules to say.
 */
import type { Quantities, Quantity } from '../model.js';
import { findCalendar, findLunarDay } from './calendar.js';
import { findClock } from './clock.js';
import { endOfDigits, findCode } from './code.js';
import { isListMark } from './list-mark.js';
import { findName } from './names.js';
import { HAN_NUMERALS, isDigit } from './numeral-characters.js';
import { mendDigits } from './ocr-digits.js';
import { readNumeral, type Numeral } from './numeral.js';
import { BLANKS, skipMarks } from './placeholder.js';
import { findProportion } from './proportion.js';
import type { Recognised } from './recognised.js';
import { findRegions } from './regions.js';
import { regionAt, setAside, type Scan } from './scan.js';
import { takeNumber } from './take-number.js';
import { takeHalf, takePlaceholder, takeProportion, takeVague } from './take-others.js';
import type { UnitLexicon } from './unit.js';
import { findUpon, findVague } from './vague.js';

/** What can begin at a character; a table, because every character of a text is asked. */
const BEGINS = new Uint8Array(0x10000);
const DIGIT = 1;
const HAN = 2;
const VAGUE = 3;
const SIGN = 4;
const HALF = 5;
const BLANK = 6;
const begin = (chars: string, what: number): void => {
  for (const char of chars) BEGINS[char.charCodeAt(0)] = what;
};
begin('0123456789', DIGIT);
begin(HAN_NUMERALS, HAN);
begin('数几若上', VAGUE);
begin('负-－−–.', SIGN);
begin('半', HALF);
begin(BLANKS + '\\', BLANK);

/** Characters that a date or time holds behind its first number; others end the look-out for one. */
const IN_DATE = new Uint8Array(0x10000);
const WITHIN = 1;
const TELLS = 2;
for (const char of `0123456789〇零○O一二三四五六七八九十廿卅元至到-—–~～ ${BLANKS}`)
  IN_DATE[char.charCodeAt(0)] = WITHIN;
for (const char of '年月日号时点:：/.季世') IN_DATE[char.charCodeAt(0)] = TELLS;

/** Whether a date or time may start at `at`: one of its words stands in the next characters. */
function mayBeDate(text: string, at: number): boolean {
  for (let i = at + 1; i < at + 16; i++) {
    const what = IN_DATE[text.charCodeAt(i)] ?? 0;
    if (what === TELLS) return true;
    if (what !== WITHIN) return false;
    if (i - at === 4 && text[i] === '-') return true;
  }
  return false;
}

/** All numbers of a text; spans are in it. Linear in its length. */
export function quantify(written: string, lexicon: UnitLexicon): Quantities {
  const { text, mended } = mendDigits(written);
  const scan: Scan = { text, lexicon, regions: findRegions(text), region: 0, quantities: [], setAside: [] };
  for (let at = 0; at < text.length;) {
    const what = BEGINS[text.charCodeAt(at)]!;
    at = what === 0 ? at + 1 : Math.max(at + 1, step(scan, at, what));
  }
  const quantities = mended.length === 0 ? scan.quantities : flagMended(scan.quantities, mended);
  return { quantities, setAside: scan.setAside };
}

/** Numbers that were read from letters say so. */
function flagMended(quantities: readonly Quantity[], mended: readonly number[]): Quantity[] {
  let next = 0;
  return quantities.map((quantity) => {
    while (next < mended.length && mended[next]! < quantity.span.start) next++;
    const inside = next < mended.length && mended[next]! < quantity.span.end;
    return inside ? { ...quantity, flags: [...quantity.flags, 'ocr-digits'] } : quantity;
  });
}

/** Reads what starts at `at`; where reading goes on. */
function step(scan: Scan, at: number, what: number): number {
  const { text } = scan;
  switch (what) {
    case DIGIT:
    case HAN:
      return readNumber(scan, at, what === DIGIT);
    case VAGUE: {
      const vague = findVague(text, at);
      return vague ? takeVague(scan, vague) : 0;
    }
    case SIGN:
      return readSigned(scan, at);
    case HALF:
      return readHalf(scan, at);
    default:
      return readBlank(scan, at);
  }
}

function readNumber(scan: Scan, at: number, digit: boolean): number {
  const { text } = scan;
  if (isOrdinal(text, at)) return setAside(scan, at, readOrdinal(text, at));
  if (text.startsWith('一半', at)) return setAside(scan, at, { kind: 'ratio', end: at + 2, value: 0.5 });
  if (text.startsWith('零下', at)) return readSigned(scan, at);
  const numeral = readNumeral(text, at);
  const aside = findAside(scan, at, numeral, digit);
  if (aside) return setAside(scan, at, aside);
  const blankedOut = digit ? takePlaceholder(scan, at) : 0;
  if (blankedOut > 0) return blankedOut;
  const upon = digit ? null : findUpon(text, at);
  if (upon) return takeVague(scan, upon);
  const proportion = findProportion(text, at, numeral);
  if (proportion) return takeProportion(scan, at, at, proportion);
  return numeral ? takeNumber(scan, at, numeral) : 0;
}

/** What makes the number at `at` no quantity: date, code, name, list mark, quotation. */
function findAside(scan: Scan, at: number, numeral: Numeral | null, digit: boolean): Recognised | null {
  const { text } = scan;
  const region = regionAt(scan, at);
  if (region?.kind === 'address') return { kind: 'code', end: region.end, value: null };
  const dated = mayBeDate(text, at) ? (findCalendar(text, at) ?? findClock(text, at)) : null;
  const named =
    dated ?? (digit ? findCode(text, at, scan.lexicon) : (findLunarDay(text, at) ?? findName(text, at)));
  if (named) return named;
  if (!numeral) return null;
  if (isListMark(text, at, numeral.end)) return { kind: 'ordinal', end: numeral.end, value: numeral.value };
  if (!region || (numeral.bare && numeral.end - at === 1)) return null;
  const stated = numeral.script !== 'han' && (numeral.lastMagnitude > 1 || text[numeral.end] === '余');
  if (region.kind === 'slogan' && stated) return null;
  return { kind: region.kind === 'title' ? 'name' : 'slogan', end: numeral.end, value: numeral.value };
}

const isOrdinal = (text: string, at: number): boolean =>
  text[at - 1] === '第' || (text[at - 1] === ' ' && text[at - 2] === '第');

// takes 、2、3 behind 第1, 至五 behind 第三; leaves 、3名 and 、第2
const MORE_ORDINALS =
  /(?:[至到-](?:\d{1,3}|[一二三四五六七八九十]{1,3})(?![\d.万千百])|[、和](?:\d{1,3}|[一二三四五六七八九十]{1,3})(?![\d.万千百名个人]))+/y;

/** 第11期, 第二百五十, 第1、2、3组. */
function readOrdinal(text: string, at: number): Recognised {
  const numeral = readNumeral(text, at);
  const start = text[at - 1] === '第' ? at - 1 : at - 2;
  const end = numeral?.end ?? endOfDigits(text, at);
  MORE_ORDINALS.lastIndex = end;
  const more = MORE_ORDINALS.exec(text);
  return { kind: 'ordinal', start, end: end + (more?.[0].length ?? 0), value: numeral?.value ?? null };
}

/** In front of a minus that is no dash: the start, a bracket, or a word that a rate follows. */
// takes the 长 of 同比增长-3.2%, a blank; leaves the 员 of 队员-3人
const BEFORE_MINUS = /[\s为是达比（(：:，,、至到率幅长降]/;

/** 负5, -5, 零下5; also a fraction without its 0. Not 肩负, 3-5 or a dash between words. */
function readSigned(scan: Scan, at: number): number {
  const { text } = scan;
  const before = text[at - 1];
  if (text[at] === '.') {
    const numeral = before === undefined || /[\s一-龥]/.test(before) ? readNumeral(text, at) : null;
    return numeral ? takeNumber(scan, at, numeral) : 0;
  }
  if (
    before !== undefined &&
    text[at] !== '零' &&
    (text[at] === '负' ? '担肩胜不欺抱背辜自'.includes(before) : !BEFORE_MINUS.test(before))
  )
    return 0;
  const spaced = text[at] === '零' || (text[at] === '负' && text[at + 1] === ' ');
  const numeral = readNumeral(text, spaced ? at + 2 : at + 1);
  if (!numeral || numeral.bare || (text[numeral.end] === '/' && isDigit(text[numeral.end + 1]))) return 0;
  const proportion = findProportion(text, numeral.start, numeral);
  return proportion ? takeProportion(scan, at, numeral.start, proportion) : takeNumber(scan, at, numeral);
}

/** 半小时; 半百 for 50. */
function readHalf(scan: Scan, at: number): number {
  if (scan.text[at + 1] === '百') return setAside(scan, at, { kind: 'round-word', end: at + 2, value: 50 });
  return takeHalf(scan, at);
}

/** A run of signs for digits; read once, whatever it stands for. */
function readBlank(scan: Scan, at: number): number {
  const { text } = scan;
  const dated = mayBeDate(text, at) ? findCalendar(text, at) : null;
  if (dated) return setAside(scan, at, dated);
  return takePlaceholder(scan, at) || (isDigit(text[at + 1]) ? at + 1 : skipMarks(text, at));
}
