/** Takes a pattern's source; says why it must not stand in a rule: too general, unable to see Han, or slow. */
import { readRegexFacts, type FactsOfName } from './read-regex.js';
import type { RegexFacts } from './regex-facts.js';

/** What is wrong with a pattern and what to write in its place. */
export interface RegexFault {
  readonly message: string;
  readonly hint: string;
}

/** A pattern that is fit for rules, or what is wrong with it. */
export type RegexCheck = { readonly pattern: RegExp; readonly facts: RegexFacts } | RegexFault;

/** Milliseconds that a search through a text of `PROBE_LENGTH` characters may take. */
const SLOW = 20;
const PROBE_LENGTH = 500;
/** A pattern that compares fewer characters from one place needs no trial: times 500 places it is within `SLOW`. */
const CHEAP = 20_000;

/** With more ways to match than this even a trial on ten characters could run for minutes. */
const HOPELESS = 1e15;

/** What the facts alone tell. */
function faultOf(facts: RegexFacts, mayBeEmpty: boolean): RegexFault | null {
  const { forbidden } = facts;
  if (forbidden !== null && /^\\b$/iu.test(forbidden)) {
    return {
      message: `${forbidden} does not see Han characters: between 名 and 志 there is none`,
      hint: 'leave it out, or name the characters that must (not) stand there: (?<![A-Za-z])',
    };
  }
  if (forbidden !== null) {
    const message = `the back-reference ${forbidden} is not allowed: it makes a search slow`;
    return { message, hint: 'write the text out' };
  }
  if (!mayBeEmpty && facts.minimum === 0) {
    return {
      message: 'the pattern matches the empty text, so it says nothing about a number',
      hint: 'make at least one character of it necessary',
    };
  }
  if (facts.nested) {
    return {
      message: 'slow pattern: a repetition without an end inside another one',
      hint: 'give one of them an end, e.g. {1,20} for +, {0,20} for *',
    };
  }
  if (facts.ways <= HOPELESS) return null;
  return {
    message: 'slow pattern: it can match the same text in too many ways',
    hint: 'give its repetitions an end, and let each round begin with a character that the rest can not match',
  };
}

/** Texts that make a careless pattern try much: its own characters again and again, and never its end. */
function probeTexts({ example, characters }: RegexFacts): string[] {
  const each = [...new Set(Array.from(characters))];
  const texts = [
    example,
    example.slice(0, -1),
    characters,
    each.slice(0, -1).join(''),
    each.map((character) => `${character}的`).join(''),
    '的',
    ...each.slice(0, 4),
  ];
  return [...new Set(texts.filter((text) => text !== ''))];
}

/** The time of a search for all matches; measured again where it is long, since the machine may have been busy. */
function timeOfSearch(pattern: RegExp, text: string): number {
  const once = (): number => {
    const start = performance.now();
    text.replace(pattern, '');
    return performance.now() - start;
  };
  const first = once();
  return first > SLOW && first < 10 * SLOW ? Math.min(first, once()) : first;
}

/** Whether a search is slow; texts grow step by step, so that the trial of an exponential pattern ends soon. */
function isSlow(pattern: RegExp, facts: RegexFacts): boolean {
  for (const text of probeTexts(facts)) {
    const long = text.repeat(Math.ceil(PROBE_LENGTH / text.length));
    for (let length = 2; ; length = Math.min(PROBE_LENGTH, Math.ceil(length * 1.25))) {
      if (timeOfSearch(pattern, `${long.slice(0, length)}\n`) > SLOW) return true;
      if (length === PROBE_LENGTH) break;
    }
  }
  return false;
}

/** How a pattern is checked. */
export interface RegexCheckOptions {
  /** The source with its names filled in; the source itself where it has none. */
  readonly filled?: string;
  readonly factsOf?: FactsOfName;
  /** A named pattern may be empty: it is only ever a part of another one. */
  readonly mayBeEmpty?: boolean;
}

const noNames: FactsOfName = (name) => {
  throw new Error(`{${name}} has not been filled in`);
};

// takes \p{L} and characters beyond the BMP; leaves 志愿者 and \d
const NEEDS_UNICODE = /\\[pPu]|[\ud800-\udfff]/;

/**
 * Compiles a pattern and checks it. Its grammar is that of flag `u`, which rejects doubtful escapes;
 * it runs without the flag where both mean the same, since classes then cost a third less.
 */
export function checkRegex(source: string, options: RegexCheckOptions = {}): RegexCheck {
  const { filled = source, factsOf = noNames, mayBeEmpty = false } = options;
  let pattern: RegExp;
  try {
    pattern = new RegExp(filled, 'u');
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*\/u: /su, '') : String(error);
    return { message: `not a valid pattern: ${reason}`, hint: 'put \\ before a sign that stands for itself' };
  }
  const facts = readRegexFacts(source, factsOf);
  const fault = faultOf(facts, mayBeEmpty);
  if (fault !== null) return fault;
  if (!NEEDS_UNICODE.test(filled)) pattern = new RegExp(filled);
  if (facts.cost < CHEAP || !isSlow(new RegExp(filled, 'gu'), facts)) return { pattern, facts };
  return {
    message: `slow pattern: more than ${SLOW} ms for a text of at most ${PROBE_LENGTH} characters`,
    hint: 'give repetitions an end, and let no two neighbours take the same characters',
  };
}
