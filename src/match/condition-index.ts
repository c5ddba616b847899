/** The conditions of many cues, few of which ever hold → those that may, by what stands in a number's windows. */
import type { Condition, Cue, Direction } from '../model.js';
import { neededTexts } from '../text/needed-texts.js';
import { TextIndex } from '../text/text-index.js';
import type { QuantityContext } from './context.js';

/** A cue with the places in the index of those of its conditions that the characters of a window tell of. */
export interface IndexedCue {
  readonly cue: Cue;
  readonly places: readonly number[];
}

/** Cues that are asked together. */
export interface IndexedCues {
  readonly cues: readonly IndexedCue[];
  /** A place of their own, met where a first condition of one of them is; null where one has none that can be told of. */
  readonly place: number | null;
}

/** The conditions of one direction by the texts that they need. */
interface Table {
  readonly direction: Direction;
  readonly texts: TextIndex;
  /** The window that was read last, and the places met in it: numbers of one sentence come one after the other. */
  window: string;
  readonly met: (readonly number[])[];
}

/** Made once for many documents; tells of one number at a time. */
export class ConditionIndex {
  private readonly tables: Table[] = [];
  private readonly placeOf = new Map<string, number>();
  private count = 0;
  /** Of each place, the last round in which a text that it needs was met. */
  private metAt = new Uint32Array(64);
  private round = 0;

  /** Adds the conditions of cues; all of them before the first look. */
  add(cues: readonly Cue[]): IndexedCues {
    const together = this.newPlace();
    let told = true;
    for (const { conditions } of cues) told = this.addNeeds(conditions[0], together) && told;
    return {
      cues: cues.map((cue) => ({ cue, places: cue.conditions.flatMap((one) => this.placeFor(one) ?? []) })),
      place: told ? together : null,
    };
  }

  /** Turns to a number. */
  lookAt({ windows }: QuantityContext): void {
    this.round++;
    for (const table of this.tables) {
      const window = windows[table.direction];
      if (window !== table.window) {
        table.window = window;
        table.met.length = 0;
        table.texts.find(window, 0, window.length, table.met);
      }
      for (const places of table.met) for (const place of places) this.metAt[place] = this.round;
    }
  }

  /** Whether one of the cues may hold for the number. */
  mayHoldAny({ place }: IndexedCues): boolean {
    return place === null || this.metAt[place] === this.round;
  }

  /** Whether a cue may hold; false where a window has nothing that one of its conditions needs. */
  mayHold({ places }: IndexedCue): boolean {
    for (const place of places) if (this.metAt[place] !== this.round) return false;
    return true;
  }

  /** Null where nothing is known that the condition needs. */
  private placeFor(condition: Condition): number | null {
    const { direction, pattern } = condition;
    const name = `${direction} ${pattern.flags} ${pattern.source}`;
    const known = this.placeOf.get(name);
    if (known !== undefined) return known;
    const place = this.newPlace();
    if (!this.addNeeds(condition, place)) return null;
    this.placeOf.set(name, place);
    return place;
  }

  private newPlace(): number {
    if (this.count === this.metAt.length) {
      const longer = new Uint32Array(2 * this.count);
      longer.set(this.metAt);
      this.metAt = longer;
    }
    return this.count++;
  }

  /** Has the place met where a text that the condition needs is; false where none is known. */
  private addNeeds({ direction, pattern }: Condition, place: number): boolean {
    const texts = neededTexts(pattern);
    if (texts === null) return false;
    const table = this.tableFor(direction);
    for (const text of texts) table.texts.add(text, place);
    return true;
  }

  private tableFor(direction: Direction): Table {
    let table = this.tables.find((one) => one.direction === direction);
    if (table === undefined) {
      table = { direction, texts: new TextIndex(), window: '', met: [] };
      this.tables.push(table);
    }
    return table;
  }
}
