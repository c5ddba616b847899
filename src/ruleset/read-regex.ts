/** Takes the source of a valid regular expression (flag `u`) with `{name}` in it; gives what can be told without running it. */
import {
  choiceOf,
  FILLER,
  lookOf,
  NOTHING,
  oneOf,
  repeatOf,
  sequenceOf,
  textOf,
  type RegexFacts,
} from './regex-facts.js';

/** The facts of a named pattern. */
export type FactsOfName = (name: string) => RegexFacts;

// Takes \p{L}, \u{4e00}, \u4e00, \x41, \cA, \k<name>, \12 and \n; must not take a.
const ESCAPE = /\\(?:[pPu]\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|k<[^>]*>|[1-9]\d*|[\s\S])/uy;
// Takes [一二] and [^\]]; must not take [ab without its end.
const CLASS = /\[\^?(?:\\[\s\S]|[^\]\\])*\]/uy;
// Takes (, (?:, (?<name>, (?=, (?!, (?<= and (?<!; must not take a.
const OPEN = /\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/uy;
// Takes *, +?, ? and {2,}; must not take {gap}.
const QUANTIFIER = /(?:[*+?]|\{(\d+)(,(\d*))?\})\??/uy;
// Takes 志愿; must not take anything of (?:志) but the 志 in it.
const TEXT = /[^\\^$.*+?()[\]{}|]+/uy;
// Takes {gap}; must not take {0,6}.
const NAME = /\{([\p{L}_]+)\}/uy;

const CONTROL: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v', 0: '\0' };
const SAMPLES: Readonly<Record<string, string>> = { d: '1', w: 'a', s: ' ' };

function escapeFacts(source: string): RegexFacts {
  const letter = source[1]!;
  // Takes b, B, k and 1; must not take 0 or d.
  if (/[bBk1-9]/u.test(letter)) return { ...NOTHING, literal: null, forbidden: source };
  if ('dDwWsSpP'.includes(letter)) return oneOf(SAMPLES[letter] ?? FILLER);
  // Takes \u4e00, \u{4e00} and \x41; must not take \n.
  const code = /^\\[ux]\{?([0-9a-fA-F]+)\}?$/u.exec(source)?.[1];
  return textOf(code === undefined ? (CONTROL[letter] ?? letter) : String.fromCodePoint(parseInt(code, 16)));
}

/** A class is taken to match the first character that it names; a negated one, the filler. */
function classFacts(source: string): RegexFacts {
  if (source.startsWith('[^') || source === '[]') return oneOf(FILLER);
  if (source[1] === '\\') return oneOf(source[2] === 'b' ? '\b' : escapeFacts(source.slice(1, 3)).example);
  return oneOf(String.fromCodePoint(source.codePointAt(1)!));
}

class RegexReader {
  private index = 0;

  constructor(
    private readonly source: string,
    private readonly factsOf: FactsOfName,
  ) {}

  readChoice(): RegexFacts {
    const options = [this.readSequence()];
    while (this.source[this.index] === '|') {
      this.index += 1;
      options.push(this.readSequence());
    }
    return choiceOf(options);
  }

  private readSequence(): RegexFacts {
    const parts: RegexFacts[] = [];
    for (let next = this.source[this.index]; next !== undefined; next = this.source[this.index]) {
      if (next === '|' || next === ')') break;
      parts.push(this.readRepeat(this.readAtom(next)));
    }
    return sequenceOf(parts);
  }

  private readRepeat(body: RegexFacts): RegexFacts {
    const next = this.source[this.index];
    if (next !== '*' && next !== '+' && next !== '?' && next !== '{') return body;
    const quantifier = this.take(QUANTIFIER);
    if (quantifier === null) return body;
    const [, low, comma, high] = quantifier;
    if (low === undefined) return repeatOf(body, next === '+' ? 1 : 0, next === '?' ? 1 : Infinity);
    return repeatOf(body, Number(low), comma === undefined ? Number(low) : high ? Number(high) : Infinity);
  }

  private readAtom(next: string): RegexFacts {
    switch (next) {
      case '(': {
        const open = this.take(OPEN)![0];
        const body = this.readChoice();
        this.index += 1;
        return open.endsWith('=') || open.endsWith('!') ? lookOf(body) : body;
      }
      case '[':
        return classFacts(this.take(CLASS)![0]);
      case '\\':
        return escapeFacts(this.take(ESCAPE)![0]);
      case '{':
        return this.factsOf(this.take(NAME)![1]!);
      case '^':
      case '$':
        this.index += 1;
        return { ...NOTHING, literal: null };
      case '.':
        this.index += 1;
        return oneOf(FILLER);
      default:
        return textOf(this.readText());
    }
  }

  /** Characters that stand for themselves; one that a quantifier follows is read alone. */
  private readText(): string {
    const run = this.take(TEXT)![0];
    const next = this.source[this.index];
    if (next !== '*' && next !== '+' && next !== '?' && next !== '{') return run;
    this.index -= run.length;
    const all = Array.from(run);
    const text = all.length === 1 ? run : all.slice(0, -1).join('');
    this.index += text.length;
    return text;
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.index;
    const match = pattern.exec(this.source);
    if (match) this.index += match[0].length;
    return match;
  }
}

/** The facts of a source that `new RegExp(source, 'u')` has accepted with its names filled in. */
export function readRegexFacts(source: string, factsOf: FactsOfName): RegexFacts {
  return new RegexReader(source, factsOf).readChoice();
}
