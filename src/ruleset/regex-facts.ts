/** Takes what is known of the parts of a regular expression; gives what is known of the whole. */

export interface RegexFacts {
  /** The fewest characters that a match has. */
  readonly minimum: number;
  /** Upper bound of the ways in which it can match from one place. */
  readonly ways: number;
  /** Upper bound of the characters that are compared from one place. */
  readonly cost: number;
  /** It holds a repetition without an end. */
  readonly unbounded: boolean;
  /** It holds a repetition without an end inside another one. */
  readonly nested: boolean;
  /** `\b`, `\B` or a back-reference that it holds. */
  readonly forbidden: string | null;
  /** The one text that it matches; null where there are several, or conditions. */
  readonly literal: string | null;
  /** The character that every match begins with, where there is one. */
  readonly first: string | null;
  /** A text of the kind that it matches. */
  readonly example: string;
  /** Characters that it speaks of; the first of them where they are many. */
  readonly characters: string;
}

/** A repetition without an end counts for as many rounds as a sentence can have characters. */
const ENDLESS = 500;
const MOST_ROUNDS = 16;
const MOST_CHARACTERS = 32;
/** A character that patterns about anything at all are taken to match. */
export const FILLER = '的';

/** What is known of the empty pattern. */
export const NOTHING: RegexFacts = {
  minimum: 0,
  ways: 1,
  cost: 0,
  unbounded: false,
  nested: false,
  forbidden: null,
  literal: '',
  first: null,
  example: '',
  characters: '',
};

/** A class of characters, of which `sample` is one. */
export const oneOf = (sample: string): RegexFacts => ({
  ...NOTHING,
  minimum: 1,
  cost: 1,
  literal: null,
  example: sample,
  characters: sample,
});

/** Plain text, taken as it stands. */
export const textOf = (text: string): RegexFacts => ({
  ...NOTHING,
  minimum: text.length,
  cost: text.length,
  literal: text,
  first: String.fromCodePoint(text.codePointAt(0)!),
  example: text,
  characters: text,
});

/** What holds of several parts whatever way they are put together. */
const together = (all: readonly RegexFacts[]) => ({
  unbounded: all.some(({ unbounded }) => unbounded),
  nested: all.some(({ nested }) => nested),
  forbidden: all.find(({ forbidden }) => forbidden !== null)?.forbidden ?? null,
  characters: all
    .map(({ characters }) => characters)
    .join('')
    .slice(0, MOST_CHARACTERS),
});

/** Parts, one behind the other. */
export function sequenceOf(parts: readonly RegexFacts[]): RegexFacts {
  if (parts.length === 1) return parts[0]!;
  let [minimum, ways, cost, example] = [0, 1, 0, ''];
  let literal: string | null = '';
  for (const part of parts) {
    cost += ways * part.cost;
    ways *= part.ways;
    minimum += part.minimum;
    example += part.example;
    literal = literal === null || part.literal === null ? null : literal + part.literal;
  }
  return { ...together(parts), minimum, ways, cost, literal, first: parts[0]?.first ?? null, example };
}

/**
 * Options that begin with different characters exclude each other; of those that are plain text, only
 * the ones that another begins with (志愿, 志愿者) match at the same place.
 */
function waysOfOptions(options: readonly RegexFacts[]): number {
  const texts = new Set(options.flatMap(({ literal }) => literal ?? []));
  let plain = 0;
  for (const text of texts) {
    let count = 0;
    for (let length = 0; length <= text.length; length += 1) if (texts.has(text.slice(0, length))) count += 1;
    plain = Math.max(plain, count);
  }
  const byFirst = new Map<string | null, number>();
  for (const { literal, first, ways } of options) {
    if (literal === null) byFirst.set(first, (byFirst.get(first) ?? 0) + ways);
  }
  const open = byFirst.get(null) ?? 0;
  byFirst.delete(null);
  return plain + open + Math.max(0, ...byFirst.values());
}

/** Options, one of which must match. */
export function choiceOf(options: readonly RegexFacts[]): RegexFacts {
  if (options.length === 1) return options[0]!;
  return {
    ...together(options),
    minimum: Math.min(...options.map(({ minimum }) => minimum)),
    ways: waysOfOptions(options),
    // An option of plain text that does not fit is left at its first character or the second.
    cost: options.reduce((sum, { literal, cost }) => sum + (literal === null ? cost : 1), 0),
    literal: null,
    first: null,
    example: options[0]!.example,
  };
}

/** From `min` to `max` rounds of the same. */
export function repeatOf(body: RegexFacts, min: number, max: number): RegexFacts {
  const rounds = Math.min(max, ENDLESS);
  const endless = max === Infinity;
  const ways = body.ways ** rounds;
  return {
    ...together([body]),
    minimum: min * body.minimum,
    ways: (Math.max(0, rounds - min) + 1) * ways,
    cost: rounds * ways * body.cost,
    unbounded: endless || body.unbounded,
    nested: body.nested || (endless && body.unbounded),
    literal: null,
    first: min > 0 ? body.first : null,
    example: body.example.repeat(Math.min(Math.max(min, 1), MOST_ROUNDS)),
  };
}

/** A look-around takes no character, and is not entered again. */
export const lookOf = (body: RegexFacts): RegexFacts => ({
  ...NOTHING,
  ...together([body]),
  cost: body.cost,
  literal: null,
});
