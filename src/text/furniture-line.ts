/** A line and the patterns of page furniture → whether it is some: most lines are prose, and patterns are many. */
import { neededTexts } from './needed-texts.js';
import { TextIndex } from './text-index.js';

/** Longer lines are prose, whatever words they hold. */
const LONGEST = 200;
/** Longer lines that end as sentences do are prose, too. */
const LONGEST_SENTENCE = 50;

export function mayBeFurniture(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length > LONGEST) return false;
  return length <= LONGEST_SENTENCE || !'。；！？'.includes(text.charAt(end - 1));
}

/** Patterns by what is known of them before they are asked. */
interface LinePatterns {
  /** Each of these needs one of the texts; of the others nothing is known. */
  readonly told: readonly RegExp[];
  readonly others: readonly RegExp[];
  readonly texts: TextIndex;
}

/** One for each list of patterns that was used: a rule set serves many documents. */
const prepared = new WeakMap<readonly RegExp[], LinePatterns>();

function prepare(patterns: readonly RegExp[]): LinePatterns {
  const known = prepared.get(patterns);
  if (known) return known;
  const texts = new TextIndex();
  const told: RegExp[] = [];
  const others: RegExp[] = [];
  for (const pattern of patterns) {
    const needed = neededTexts(pattern);
    for (const text of needed ?? []) texts.add(text, 0);
    (needed === null ? others : told).push(pattern);
  }
  const made = { told, others, texts };
  prepared.set(patterns, made);
  return made;
}

/** Whether the line in `text[start, end)` is one that the patterns are for. */
export function isFurnitureLine(
  text: string,
  start: number,
  end: number,
  patterns: readonly RegExp[],
): boolean {
  if (patterns.length === 0 || !mayBeFurniture(text, start, end)) return false;
  const { told, others, texts } = prepare(patterns);
  const met: (readonly number[])[] = [];
  texts.find(text, start, end, met);
  if (met.length === 0 && others.length === 0) return false;
  const words = text.slice(start, end);
  // one by one: most begin with ^ and fail at once, which they would not as parts of one pattern
  const matches = (pattern: RegExp): boolean => pattern.test(words);
  return others.some(matches) || (met.length > 0 && told.some(matches));
}
