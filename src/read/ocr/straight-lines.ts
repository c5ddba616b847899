/** Takes a page's picture; gives the straight lines that are drawn on it, and the picture without them. */
import type { Rulings, Ruling } from '../page/grid.js';
import type { GreyImage } from './grey-image.js';

/** Darker than this is print. */
const PRINT = 200;
/** A line is longer than any stroke of a character, and thinner than a picture; in ems. */
const [SHORTEST, THICKEST] = [2.5, 0.3];
/** Scans break lines for so many pixels. */
const BREAK = 2;
/** At both sides of a line, so many ems off, is paper: no more than this share of print, where strokes that meet have more. */
const [BESIDE, PRINT_BESIDE] = [0.16, 0.3];
/** Lines that are no farther apart are one, or one drawn double; in ems. */
const DOUBLE = 0.35;
/** More than a form has: a picture. */
const MOST = 2_000;

/** A dark stretch of one row (or column) of pixels. */
interface Stretch {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Ruled {
  /** In pixels. */
  readonly rulings: Rulings;
  readonly withoutLines: GreyImage;
}

const NONE: Rulings = { horizontal: [], vertical: [] };

/** @param em the size of most characters, in pixels */
export function takeLines(image: GreyImage, em: number): Ruled {
  const across = linesAlong(image, em, image.height, image.width, image.width, 1);
  const down = linesAlong(image, em, image.width, image.height, 1, image.width);
  if (across.length + down.length > MOST) return { rulings: NONE, withoutLines: image };
  const grey = image.grey.slice();
  for (const line of across) erase(grey, line, image.width, 1);
  for (const line of down) erase(grey, line, 1, image.width);
  return {
    rulings: { horizontal: rulingsOf(across, em), vertical: rulingsOf(down, em) },
    withoutLines: { ...image, grey },
  };
}

/** Stretches that touch, one row of pixels upon the other. */
type Line = readonly Stretch[];

const rulingOf = (line: Line): Ruling => {
  const ends = { from: Infinity, to: -Infinity };
  let [weight, at] = [0, 0];
  for (const stretch of line) {
    ends.from = Math.min(ends.from, stretch.from);
    ends.to = Math.max(ends.to, stretch.to);
    weight += stretch.to - stretch.from;
    at += stretch.at * (stretch.to - stretch.from);
  }
  return { ...ends, at: at / weight };
};

/** Lines that lie beside each other or go on behind each other are one. */
function rulingsOf(lines: readonly Line[], em: number): Ruling[] {
  const merged: Ruling[] = [];
  for (const ruling of lines.map(rulingOf).sort((a, b) => a.at - b.at)) {
    const index = merged.findLastIndex(
      (other) =>
        ruling.at - other.at <= DOUBLE * em && ruling.from <= other.to + em && other.from <= ruling.to + em,
    );
    const other = merged[index];
    if (other)
      merged[index] = {
        ...other,
        from: Math.min(other.from, ruling.from),
        to: Math.max(other.to, ruling.to),
      };
    else merged.push(ruling);
  }
  return merged;
}

/** The lines in one direction: `count` rows of `length` pixels; `step` leads to the next row, `stride` to the next pixel. */
function linesAlong(
  { grey }: GreyImage,
  em: number,
  count: number,
  length: number,
  step: number,
  stride: number,
): Line[] {
  const lines: Stretch[][] = [];
  let open: Stretch[][] = [];
  for (let at = 0; at < count; at += 1) {
    const found = stretchesOf(grey, at, at * step, length, stride, SHORTEST * em);
    const next: Stretch[][] = [];
    for (const stretch of found) {
      const line = open.find((candidate) => candidate.some((other) => touches(other, stretch)));
      if (line) line.push(stretch);
      else lines.push([stretch]);
      const own = line ?? lines.at(-1)!;
      if (!next.includes(own)) next.push(own);
    }
    open = next;
    if (lines.length > MOST) break;
  }
  const printAt = (at: number, { from, to }: Stretch): number => {
    let print = 0;
    if (at < 0 || at >= count) return 0;
    for (let i = from; i < to; i += 1) if (grey[at * step + i * stride]! < PRINT) print += 1;
    return print / (to - from);
  };
  return lines.filter((line) => {
    const [first, last] = [line[0]!, line.at(-1)!];
    const off = Math.max(2, Math.round(BESIDE * em));
    return (
      last.at - first.at <= THICKEST * em &&
      printAt(first.at - off, first) <= PRINT_BESIDE &&
      printAt(last.at + off, last) <= PRINT_BESIDE
    );
  });
}

/** On the row above, or the one above that, and over a part of it. */
const touches = (above: Stretch, below: Stretch): boolean =>
  below.at - above.at <= 2 && above.from <= below.to && below.from <= above.to;

function stretchesOf(
  grey: Uint8Array,
  at: number,
  start: number,
  length: number,
  stride: number,
  shortest: number,
): Stretch[] {
  const found: Stretch[] = [];
  let [from, to] = [-1, -1];
  const end = (): void => {
    if (from >= 0 && to - from >= shortest) found.push({ at, from, to });
    from = -1;
  };
  for (let i = 0, place = start; i < length; i += 1, place += stride) {
    if (grey[place]! < PRINT) {
      if (from < 0) from = i;
      to = i + 1;
    } else if (from >= 0 && i - to >= BREAK) end();
  }
  end();
  return found;
}

/** A line's rim, at both of its sides, is grey; in pixels. */
const RIM = 2;

/** Makes a line white, rims and all. */
function erase(grey: Uint8Array, line: Line, step: number, stride: number): void {
  for (const { at, from, to } of line)
    for (let beside = at - RIM; beside <= at + RIM; beside += 1) {
      const [first, last] = [beside * step + from * stride, beside * step + to * stride];
      if (first < 0 || last >= grey.length) continue;
      for (let place = first; place < last; place += stride) grey[place] = 255;
    }
}
