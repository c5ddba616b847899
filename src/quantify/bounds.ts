/** A number and its hedge → the bounds that the hedge allows, by the table of the labelling guide. */
import type { Qualifier } from '../model.js';
import type { HedgeKind } from './hedge.js';
import { tidy } from './numeral.js';

export interface Bounds {
  readonly lower: number | null;
  readonly upper: number | null;
  readonly qualifier: Qualifier;
}

export interface Measured {
  readonly value: number;
  readonly place: number;
  readonly lastMagnitude: number;
}

/** Where a remainder word stands: behind digits (200多, 20余万) or behind the magnitude word (20万余). */
export type Remainder = 'none' | 'digits' | 'magnitude';

/** A remainder word decides where the number has a hedge too (约3000余). */
export function boundsOf(number: Measured, remainder: Remainder, hedge: HedgeKind | null): Bounds {
  const { value, place } = number;
  if (remainder !== 'none') {
    const step = remainder === 'magnitude' ? Math.min(place, number.lastMagnitude) : place;
    return { lower: value, upper: tidy(value + step), qualifier: 'over' };
  }
  switch (hedge) {
    case 'over':
      return { lower: value, upper: null, qualifier: 'over' };
    case 'under':
      return { lower: tidy(value - (value === place ? place / 2 : place)), upper: value, qualifier: 'under' };
    case 'limit':
      return { lower: null, upper: value, qualifier: 'under' };
    case 'about':
      return { lower: tidy(value - place / 2), upper: tidy(value + place / 2), qualifier: 'about' };
    case null:
      return { lower: value, upper: value, qualifier: 'exact' };
  }
}
