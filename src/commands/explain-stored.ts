/** The id of a figure in the database → its derivation, made anew from the file or from the stored text. */
import { dirname, resolve } from 'node:path';
import { explain, type FigureExplanation, type PlaceExplanation } from '../explain.js';
import type { FigureRecord, SourceSpan } from '../model.js';
import { extract, type Engine } from '../pipeline.js';
import {
  decisionsOf, findStoredDocument, findStoredFigures, openStore, StoreError,
  type Decision, type Store, type StoredDocument, type StoredFigure,
} from '../store/index.js'; // prettier-ignore
import { CodePointIndex, sourceSpan } from '../text/span.js';
import { readAgain, type ReadPlace } from '../workers/read-again.js';
import { formatFigure, formatPlace } from './format-explanation.js';
import { formatStored } from './format-stored.js';
import { say } from '../language/language.js';
import { loadEngine } from './load-engine.js';
import { readOne } from './read-one.js';
import { UsageError } from './usage-error.js';

/** What `--format json` prints for a figure of the database. */
export interface StoredFigureExplanation {
  /** The figure as the database has it. */
  readonly stored: FigureRecord & {
    readonly superseded_by: string | null;
    readonly duplicate_of: string | null;
  };
  /** Where the text was taken from: the file, or the database where no file holds it any longer. */
  readonly read_from: 'file' | 'database';
  /** Null where a reviewer added the figure, or the present rules do not give it. */
  readonly derivation: FigureExplanation | null;
  /** What the present rules make of its place, where they do not give the figure. */
  readonly instead: PlaceExplanation | null;
  readonly decisions: readonly Decision[];
}

/** A figure's explanation with what it was made from. */
export interface ExplainedStoredFigure {
  readonly explanation: StoredFigureExplanation;
  readonly document: StoredDocument;
  readonly engine: Engine;
}

/**
 * Runs the pipeline again on the document of a figure.
 * @param id the figure's id, or as much of its start as tells it from the others
 * @throws {StoreError} unknown-figure, and what opening a database can throw
 */
export async function explainStored(
  id: string,
  { db, rules }: { readonly db: string; readonly rules?: readonly string[] | undefined },
): Promise<ExplainedStoredFigure> {
  const { stored, document, decisions } = readStored(db, id);
  const { figure, superseded_by, duplicate_of, added } = stored;
  const engine = loadEngine(rules);
  const readPlace: ReadPlace = async (place) => (await readOne(place)).document;
  const { read, file } = await readAgain(document, dirname(resolve(db)), readPlace);
  const explainer = explain(extract(read, document.file, engine), engine);
  const derivation = explainer.figure(figure.figure_id);
  const codePoints = new CodePointIndex(read.text);
  const place = (): SourceSpan =>
    sourceSpan(codePoints.toCodeUnit(figure.start), codePoints.toCodeUnit(figure.end));
  return {
    explanation: {
      stored: { ...figure, superseded_by, duplicate_of },
      read_from: file === null ? 'database' : 'file',
      derivation,
      instead: derivation || added ? null : explainer.place(place()),
      decisions,
    },
    document,
    engine,
  };
}

interface Stored {
  readonly stored: StoredFigure;
  readonly document: StoredDocument;
  readonly decisions: readonly Decision[];
}

function readStored(db: string, id: string): Stored {
  const store = openStore(db, { readonly: true });
  try {
    const stored = chooseFigure(store, id);
    return {
      stored,
      document: findStoredDocument(store, stored.figure.document_id)!,
      decisions: decisionsOf(store, stored.figure.figure_id),
    };
  } finally {
    store.close();
  }
}

function chooseFigure(store: Store, id: string): StoredFigure {
  const found = findStoredFigures(store, id);
  const [first] = found;
  if (!first) throw new StoreError('unknown-figure', store.path, id);
  if (found.length === 1) return first;
  const ids = found.map(({ figure }) => figure.figure_id).join(' ');
  throw new UsageError(
    say(
      { en: 'several figures start with {id}: {ids}', zh: '以 {id} 开头的数据不止一条：{ids}' },
      { id, ids },
    ),
    say({ en: 'give more of the id', zh: '请给出更长的编号' }),
  );
}

/** The explanation as text for people; `names` gives the indicators' names. */
export function formatStoredFigure(
  { explanation, document, engine }: ExplainedStoredFigure,
  names: ReadonlyMap<string, string>,
): string {
  const { derivation, instead } = explanation;
  const parts = [formatStored(explanation, document, engine.ruleSet.version, names)];
  if (derivation) parts.push(formatFigure(derivation, document.file));
  if (instead) parts.push(formatPlace(instead, document.file));
  return parts.filter((part) => part !== '').join('\n');
}
