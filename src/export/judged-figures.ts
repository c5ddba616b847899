/** A document of the database → the figures in it that reviewers decided on, each with its sentence. */
import { decisionsOf, findStoredDocument, type ReviewedFigure, type Store } from '../store/index.js';
import { CodePointIndex } from '../text/span.js';
import { exampleTextOf, onOneLine, writable } from './example-text.js';
import type { JudgedFigure } from './examples.js';
import { figuresOf } from './gold-lines.js';

/** What examples are made of; `leftOut`: figures whose sentence makes none (see `exampleTextOf`). */
export interface JudgedFigures {
  readonly judged: readonly JudgedFigure[];
  readonly leftOut: number;
}

const NO_NOTE = 'rejected in review';

/** In order of place; undecided figures are passed over. */
export function judgedFiguresOf(store: Store, documentId: string): JudgedFigures {
  const text = findStoredDocument(store, documentId)?.text ?? '';
  const document = { text, index: new CodePointIndex(text) };
  const decided = figuresOf(store, documentId).filter(({ decision }) => decision !== null);
  const judged = decided.flatMap((reviewed) => {
    const place = exampleTextOf(reviewed.found, document);
    const { current: figure } = reviewed;
    return place && isPlain(figure.item) ? [{ figure, place, why: whyRejected(store, reviewed) }] : [];
  });
  return { judged, leftOut: decided.length - judged.length };
}

const isPlain = (text: string | null): boolean => text === null || writable(text) === text;

/** The reviewer's note; null where the figure is right. */
function whyRejected(store: Store, { found, decision }: ReviewedFigure): string | null {
  if (decision?.action !== 'reject') return null;
  const { note } = decisionsOf(store, found.figure_id).find(({ id }) => id === decision.id)!;
  return writable(onOneLine(note ?? '')).trim() || NO_NOTE;
}
