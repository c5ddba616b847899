/**
 * What the review asks of a document that the present rules have read anew: the document and what is asked in, plain data
 * out, so that documents can be read and kept in a process of their own. Places are code points unless they say otherwise.
 */
import { explain, type Explainer, type FigureExplanation, type NumberSummary } from '../explain.js';
import { highlightsOf } from '../explain/highlights.js';
import type { Engine, Extraction } from '../pipeline.js';
import type { FilePlace } from '../read/members.js';
import { pageBoxes } from '../read/page-boxes.js';
import { CodePointIndex, overlaps, sourceSpan } from '../text/span.js';
import { addedFigure, readPlace } from './add-figure.js';
import type { FigurePage, Highlight } from './api.js';

export interface ReadDocument {
  /** The file that it was read from; null where only its stored text is left. */
  readonly file: FilePlace | null;
  readonly extraction: Extraction;
  readonly explainer: Explainer;
  /** The numbers that are no figures, in order of place. */
  readonly others: readonly NumberSummary[];
}

/** `engine` is the one that made the extraction. */
export function toReadDocument(file: FilePlace | null, extraction: Extraction, engine: Engine): ReadDocument {
  const explainer = explain(extraction, engine);
  const others = explainer.numbers().filter(({ state }) => state !== 'figure');
  return { file, extraction, explainer, others };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What the present rules make of a figure of the database; no explanation where they do not give it. */
interface Derived {
  readonly explanation: FigureExplanation | null;
  readonly highlights: readonly Highlight[];
}

function derive({ extraction, explainer }: ReadDocument, figureId: string): Derived {
  const traced = extraction.figures.find(({ record }) => record.figure_id === figureId);
  const codePoints = new CodePointIndex(extraction.document.text);
  return {
    explanation: explainer.figure(figureId),
    highlights: (traced ? highlightsOf(extraction, traced) : []).map(({ kind, start, end }) => ({
      kind,
      start: codePoints.toCodePoint(start),
      end: codePoints.toCodePoint(end),
    })),
  };
}

/** Null where the document has no pages, or its file is gone. */
function pageOf({ file, extraction }: ReadDocument, { start, end }: Stretch): FigurePage | null {
  if (file === null) return null;
  const { document } = extraction;
  const codePoints = new CodePointIndex(document.text);
  const boxes = pageBoxes(document, sourceSpan(codePoints.toCodeUnit(start), codePoints.toCodeUnit(end)));
  const page = boxes[0]?.page;
  const size = page === undefined ? undefined : document.layout?.pages[page - 1];
  if (page === undefined || size === undefined) return null;
  return {
    page,
    ...size,
    boxes: boxes
      .filter((box) => box.page === page)
      .map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
  };
}

/** By name; one that finds nothing where it looks throws `NotFound`. */
const QUESTIONS = {
  /** The numbers of a stretch that are no figures. */
  others: ({ others }: ReadDocument, within: Stretch) => others.filter((number) => overlaps(number, within)),
  derivation: derive,
  page: pageOf,
  /** The file that it was read from. */
  file: ({ file }: ReadDocument) => file,
  /** What the program reads at a selection (UTF-16 code units). */
  place: readPlace,
  /** The record of a figure that is added at a selection (UTF-16 code units). */
  addition: addedFigure,
};

export type Question = keyof typeof QUESTIONS;

export type Given<Asked extends Question> =
  Parameters<(typeof QUESTIONS)[Asked]> extends [ReadDocument, ...infer Rest] ? Rest : never;

export type Answer<Asked extends Question> = ReturnType<(typeof QUESTIONS)[Asked]>;

/** Answers from the document itself. */
export function answerFrom<Asked extends Question>(
  read: ReadDocument,
  question: Asked,
  given: Given<Asked>,
): Answer<Asked> {
  const answer = QUESTIONS[question] as (read: ReadDocument, ...given: readonly unknown[]) => Answer<Asked>;
  return answer(read, ...given);
}

/** Asks it of a document of the database; null where there is no such document, or it can not be read. */
export type Ask = <Asked extends Question>(
  documentId: string,
  question: Asked,
  ...given: Given<Asked>
) => Promise<Answer<Asked> | null>;
