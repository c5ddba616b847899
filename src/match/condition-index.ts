/** The conditions of many cues, few of which ever hold → those that may, by what stands in a number's windows. */
import type { Condition, Cue, Direction } from '../model.js';
import type { QuantityContext } from './context.js';
import { neededTexts } from './needed.js';

/** A cue with the places in the index of those of its conditions that the characters of a window tell of. */
export interface IndexedCue {
  readonly cue: Cue;
  readonly places: readonly number[];
}

const ALONE = 1;
const FIRST_OF_TWO = 2;

/** The conditions of one direction by the texts that they need. */
interface Table {
  readonly direction: Direction;
  /** What a character can be of such a text; a table, because every character of a window is asked. */
  readonly begins: Uint8Array;
  readonly places: Map<number, number[]>;
}

/** One or two characters as a number. */
const keyOf = (first: number, second: number): number => (first << 16) | second;

/** Made once for many documents; tells of one number at a time. */
export class ConditionIndex {
  private readonly tables: Table[] = [];
  private readonly placeOf = new Map<string, number>();
  /** Of each condition, the last round in which a text that it needs was met. */
  private metAt = new Uint32Array(64);
  private round = 0;

  /** Adds the conditions of cues; all of them before the first look. */
  add(cues: readonly Cue[]): IndexedCue[] {
    return cues.map((cue) => ({
      cue,
      places: cue.conditions.flatMap((condition) => this.placeFor(condition) ?? []),
    }));
  }

  /** Turns to a number. */
  lookAt({ windows }: QuantityContext): void {
    this.round++;
    for (const { direction, begins, places } of this.tables) {
      const window = windows[direction];
      for (let at = 0; at < window.length; at++) {
        const code = window.charCodeAt(at);
        const what = begins[code]!;
        if (what === 0) continue;
        if ((what & ALONE) !== 0) this.note(places.get(code));
        if ((what & FIRST_OF_TWO) !== 0) this.note(places.get(keyOf(code, window.charCodeAt(at + 1))));
      }
    }
  }

  /** Whether a cue may hold for the number; false where a window has nothing that one of its conditions needs. */
  mayHold({ places }: IndexedCue): boolean {
    for (const place of places) if (this.metAt[place] !== this.round) return false;
    return true;
  }

  private note(places: readonly number[] | undefined): void {
    if (places !== undefined) for (const place of places) this.metAt[place] = this.round;
  }

  /** Null where nothing is known that the condition needs. */
  private placeFor({ direction, pattern }: Condition): number | null {
    const name = `${direction} ${pattern.flags} ${pattern.source}`;
    const known = this.placeOf.get(name);
    if (known !== undefined) return known;
    const texts = neededTexts(pattern);
    if (texts === null) return null;
    const place = this.placeOf.size;
    this.placeOf.set(name, place);
    if (place >= this.metAt.length) {
      const longer = new Uint32Array(2 * this.metAt.length);
      longer.set(this.metAt);
      this.metAt = longer;
    }
    const table = this.tableFor(direction);
    for (const text of texts) addText(table, text, place);
    return place;
  }

  private tableFor(direction: Direction): Table {
    let table = this.tables.find((one) => one.direction === direction);
    if (table === undefined)
      this.tables.push((table = { direction, begins: new Uint8Array(0x10000), places: new Map() }));
    return table;
  }
}

function addText({ begins, places }: Table, text: string, place: number): void {
  const first = text.charCodeAt(0);
  const key = text.length === 1 ? first : keyOf(first, text.charCodeAt(1));
  begins[first]! |= text.length === 1 ? ALONE : FIRST_OF_TWO;
  const list = places.get(key);
  if (list === undefined) places.set(key, [place]);
  else list.push(place);
}
