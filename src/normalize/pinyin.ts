/**
 * Text in; edits out that remove the readings some sites put behind characters: 應(yīng)對(duì) → 應對.
 *
 * A reading with a tone mark is proof by itself, even with a bracket lost: no word of a report is written
 * so. One without a tone or with a tone digit goes only where the text is full of toned ones, or of readings
 * at all (約(yue)(yue)會(hui), as sites write that copy others), and only with both brackets. It must be a syllable of Mandarin either way, so (APP), (kg) and (GDP) stay.
 */
import type { Edit } from '../model.js';
import { isHan } from '../text/characters.js';
import { isPinyin } from './pinyin-syllables.js';

const TONED = 'āáǎàăēéěèĕīíǐìĭōóǒòŏūúǔùŭǖǘǚǜńňǹḿĀÁǍÀĒÉĚÈŌÓǑÒ';
const HAN = '\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\udc00-\\udfff';

// takes ā, ǘ, e + U+0301; leaves a, ü
const TONE = new RegExp(`[${TONED}]|[a-zü](?:\\u0300|\\u0301|\\u0304|\\u030c)`);
// takes (ying1), （de5）; leaves (APP1), (3)
const TONE_DIGIT = /[(（] ?[a-zü]{1,6}[1-5] ?[)）]/;
// takes （yīng） ( f ā ) yīng) （yīng behind a Han character or another reading; leaves APP(yi
const CANDIDATE = new RegExp(
  `(?<=[${HAN})）]) *([(（] ?)?((?:[\\u0300-\\u030ca-zA-Zɑɡüêï${TONED}]+[1-5]? ?){1,6})([)）])?`,
  'g',
);

/** So many toned readings make a text an annotated one; or so many without tones. */
const ANNOTATED = 8;
const ANNOTATED_PLAINLY = 24;
// takes 志(zhi); leaves (APP), 书(pdf1)
const PLAIN = /[\u4e00-\u9fff]\([a-z]{1,6}\)/;

export function pinyin(text: string): Edit[] {
  if (!TONE.test(text) && !TONE_DIGIT.test(text) && !PLAIN.test(text)) return [];
  const toned: Edit[] = [];
  const doubtful: Edit[] = [];
  for (const match of text.matchAll(CANDIDATE)) {
    const [whole, open, letters = '', close] = match;
    const reading = letters.normalize('NFD');
    const hasTone = TONE.test(letters);
    const bracketed = open !== undefined && close !== undefined;
    // 約(yue)(yue): a reading behind another one is the same character's
    const behind = isHan(text.charCodeAt(match.index - 1)) || doubtful.at(-1)?.end === match.index;
    if (!hasTone && !(behind && bracketed && letters === letters.toLowerCase())) continue;
    if (!isPinyin(reading)) continue;
    // a blank behind a reading without its closing bracket is the text's own
    const length = close === undefined ? whole.trimEnd().length : whole.length;
    const edit = { start: match.index, end: match.index + length, replacement: '' };
    (hasTone ? toned : doubtful).push(edit);
  }
  const digits = doubtful.filter((edit) => TONE_DIGIT.test(text.slice(edit.start, edit.end))).length;
  if (toned.length + digits < ANNOTATED && doubtful.length < ANNOTATED_PLAINLY) return toned;
  return [...toned, ...doubtful].sort((a, b) => a.start - b.start);
}
