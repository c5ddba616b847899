/** Texts of one or two characters, each with the places where it is needed → the places of those that stand in a text. */

/** What a character can be of such texts; it can be several. */
const ALONE = 1;
const FIRST = 2;
const SECOND = 4;

/** One or two characters as a number. */
const keyOf = (first: number, second: number): number => (first << 16) | second;

export class TextIndex {
  /** A table, because every character of a text is asked. */
  private readonly kinds = new Uint8Array(0x10000);
  private readonly places = new Map<number, number[]>();

  add(text: string, place: number): void {
    const first = text.charCodeAt(0);
    let key = first;
    if (text.length === 1) this.kinds[first]! |= ALONE;
    else {
      const second = text.charCodeAt(1);
      this.kinds[first]! |= FIRST;
      this.kinds[second]! |= SECOND;
      key = keyOf(first, second);
    }
    const known = this.places.get(key);
    if (known === undefined) this.places.set(key, [place]);
    else if (!known.includes(place)) known.push(place);
  }

  /** Adds to `met` the places of each text that stands in `text[start, end)`. */
  find(text: string, start: number, end: number, met: (readonly number[])[]): void {
    const { kinds, places } = this;
    let code = 0;
    let kind = 0;
    for (let at = start; at < end; at++) {
      const before = code;
      const begun = kind & FIRST;
      code = text.charCodeAt(at);
      kind = kinds[code]!;
      if (kind === 0) continue;
      if ((kind & ALONE) !== 0) met.push(places.get(code)!);
      if (begun !== 0 && (kind & SECOND) !== 0) {
        const both = places.get(keyOf(before, code));
        if (both !== undefined) met.push(both);
      }
    }
  }
}
