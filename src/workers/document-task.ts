/** The worker's side of `DocumentReader`: reads documents and keeps the last few; what is asked of one comes in, the answer goes out. */
import { deserialize } from 'node:v8';
import type { RuleSet, SourceDocument } from '../model.js';
import { createEngine, extract, type Engine } from '../pipeline.js';
import { nameOf, type FilePlace } from '../read/members.js';
import { readDocument } from '../read/registry.js';
import { NotFound } from '../review/not-found.js';
import {
  answerFrom,
  toReadDocument,
  type Given,
  type Question,
  type ReadDocument,
} from '../review/questions.js';
import type { StoredDocument } from '../store/index.js';
import type { PackedRules } from './file-result.js';
import { readAgain } from './read-again.js';
import { memberBytes } from './member-bytes.js';

export interface DocumentToRead {
  readonly stored: StoredDocument;
  /** Where the names of files that are not absolute begin. */
  readonly folder: string;
}

export interface QuestionToAnswer {
  readonly id: string;
  readonly question: Question;
  readonly given: readonly unknown[];
}

/** An error loses its class on its way between processes. */
export type Reply =
  | { readonly state: 'answered'; readonly answer: unknown }
  | { readonly state: 'not-found'; readonly what: string }
  /** The document has to be read first. */
  | { readonly state: 'not-at-hand' };

/** Documents kept: the next question is about the same one, mostly. */
const KEPT = 8;
const kept = new Map<string, ReadDocument>();

let engine: Engine | null = null;

const engineOf = (rules: PackedRules): Engine => (engine ??= createEngine(deserialize(rules) as RuleSet));

async function readPlace(place: FilePlace): Promise<SourceDocument | null> {
  const bytes = await memberBytes(place);
  return Buffer.isBuffer(bytes) ? (await readDocument(bytes, nameOf(place))).document : null;
}

/** The one that was asked for last is the last to go. */
function keep(id: string, document: ReadDocument): void {
  kept.delete(id);
  kept.set(id, document);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
}

/** Reads a document and keeps it. */
export async function read({ stored, folder }: DocumentToRead, rules: PackedRules): Promise<void> {
  const { read: document, file } = await readAgain(stored, folder, readPlace);
  const own = engineOf(rules);
  keep(stored.id, toReadDocument(file, extract(document, stored.file, own), own));
}

/** Answers from a document that is kept. */
export function answer({ id, question, given }: QuestionToAnswer): Reply {
  const document = kept.get(id);
  if (!document) return { state: 'not-at-hand' };
  keep(id, document);
  try {
    return { state: 'answered', answer: answerFrom(document, question, given as Given<Question>) };
  } catch (error) {
    if (error instanceof NotFound) return { state: 'not-found', what: error.message };
    throw error;
  }
}
