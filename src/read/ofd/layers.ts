/** Takes what a page, its templates and its notes draw; tells the text of the body from all other. */
import { rulingsOf, type Shape } from '../page/drawn-lines.js';
import { findGrids, type Grid } from '../page/grid.js';
import type { PrintedPage } from '../page/page-content.js';
import type { Run } from '../page/run.js';
import type { Drawing } from './drawing.js';
import { joinRuns } from './joined-runs.js';
import { withoutSecondStrikes } from './second-strike.js';
import type { Direction, TextPiece } from './text-object.js';

/** What is drawn on one page, from the bottom up. */
export interface Layers {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly own: Drawing;
  readonly templates: readonly Drawing[];
  readonly notes: readonly Drawing[];
  /** The document has no other page. */
  readonly alone: boolean;
}

/** Tells the text of the body from running heads, stamps and turned text. */
export function arrange({ number, width, height, own, templates, notes, alone }: Layers): PrintedPage {
  const rulings = rulingsOf(shapesOf([own, ...templates]));
  const grids = findGrids(rulings);
  const body = runsOf(own.texts, 0);
  const labels = turnedLabels(own.texts, grids);
  const ofTemplates = templates.flatMap(({ texts }) => runsOf(texts, 0));
  const form = formText(ofTemplates, body, grids, alone);
  const inForm = ofTemplates.filter((run) => form.has(run));
  const apart = ofTemplates.filter((run) => !form.has(run));
  const stamps = notes.flatMap(({ texts }) => runsOf(texts, 0));
  const inLabels = new Set(labels.map(({ piece }) => piece));
  const askew = own.texts.filter((piece) => piece.direction !== 0 && !inLabels.has(piece));
  return {
    number,
    width,
    height,
    runs: joinRuns(withoutSecondStrikes([...body, ...labels.map(({ run }) => run), ...inForm])),
    furniture: joinRuns(withoutSecondStrikes([...apart, ...stamps])),
    askew: askew.map(({ text }) => text).join(''),
    rulings,
  };
}

function* shapesOf(drawings: readonly Drawing[]): Generator<Shape> {
  for (const drawing of drawings) yield* drawing.shapes();
}

const runsOf = (texts: readonly TextPiece[], direction: Direction): Run[] =>
  texts.filter((piece) => piece.direction === direction).map(runOf);

const runOf = ({ text, x, y, length, size }: TextPiece): Run => ({
  text,
  left: x,
  right: x + length,
  y,
  size,
});

/** Text that runs down or up inside a ruled table labels its cell; it counts as a run in the middle of its height. */
function turnedLabels(
  texts: readonly TextPiece[],
  grids: readonly Grid[],
): { readonly piece: TextPiece; readonly run: Run }[] {
  return texts.flatMap((piece) => {
    const { text, direction, x, y, length, size } = piece;
    if (direction !== 1 && direction !== 3) return [];
    const middle = y + ((direction === 1 ? 1 : -1) * length) / 2;
    const run = { text, left: x, right: x + size, y: middle + 0.35 * size, size };
    return grids.some((grid) => isInside(run, grid)) ? [{ piece, run }] : [];
  });
}

/**
 * Of a template's text: what labels a table that the page itself fills, and, in a document of one page, what stands
 * at the heights of the page's own text. The rest are running heads and watermarks.
 */
function formText(
  template: readonly Run[],
  body: readonly Run[],
  grids: readonly Grid[],
  alone: boolean,
): Set<Run> {
  const filled = grids.filter((grid) => body.some((run) => isInside(run, grid)));
  const heights = body.map((run) => run.y).sort((a, b) => a - b);
  const [top, bottom] = [heights[0] ?? Infinity, heights.at(-1) ?? -Infinity];
  const among = (run: Run): boolean =>
    alone && run.y > top - 0.5 * run.size && run.y < bottom + 0.5 * run.size;
  return new Set(template.filter((run) => filled.some((grid) => isInside(run, grid)) || among(run)));
}

function isInside({ left, right, y, size }: Run, { xs, ys }: Grid): boolean {
  const [x, middle] = [(left + right) / 2, y - 0.35 * size];
  return x >= xs[0]! && x <= xs.at(-1)! && middle >= ys[0]! && middle <= ys.at(-1)!;
}
