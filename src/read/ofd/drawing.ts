/** Takes the content of a page, template or note; gives the texts and shapes that it draws, in their order. */
import type { Shape } from '../page/drawn-lines.js';
import { multiply, type Matrix } from '../page/matrix.js';
import { ZipError } from '../zip.js';
import { childNamed, numbersOf, type Element } from './element.js';
import { shapesOf } from './path-object.js';
import { readTextObject, type TextPiece } from './text-object.js';

export interface Drawing {
  readonly texts: readonly TextPiece[];
  /** Text that is not shown: what was recognised under a scanned picture. */
  readonly hidden: readonly TextPiece[];
  readonly shapes: () => Iterable<Shape>;
}

/** Graphics that pages share, by their id. */
export type Graphics = (id: string) => Element | null;

/** Graphics inside graphics, as deep as any producer nests them; a cycle ends here. */
const DEEPEST = 10;
/** Objects and characters of a document; three thousand full pages have fewer. */
const MOST = 10_000_000;

/** Counts what is drawn, since templates and graphics can be repeated without end. */
export class Budget {
  private spent = 0;

  spend(amount: number): void {
    this.spent += amount;
    if (this.spent > MOST) throw new ZipError('too-large', 'its pages draw too much');
  }
}

// What only groups objects: takes the layers of a page and blocks inside them.
const GROUPS = new Set(['Content', 'Layer', 'PageBlock', 'Appearance']);

/** Draws everything below `root`; `matrix` takes its space to the page. */
export function draw(root: Element, matrix: Matrix, graphics: Graphics, budget: Budget): Drawing {
  const texts: TextPiece[] = [];
  const hidden: TextPiece[] = [];
  const paths: { readonly object: Element; readonly matrix: Matrix }[] = [];
  const visit = (element: Element, outer: Matrix, shown: boolean, depth: number): void => {
    for (const object of element.children) {
      budget.spend(1);
      const visible = shown && object.attributes['Visible'] !== 'false';
      if (GROUPS.has(object.name)) visit(object, outer, visible, depth);
      else if (object.name === 'TextObject') {
        for (const piece of readTextObject(object, objectMatrix(object, outer))) {
          budget.spend(piece.text.length);
          (visible ? texts : hidden).push(piece);
        }
      } else if (object.name === 'PathObject') {
        if (visible) paths.push({ object, matrix: objectMatrix(object, outer) });
      } else if (object.name === 'CompositeObject' && depth < DEEPEST) {
        const unit = childNamed(graphics(object.attributes['ResourceID'] ?? ''), 'Content');
        if (unit) visit(unit, objectMatrix(object, outer), visible, depth + 1);
      }
    }
  };
  visit(root, matrix, true, 0);
  function* shapes(): Generator<Shape> {
    for (const path of paths) yield* shapesOf(path.object, path.matrix);
  }
  return { texts, hidden, shapes };
}

/** The transform of an object: its own, then to where its boundary begins. */
function objectMatrix(object: Element, outer: Matrix): Matrix {
  const [left, top] = numbersOf(object.attributes['Boundary']);
  const placed = multiply(outer, [1, 0, 0, 1, left ?? 0, top ?? 0]);
  const own = numbersOf(object.attributes['CTM']);
  return own.length === 6 ? multiply(placed, own as unknown as Matrix) : placed;
}
