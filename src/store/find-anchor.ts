/** Words that stood somewhere, with what stood around them, in; out the place in another text where they stand now. */

export interface AnchorWords {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** In code points, half open. */
export interface FoundAnchor {
  readonly start: number;
  readonly end: number;
}

/** Characters around the words that must agree, where not all of them do. */
const LEAST_AGREEING = 10;
/** By so many more characters than the next best place, one must agree. */
const CLEARLY = 3;

/** A text without blanks and width, each character with the code point that it was. */
interface Folded {
  readonly text: string;
  /** Of each UTF-16 unit of `text`: its code point in the original. */
  readonly places: readonly number[];
}

/** Takes 60 00 as 6000 and （ as (. */
function fold(text: string): Folded {
  const places: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const plain = character.normalize('NFKC').replace(/\s/g, '');
    folded += plain;
    for (let i = 0; i < plain.length; i++) places.push(at);
    at += 1;
  }
  return { text: folded, places };
}

/** How many characters agree from the end of both backwards, or from their start on. */
function agreeing(a: string, b: string, backwards: boolean): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most) {
    const [x, y] = backwards ? [a[a.length - 1 - count], b[b.length - 1 - count]] : [a[count], b[count]];
    if (x !== y) break;
    count += 1;
  }
  return count;
}

/** Finds anchors in one text; made once, asked often. */
export function anchorFinder(text: string): (anchor: AnchorWords) => FoundAnchor | null {
  const folded = fold(text);
  return ({ exact, prefix, suffix }) => {
    const [words, before, behind] = [exact, prefix, suffix].map((one) => fold(one).text) as [
      string,
      string,
      string,
    ];
    if (words === '') return null;
    let [best, next] = [{ at: -1, score: -1 }, -1];
    for (let at = folded.text.indexOf(words); at >= 0; at = folded.text.indexOf(words, at + 1)) {
      if (cutsNumber(folded.text, at, words)) continue;
      const front = agreeing(folded.text.slice(Math.max(0, at - before.length), at), before, true);
      const end = at + words.length;
      const score = front + agreeing(folded.text.slice(end, end + behind.length), behind, false);
      if (score > best.score) [best, next] = [{ at, score }, best.score];
      else next = Math.max(next, score);
    }
    const enough = Math.min(LEAST_AGREEING, before.length + behind.length);
    if (best.score < enough || (next >= 0 && best.score - next < CLEARLY)) return null;
    const last = best.at + words.length - 1;
    return { start: folded.places[best.at]!, end: folded.places[last]! + 1 };
  };
}

// Takes 1; must not take 万 or a comma.
const DIGIT = /^\d$/;

/** 200 in 1200 is another number. */
function cutsNumber(text: string, at: number, words: string): boolean {
  const digit = (character: string | undefined): boolean => DIGIT.test(character ?? '');
  const end = at + words.length;
  return (digit(words[0]) && digit(text[at - 1])) || (digit(words.at(-1)) && digit(text[end]));
}
