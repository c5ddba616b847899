/** Takes one section of a number format (`¥#,##0.00,"万元"`); gives the words around its digits and what is done to the number. */

export interface FormatSection {
  readonly prefix: string;
  readonly suffix: string;
  /** Null: the section shows words and no number. `general`: the number as it is. */
  readonly shape: 'digits' | 'general' | null;
  /** Places by which the point moves to the right before the number is shown. */
  readonly shift: number;
  /** Digits that are shown at least in front of the point, and behind it. */
  readonly minimum: number;
  readonly decimals: number;
  readonly isGrouped: boolean;
  /** Words between the digits, the last first, with the number of digits behind them; null where there are none. */
  readonly inner: readonly { readonly words: string; readonly before: number }[] | null;
}

type Token =
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'digit' | 'general' | 'point' | 'comma' | 'percent' | 'exponent' | 'fraction';
      readonly text: string;
    };

// takes words in quotes, behind \ or !, a currency in brackets, and what only takes room (_x, *x)
const TOKEN =
  /"([^"]*)"?|[\\!]([^])|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]?|_[^]|\*[^]|(G\/通用格式|General)|([#0?])|(\.)|(,)|([%‰])|(E[+-])|(\/)|(@)|([^])/giu;

function tokensOf(section: string): Token[] {
  const tokens: Token[] = [];
  for (const [
    whole,
    quoted,
    escaped,
    currency,
    general,
    digit,
    point,
    comma,
    percent,
    exponent,
    slash,
    text,
    other,
  ] of section.matchAll(TOKEN)) {
    const words = quoted ?? escaped ?? currency ?? other;
    if (words !== undefined) tokens.push({ kind: 'words', text: words });
    else if (general !== undefined || text !== undefined) tokens.push({ kind: 'general', text: whole });
    else if (digit !== undefined) tokens.push({ kind: 'digit', text: digit });
    else if (point !== undefined) tokens.push({ kind: 'point', text: whole });
    else if (comma !== undefined) tokens.push({ kind: 'comma', text: whole });
    else if (percent !== undefined) tokens.push({ kind: 'percent', text: percent });
    else if (exponent !== undefined) tokens.push({ kind: 'exponent', text: whole });
    else if (slash !== undefined) tokens.push({ kind: 'fraction', text: whole });
  }
  return tokens;
}

const isNumeral = ({ kind }: Token): boolean => kind === 'digit' || kind === 'general';
const wordsOf = (tokens: readonly Token[]): string =>
  tokens
    .filter(({ kind }) => kind === 'words' || kind === 'percent')
    .map(({ text }) => text)
    .join('');

export function parseSection(section: string): FormatSection {
  const tokens = tokensOf(section);
  const first = tokens.findIndex(isNumeral);
  const last = tokens.findLastIndex(isNumeral);
  const middle = first < 0 ? [] : tokens.slice(first, last + 1);
  const ends = {
    prefix: wordsOf(tokens.slice(0, Math.max(0, first))),
    suffix: wordsOf(first < 0 ? tokens : tokens.slice(last + 1)),
  };
  const plain = {
    ...ends,
    shift: percentShift(tokens),
    minimum: 0,
    decimals: 0,
    isGrouped: false,
    inner: null,
  };
  if (first < 0) return { ...plain, shape: null };
  // 0.00E+00 and # ?/? write the same number in another way
  if (middle.some(({ kind }) => kind === 'general' || kind === 'exponent' || kind === 'fraction'))
    return { ...plain, shape: 'general' };
  return digitsOf(tokens, middle, last, plain);
}

const percentShift = (tokens: readonly Token[]): number =>
  tokens.reduce((sum, { text }) => sum + (text === '%' ? 2 : text === '‰' ? 3 : 0), 0);

function digitsOf(
  tokens: readonly Token[],
  middle: readonly Token[],
  last: number,
  plain: Omit<FormatSection, 'shape'>,
): FormatSection {
  const point = middle.findIndex(({ kind }) => kind === 'point');
  const whole = point < 0 ? middle : middle.slice(0, point);
  const behind = point < 0 ? [] : middle.slice(point + 1);
  const thousands =
    trailingCommas(tokens.slice(last + 1)) + (point < 0 ? 0 : trailingCommas([...whole].reverse()));
  const words = innerWords(whole);
  // 0!.0,"万": a point that is only written, in front of so many digits
  const drawn = words.length === 1 && words[0]!.words === '.' ? words[0]!.before : 0;
  return {
    ...plain,
    shape: 'digits',
    shift: plain.shift - 3 * thousands - drawn,
    minimum: drawn > 0 ? 1 : countZeros(whole),
    decimals: drawn > 0 ? 0 : countZeros(behind),
    isGrouped: hasInnerComma(whole),
    inner: drawn > 0 || words.length === 0 ? null : words,
  };
}

const countZeros = (tokens: readonly Token[]): number =>
  tokens.filter(({ text, kind }) => kind === 'digit' && text === '0').length;

/** Commas right behind the digits divide by a thousand each. */
function trailingCommas(tokens: readonly Token[]): number {
  const end = tokens.findIndex(({ kind }) => kind !== 'comma');
  return end < 0 ? tokens.length : end;
}

const hasInnerComma = (whole: readonly Token[]): boolean => {
  const lastDigit = whole.findLastIndex(({ kind }) => kind === 'digit');
  return whole.slice(0, lastDigit).some(({ kind }) => kind === 'comma');
};

function innerWords(whole: readonly Token[]): { words: string; before: number }[] {
  const found: { words: string; before: number }[] = [];
  let before = 0;
  for (const token of [...whole].reverse()) {
    if (token.kind === 'digit') before += 1;
    else if (token.kind === 'words' && before > 0) found.push({ words: token.text, before });
  }
  return found;
}
