/**
 * A normalised text → the same text with the digits in it that OCR took for letters (9OO张, l2名, 3干元), and where they
 * stand. The text as read is never changed: this is only what numbers are read from, and every number so read is flagged.
 */

export interface MendedText {
  /** As long as the text: each character replaced by one. */
  readonly text: string;
  /** Places of the characters that were replaced, ascending. */
  readonly mended: readonly number[];
}

const DIGITS: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1' };

// What a run of digits and letters like digits must have in front: takes 发9OO, (l2; must not take PM2, v1O, -l9.
const FRONT = '(?<![A-Za-z0-9.\\-_/@#])';
// And behind: a magnitude word, a remainder or a measure word that people, goods and money are counted in.
const BEHIND =
  '(?= ?(?:[万亿千百余多]|名|人|位|户|元|支|个|家|件|条|篇|次|份|只|袋|箱|盒|瓶|桶|台|辆|场|张|床|套|册|本|块|幅|部|期|处|所|间|小时|平方|吨|公斤|斤|包|顶|双|把|起|例|栋))';
// takes l,35O · 1O.5 · 9OO · l2; leaves 900 and OO, which hold no letter or no digit, and |12, whose rule sets cells apart
const RUN = new RegExp(
  `${FRONT}(?=[OolI.,，]{0,15}\\d)(?=[\\d.,，]{0,15}[OolI])[\\dOolI](?:[\\dOolI]|[.,，](?=[\\dOolI])){0,15}(?![\\dOolI])${BEHIND}`,
  'g',
);
// takes 3干余小时 · 2万4干人 · 6干元; leaves 12干部, 若干
const THOUSAND = /(?<=[\d一二三四五六七八九])干(?=[余多]?(?:人|名|位|户|元|个|份|只|条|次|小时|家|件))/g;

// What a text must hold for one of them; most hold none, and this costs next to nothing.
const SUSPECT = /\d[OolI]|[OolI][.,，]?\d|[\d一二三四五六七八九]干/;

export function mendDigits(text: string): MendedText {
  if (!SUSPECT.test(text)) return { text, mended: [] };
  const mended: number[] = [];
  const note = (char: string, at: number, digit: string | undefined): string => {
    if (digit !== undefined) mended.push(at);
    return digit ?? char;
  };
  const digits = text.replace(RUN, (run: string, at: number) =>
    Array.from(run, (char, i) => note(char, at + i, DIGITS[char])).join(''),
  );
  const whole = digits.replace(THOUSAND, (char: string, at: number) => note(char, at, '千'));
  return { text: whole, mended: mended.sort((a, b) => a - b) };
}
