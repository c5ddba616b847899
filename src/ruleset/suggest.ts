/** Takes a word that is not known and those that are; gives a hint for the person who wrote it. */
import { JaroWinklerDistance } from 'natural/lib/natural/distance/index.js';

/** Below this two words are too far apart to be one and its misspelling. */
const NEAR = 0.75;
const SHOWN = 12;

/** The known word nearest to `word`; null where none is near. */
export function nearestWord(word: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let similarity = NEAR;
  for (const candidate of known) {
    const found = JaroWinklerDistance(word, candidate, { ignoreCase: true });
    if (found > similarity) [best, similarity] = [candidate, found];
  }
  return best;
}

/** How a hint is said: one word, or several with how many there are. */
export interface HintWords {
  readonly nearest: (word: string) => string;
  readonly known: (list: string) => string;
  readonly inAll: (count: number) => string;
}

const ENGLISH: HintWords = {
  nearest: (word) => `did you mean "${word}"?`,
  known: (list) => `known here: ${list}`,
  inAll: (count) => `(${count} in all)`,
};

/** `did you mean "cues"?`, or the words that are known where none is near. */
export function suggest(word: string, known: Iterable<string>, say: HintWords = ENGLISH): string | null {
  const words = [...known];
  const nearest = nearestWord(word, words);
  if (nearest !== null) return say.nearest(nearest);
  if (words.length === 0) return null;
  const rest = words.length > SHOWN ? ` … ${say.inAll(words.length)}` : '';
  return say.known(`${words.slice(0, SHOWN).join(', ')}${rest}`);
}
