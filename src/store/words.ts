/** The words of a text for the text index, and of a question to it: text in, search terms out. */

/** A line that was broken inside a word: the break with the blanks around it. */
const LINE_BREAK = '[ \\t\\u3000]*\\n[ \\t\\u3000]*';

/** A longer run, which no person writes, is cut here: a pattern that follows it to its end would break the stack, and the run. */
const LONGEST = 1_000_000;
const MANY = `{1,${LONGEST}}`;

/**
 * Group 1: Han text, across single line breaks. Takes `志愿者` and `志愿\n者` whole; must not take `志愿，者`.
 * Else: a run of other letters and digits. Takes `12355`; must not take `3、` whole.
 */
const WORDS = new RegExp(
  `(\\p{Script=Han}${MANY}(?:${LINE_BREAK}\\p{Script=Han}${MANY}){0,${LONGEST}})|(?:(?!\\p{Script=Han})[\\p{L}\\p{N}])${MANY}`,
  'gu',
);

/** Blanks inside a broken word. Takes a line end and the ideographic blank; must not take `志`. */
const BLANKS = /[ \t\u3000\n]+/g;

/** Half of a surrogate pair. Takes the first unit of `𬶍`; must not take `志`. */
const BEYOND_BASIC_PLANE = /[\ud800-\udfff]/;

/** Full-width ASCII. Takes `Ａ` and `１`; must not take `。`. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/** The text with width and case levelled, character for character: offsets stay the same. */
export function foldText(text: string): string {
  const narrow = text.replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  const lower = narrow.toLowerCase();
  // İ becomes two characters; such a text keeps its other letters as they are.
  return lower.length === narrow.length ? lower : narrow.replace(/[A-Z]/g, (c) => c.toLowerCase()); // A, not a
}

/**
 * The terms of a text, separated by blanks, as often as they occur: Han text as overlapping pairs and the last
 * character of each run (志愿者 → 志愿 愿者 者), other words whole. Removing a document from the index
 * needs the same terms again, so a change here needs a migration that builds the index anew.
 */
export function indexTerms(text: string): string {
  let terms = '';
  for (const match of foldText(text).matchAll(WORDS)) {
    const [whole, han] = match;
    terms += han === undefined ? `${whole} ` : pairTerms(han.replace(BLANKS, ''));
  }
  return terms;
}

/** By code units where it can be: Han characters beyond the basic plane are two of them, and rare. */
function pairTerms(run: string): string {
  const characters = BEYOND_BASIC_PLANE.test(run) ? Array.from(run) : run;
  let terms = '';
  for (let i = 1; i < characters.length; i++) terms += `${characters[i - 1]!}${characters[i]!} `;
  return `${terms}${characters[characters.length - 1]!} `;
}

/** What to ask for: the words as expressions for MATCH, and as patterns that find them in a folded text. */
export interface SearchWords {
  /** Finds every document in which the words stand as words, and few others. Null: no words. */
  readonly match: string | null;
  /** The same by pairs of Han characters only: finds every document that holds the words as letters. */
  readonly pairs: string | null;
  readonly patterns: readonly RegExp[];
}

/** Reads a question: words separated by blanks, all of which must occur. */
export function parseSearchWords(question: string): SearchWords {
  const words = foldText(question).split(/\s+/u).filter(hasLetters); // `志愿者 口罩` is two words; `志愿者` one
  return {
    match: toExpression(words.flatMap(termsOf)),
    pairs: toExpression(words.flatMap(pairTermsOf)),
    patterns: words.map(patternOf),
  };
}

const toExpression = (terms: readonly string[]): string | null =>
  terms.length > 0 ? [...new Set(terms)].join(' ') : null;

const hasLetters = (word: string): boolean => /[\p{L}\p{N}]/u.test(word); // 志 or 3, not ——

/** The pairs of a word where it has any; else what a term begins with. */
function termsOf(word: string): string[] {
  const pairs = pairTermsOf(word);
  return pairs.length > 0 ? pairs : [...word.matchAll(WORDS)].map((run) => `"${run[0]}"*`);
}

const pairTermsOf = (word: string): string[] =>
  [...word.matchAll(WORDS)].flatMap((run) => (run[1] === undefined ? [] : pairsOf(run[1])));

function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((character, index) => `"${characters[index]!}${character}"`);
}

function patternOf(word: string): RegExp {
  const characters = Array.from(word, (c) => c.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')); // escapes (, not 志
  const source = characters.reduce((made, character, index) => {
    const inside = isHan(characters[index - 1]!) && isHan(character);
    return made + (inside ? `(?:${LINE_BREAK})?` : '') + character;
  });
  return new RegExp(source, 'u');
}

const isHan = (character: string): boolean => /^\p{Script=Han}/u.test(character); // 志, not A
