/**
 * Text in; edits out that give each character one canonical form:
 *
 * | written | becomes |
 * | --- | --- |
 * | full-width ASCII letters, digits, ％＋－／＊．… | half width |
 * | `(` `)` and their variants | （ ） always |
 * | `,` `:` `;` `!` `?` and their variants | ， ： ； ！ ？ |
 * | … but `,` in 59,169; `:` in 12:30 and `://`; all of them between ASCII letters | stay half width |
 * | ， between full-width digits of a thousands group; ： in 12：30 | `,` `:` |
 * | `.` or ． behind a Han character that is no numeral, before a blank, Han or line end | 。 |
 * | ｡ ､ and small forms | 。 、 … |
 * | 「」『』〝〞 | “”‘’ |
 * | ~ 〜 ∼ | ～ |
 * | one of – — ― − － before a digit, behind a Han character, digit or % | `-` |
 * | ○ in 二○二二 and 一万○一百 | 〇 |
 * | Kangxi radicals and compatibility ideographs (PDF fonts) | the character that they look like |
 */
import type { Edit } from '../model.js';
import { isBlank, isDigit, isHan, isLetter } from '../text/characters.js';

const codeOf = (char: string): number => char.charCodeAt(0);

/** What is replaced by one character wherever it stands. */
const ALWAYS = new Map<number, string>();
for (let code = 0xff01; code <= 0xff5e; code++) {
  if (!'，：；！？（）．－～'.includes(String.fromCharCode(code)))
    ALWAYS.set(code, String.fromCharCode(code - 0xfee0));
}
const pairs = '(（)）﹙（﹚）「“」”『‘』’﹁“﹂”﹃‘﹄’〝“〞”〟”｡。､、﹑、~～〜～∼～﹪%﹢+﹣-';
for (let i = 0; i < pairs.length; i += 2) ALWAYS.set(codeOf(pairs[i]!), pairs[i + 1]!);

/** What depends on its neighbours: → the Chinese form. */
const CONTEXT = new Map<number, string>();
const contextual = ',，:：;；!！?？﹐，﹕：﹔；﹗！﹖？.。．。﹒。';
for (let i = 0; i < contextual.length; i += 2) CONTEXT.set(codeOf(contextual[i]!), contextual[i + 1]!);

const DASHES = '–—―‐‑‒−─－';

/** 1 always, 2 in context, 3 ， or ：, 4 a dash, 5 a ring, 6 a look-alike of a Han character. */
const KIND = new Uint8Array(0x10000);
for (const code of ALWAYS.keys()) KIND[code] = 1;
for (const code of CONTEXT.keys()) KIND[code] = 2;
for (const char of '，：') KIND[codeOf(char)] = 3;
for (const char of DASHES) KIND[codeOf(char)] = 4;
for (const char of '○◯') KIND[codeOf(char)] = 5;
KIND.fill(6, 0x2e80, 0x2fd6);
KIND.fill(6, 0xf900, 0xfb00);

export function width(text: string): Edit[] {
  const edits: Edit[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = KIND[code]!;
    if (kind === 0) continue;
    const replacement = canonical(text, i, code, kind);
    if (replacement !== null) edits.push({ start: i, end: i + 1, replacement });
  }
  return edits;
}

/** The canonical form of the character at `i`; null where it is canonical already. */
function canonical(text: string, i: number, code: number, kind: number): string | null {
  switch (kind) {
    case 1:
      return ALWAYS.get(code)!;
    case 2:
      return inContext(text, i, CONTEXT.get(code)!, code);
    case 3:
      return inNumber(text, i, code);
    case 4:
      return isRangeDash(text, i) ? '-' : null;
    case 5:
      return isRingZero(text, i) ? '〇' : null;
    default: {
      const char = text.charAt(i);
      const folded = char.normalize('NFKC');
      return folded === char ? null : folded;
    }
  }
}

const digitAt = (text: string, i: number): boolean => {
  const code = text.charCodeAt(i);
  return isDigit(code) || (code >= 0xff10 && code <= 0xff19);
};
const letterAt = (text: string, i: number): boolean => {
  const code = text.charCodeAt(i);
  return isLetter(code) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);
};

function inContext(text: string, i: number, chinese: string, code: number): string | null {
  const ascii = String.fromCharCode(code < 0x80 ? code : codeOf(chinese) - 0xfee0);
  if (chinese === '。') return fullStop(text, i, code);
  const half = code < 0x80 ? null : ascii;
  let left = i - 1;
  while (left >= 0 && isBlank(text.charCodeAt(left))) left--;
  let right = i + 1;
  while (right < text.length && isBlank(text.charCodeAt(right))) right++;
  if (letterAt(text, left) && letterAt(text, right)) return half;
  if (ascii === ',' && isThousands(text, i)) return half;
  if (ascii === ':' && ((digitAt(text, i - 1) && digitAt(text, i + 1)) || text.startsWith('//', i + 1)))
    return half;
  return chinese;
}

const NUMERALS = '一二三四五六七八九十百〇零';

function fullStop(text: string, i: number, code: number): string | null {
  const before = text.charCodeAt(i - 1);
  const next = text.charCodeAt(i + 1);
  const ends =
    isHan(before) &&
    !NUMERALS.includes(text.charAt(i - 1)) &&
    (i + 1 === text.length ||
      isBlank(next) ||
      next === 0x0a ||
      isHan(next) ||
      '”」』'.includes(text.charAt(i + 1)));
  if (ends) return '。';
  return code === 0x2e ? null : '.';
}

/** The comma at `i` stands in a number such as 59,169: 1-3 digits before the first, groups of 3 behind each. */
function isThousands(text: string, i: number): boolean {
  let right = i + 1;
  while (right < i + 5 && digitAt(text, right)) right++;
  if (right !== i + 4) return false;
  let left = i;
  while (left > i - 4 && digitAt(text, left - 1)) left--;
  const digits = i - left;
  if (digits === 0 || digits > 3) return false;
  // in front of this group another comma may only follow a group that is full itself
  const front = text.charAt(left - 1);
  return front === ',' || front === '，'
    ? digits === 3 || !digitAt(text, left - 2)
    : front !== '.' && front !== '．';
}

function inNumber(text: string, i: number, code: number): string | null {
  if (code === 0xff0c) {
    const wide = (at: number): boolean => digitAt(text, at) && text.charCodeAt(at) > 0x80;
    return wide(i - 1) && wide(i + 1) && isThousands(text, i) ? ',' : null;
  }
  const clock = digitAt(text, i - 1) && digitAt(text, i + 1) && digitAt(text, i + 2) && !digitAt(text, i + 3);
  return clock && !digitAt(text, i - 3) ? ':' : null;
}

function isRangeDash(text: string, i: number): boolean {
  const before = text.charCodeAt(i - 1);
  return (
    (isHan(before) || digitAt(text, i - 1) || before === 0x25 || before === 0xff05) && digitAt(text, i + 1)
  );
}

/** ○ is a zero only inside a number spelt out (二○二二, 二○○六年, 一万○一百, 四百○九次); elsewhere it may blank a number out. */
function isRingZero(text: string, i: number): boolean {
  let left = i - 1;
  while (left > i - 3 && '○◯〇'.includes(text.charAt(left))) left--;
  let right = i + 1;
  while (right < i + 3 && '○◯〇'.includes(text.charAt(right))) right++;
  const numerals = '一二三四五六七八九';
  const front = text.charAt(left);
  const back = text.charAt(right);
  if (front === '' || back === '') return false;
  return numerals.includes(front)
    ? `${numerals}年`.includes(back)
    : '百千万萬亿億'.includes(front) && numerals.includes(back);
}
