/** Takes a page of an OFD document; gives it as it is printed: runs, rulings, and what is no body text. */
import { multiply, type Matrix } from '../page/matrix.js';
import { draw, type Budget, type Drawing, type Graphics } from './drawing.js';
import { childNamed, childrenNamed, numbersOf, type Element } from './element.js';
import { graphicsOf } from './graphics.js';
import type { Package } from './package.js';
import { arrange, type LayeredPage } from './layers.js';
import { boxOf, partOrNull, type Box, type OfdDocument, type Reference } from './structure.js';
import type { TextPiece } from './text-object.js';

const POINTS_PER_MM = 72 / 25.4;
const A4: Box = [0, 0, 210, 297];

/** What the pages of a document share. */
export interface PageSource {
  readonly file: Package;
  readonly document: OfdDocument;
  readonly graphics: Graphics;
  readonly budget: Budget;
  /** The templates that were read, by their id. */
  readonly templates: Map<string, Element | null>;
}

export const pageSource = (file: Package, document: OfdDocument, budget: Budget): PageSource => ({
  file,
  document,
  graphics: graphicsOf(file, document.resources),
  budget,
  templates: new Map(),
});

/** Width and height in points of a page that is not turned. */
export function sizeOf(box: Box | null): { width: number; height: number } {
  const [, , width, height] = box ?? A4;
  return { width: width * POINTS_PER_MM, height: height * POINTS_PER_MM };
}

/** Throws where the page is missing or damaged. `number` counts from 1. */
export function printPage(source: PageSource, index: number, number: number): LayeredPage {
  const { file, document, graphics, budget } = source;
  const { id, content } = document.pages[index]!;
  const part = file.part(content.location, content.from);
  if (!part) throw new Error(`${content.location} is missing`);
  const box = boxOf(childNamed(part.root, 'Area')) ?? document.box ?? A4;
  const templates = childrenNamed(part.root, 'Template').flatMap(({ attributes }) => {
    const template = templateOf(source, attributes['TemplateID'] ?? '');
    return template ? [template] : [];
  });
  const inside = (root: Element, matrix: Matrix): Drawing => draw(root, matrix, graphics, budget);
  const own = (matrix: Matrix): Drawing => {
    const drawing = inside(part.root, matrix);
    // A scanned page with what was recognised on it.
    return drawing.texts.length > 0 ? drawing : { ...drawing, texts: drawing.hidden };
  };
  const upright = toPoints(box);
  const first = own(upright);
  const turn = turnOf(first.texts);
  const size = sizeOf(box);
  const matrix = multiply(TURNS[turn](size.width, size.height), upright);
  return arrange({
    number,
    ...(turn % 2 === 0 ? size : { width: size.height, height: size.width }),
    own: turn === 0 ? first : own(matrix),
    templates: templates.map((template) => inside(template, matrix)),
    notes: notesOf(source, id).map((note) => inside(note, multiply(matrix, placeOf(note)))),
    alone: document.pages.length === 1,
  });
}

const toPoints = ([left, top]: Box): Matrix => [
  POINTS_PER_MM,
  0,
  0,
  POINTS_PER_MM,
  -left * POINTS_PER_MM,
  -top * POINTS_PER_MM,
];

/** By the direction in which most of a page's text runs: what makes it run to the right. */
const TURNS: readonly [Turn, Turn, Turn, Turn] = [
  () => [1, 0, 0, 1, 0, 0],
  (width) => [0, -1, 1, 0, 0, width],
  (width, height) => [-1, 0, 0, -1, width, height],
  (_, height) => [0, 1, -1, 0, height, 0],
];
type Turn = (width: number, height: number) => Matrix;

/** Vertical writing, and pages that lie on their side, are read turned. */
function turnOf(texts: readonly TextPiece[]): 0 | 1 | 2 | 3 {
  const counts = [0, 0, 0, 0];
  for (const { direction, text } of texts) if (direction !== null) counts[direction]! += text.length;
  const most = Math.max(...counts);
  return counts[0] === most ? 0 : (counts.indexOf(most) as 1 | 2 | 3);
}

function templateOf({ file, document, templates }: PageSource, id: string): Element | null {
  const known = templates.get(id);
  if (known !== undefined) return known;
  const reference = document.templates.get(id);
  const template = reference ? (partOrNull(file, reference)?.root ?? null) : null;
  templates.set(id, template);
  return template;
}

/** The looks of what was put on a page afterwards: stamps, watermarks, remarks. */
function notesOf({ file, document }: PageSource, page: string): Element[] {
  const reference: Reference | undefined = document.notes.get(page);
  const root = reference ? (partOrNull(file, reference)?.root ?? null) : null;
  return childrenNamed(root, 'Annot').flatMap((note) => childrenNamed(note, 'Appearance'));
}

function placeOf(note: Element): Matrix {
  const [left, top] = numbersOf(note.attributes['Boundary']);
  return [1, 0, 0, 1, left ?? 0, top ?? 0];
}
