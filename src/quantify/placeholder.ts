/** A text and a place in it → a blanked-out number (XX万多份, □□名, *支) with its measure word. */
import { matchAt } from './recognised.js';
import { matchUnit, type UnitLexicon } from './unit.js';

export interface Placeholder {
  /** Where the blanked-out digits and their magnitude word end. */
  readonly end: number;
  /** Where the measure word ends. */
  readonly phraseEnd: number;
  readonly unit: string | null;
  readonly unitText: string | null;
}

/** Signs that stand for digits. */
export const BLANKS = 'XxＸ×*＊□☆★△○◯_＿某';
// takes X · XX · ×× · ** · \* · □□ · ☆ · __ · 1X · X.X · 某; leaves APP, Xi
const MARKS = /(?:\d{0,3}(?:[XxＸ×*＊□☆★△○◯_＿]|\\\*)+(?:\.[XxＸ×*＊]+)?\d{0,2}|某{1,3})(?![A-WYZa-wyz])/y;
// takes 万 · 余万 · 万多 · nothing; leaves 名
const MAGNITUDE = /\s?[余多来几]?[十百千万亿]{0,2}[余多来几]?/y;
// takes 余 of 万余; leaves 万
const REMAINDER = /[余多来几]$/;
const LETTER = /[A-Za-z]/;

const isMark = (text: string, at: number): boolean => {
  const char = text[at];
  return char !== undefined && (BLANKS.includes(char) || (char === '\\' && text[at + 1] === '*'));
};

/** Where the run of signs at `at` ends, whatever it stands for. */
export function skipMarks(text: string, at: number): number {
  let end = at + 1;
  while (isMark(text, end)) end++;
  return end;
}

/** A table cell that holds nothing but `[at, end)`: its header tells the unit. */
function isCell(text: string, at: number, end: number): boolean {
  const before = text[at - 1] ?? '\n';
  const after = text[end] ?? '\n';
  return (before === '\t' || after === '\t') && /[\t\n]/.test(before) && /[\t\n]/.test(after);
}

/**
 * The placeholder at `at`, or null. A mark alone is no number (X市, 某单位): it needs a measure
 * word, a magnitude or a percent sign behind it.
 */
export function findPlaceholder(text: string, at: number, lexicon: UnitLexicon): Placeholder | null {
  if (LETTER.test(text[at - 1] ?? '')) return null;
  const marks = matchAt(MARKS, text, at)?.[0];
  if (marks === undefined) return null;
  const end = at + marks.length;
  const magnitude = matchAt(MAGNITUDE, text, end)![0];
  const magnitudeEnd = end + magnitude.length;
  const unitAt = text[magnitudeEnd] === ' ' ? magnitudeEnd + 1 : magnitudeEnd;
  const unit = matchUnit(text, unitAt, lexicon);
  const somebody = marks.startsWith('某');
  if (!unit) {
    const alone = { unit: null, unitText: null };
    if (somebody) return null;
    if (isCell(text, at, end)) return { end, phraseEnd: end, ...alone };
    return /[万亿]/.test(magnitude) ? { end: magnitudeEnd, phraseEnd: magnitudeEnd, ...alone } : null;
  }
  const unitText = text.slice(unitAt, unit.end);
  // 某个, 某家 only point at somebody; 某万名 and 某名 stand for a number
  if (somebody && magnitude.trim() === '' && !(marks.length > 1 ? /[名元人]/ : /[名元]|人次/).test(unitText))
    return null;
  const numberEnd = end + magnitude.trimEnd().replace(REMAINDER, '').length;
  return { end: numberEnd, phraseEnd: unit.end, unit: unit.unit, unitText };
}
