/** Two points in → the line from what a number is at least to what it is at most, with an arrow where that is open. */
import { COLOURS } from './style.js';

type Point = readonly [x: number, y: number];

interface LineShape {
  readonly type: 'line';
  readonly shape: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
  readonly style: { readonly stroke: string; readonly lineWidth: number };
}

export interface Whisker {
  readonly type: 'group';
  readonly children: LineShape[];
}

const CAP = 4;
/** How far an arrow goes on where there is no upper bound. */
export const OPEN = 18;

/** @param direction in which numbers grow on the picture: to the right (1, 0), or up (0, -1) */
export function whiskerOf(
  from: Point,
  to: Point,
  {
    isOpen,
    direction,
    colour = COLOURS.whisker,
  }: { readonly isOpen: boolean; readonly direction: Point; readonly colour?: string },
): Whisker {
  const [dx, dy] = direction;
  const end: Point = isOpen ? [to[0] + dx * OPEN, to[1] + dy * OPEN] : to;
  const line = (a: Point, b: Point): LineShape => ({
    type: 'line',
    shape: { x1: a[0], y1: a[1], x2: b[0], y2: b[1] },
    style: { stroke: colour, lineWidth: 1.4 },
  });
  const across = ([x, y]: Point): LineShape =>
    line([x - dy * CAP, y - dx * CAP], [x + dy * CAP, y + dx * CAP]);
  const back = (side: number): Point => [
    end[0] - dx * 6 + dy * side * CAP,
    end[1] - dy * 6 + dx * side * CAP,
  ];
  const head = isOpen ? [line(back(1), end), line(back(-1), end)] : [across(end)];
  return { type: 'group', children: [across(from), line(from, end), ...head] };
}
