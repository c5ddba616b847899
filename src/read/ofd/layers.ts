/** Takes what a page, its templates and its notes draw; tells the text of the body from all other. */
import { extentOf } from '../page/extent.js';
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

/** A page, and whether it has no text of its own. */
export type LayeredPage = PrintedPage & { readonly blank: boolean };

/** Tells the text of the body from running heads, stamps and turned text. */
export function arrange({ number, width, height, own, templates, notes, alone }: Layers): LayeredPage {
  const rulings = rulingsOf(shapesOf([own, ...templates]));
  const ofTemplates = templates.flatMap(({ texts }) => texts);
  const ofNotes = notes.flatMap(({ texts }) => texts);
  const turned = own.texts.some(({ direction }) => direction !== 0);
  const grids = turned || ofTemplates.length > 0 ? findGrids(rulings) : [];
  const body = [...runsOf(own.texts, 0), ...turnedLabels(own.texts, grids)];
  const form = formText(ofTemplates, body, grids, alone);
  const apart = [...ofTemplates.filter((piece) => !form.has(piece)), ...ofNotes];
  const askew = own.texts.filter((piece) => piece.direction !== 0 && !isLabel(piece, grids));
  // A watermark fills the page with one text.
  const marks = new Set(apart.flatMap(({ direction, text }) => (direction === 0 ? [] : [text])));
  return {
    number,
    width,
    height,
    runs: joinRuns(withoutSecondStrikes([...body, ...form.values()])),
    furniture: joinRuns(withoutSecondStrikes(runsOf(apart, 0))),
    askew: [...askew.map(({ text }) => text), ...marks].join(''),
    rulings,
    blank: own.texts.length === 0,
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

/** Text that runs down or up counts as a run in the middle of its height. */
function turnedRun({ text, direction, x, y, length, size }: TextPiece): Run {
  const middle = y + ((direction === 1 ? 1 : -1) * length) / 2;
  return { text, left: x, right: x + size, y: middle + 0.35 * size, size };
}

/** Whether a piece runs down or up inside a ruled table, where it labels a cell. */
const isLabel = (piece: TextPiece, grids: readonly Grid[]): boolean =>
  (piece.direction === 1 || piece.direction === 3) && grids.some((grid) => isInside(turnedRun(piece), grid));

const turnedLabels = (texts: readonly TextPiece[], grids: readonly Grid[]): Run[] =>
  texts.filter((piece) => isLabel(piece, grids)).map(turnedRun);

/**
 * Of a template's text, as runs: what labels a table that the page itself fills, and, in a document of one page, what
 * stands at the heights of the page's own text. The rest are running heads and watermarks.
 */
function formText(
  template: readonly TextPiece[],
  body: readonly Run[],
  grids: readonly Grid[],
  alone: boolean,
): Map<TextPiece, Run> {
  const filled = grids.filter((grid) => body.some((run) => isInside(run, grid)));
  const { least: top, greatest: bottom } = extentOf(body, (run) => run.y);
  const among = (run: Run): boolean =>
    alone && run.y > top - 0.5 * run.size && run.y < bottom + 0.5 * run.size;
  const form = new Map<TextPiece, Run>();
  for (const piece of template) {
    if (isLabel(piece, filled)) form.set(piece, turnedRun(piece));
    if (piece.direction !== 0) continue;
    const run = runOf(piece);
    if (filled.some((grid) => isInside(run, grid)) || among(run)) form.set(piece, run);
  }
  return form;
}

function isInside({ left, right, y, size }: Run, { xs, ys }: Grid): boolean {
  const [x, middle] = [(left + right) / 2, y - 0.35 * size];
  return x >= xs[0]! && x <= xs.at(-1)! && middle >= ys[0]! && middle <= ys.at(-1)!;
}
