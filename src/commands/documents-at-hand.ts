/** Ids of documents of a database → the documents read anew with their explanations, the last few kept at hand. */
import { explain } from '../explain.js';
import { extract, type Engine } from '../pipeline.js';
import type { ReadDocument } from '../review/options.js';
import { findStoredDocument, type Store } from '../store/index.js';
import { DocumentReader } from '../workers/index.js';
import { readAgain, type ReadPath } from './read-again.js';
import { readOne } from './read-one.js';

/** For one file; what takes longer is derived from its stored text. */
const LIMITS = { seconds: 20, megabytes: 512 };
/** Documents kept: the next figure stands in the same one, mostly. */
const KEPT = 8;

export class DocumentsAtHand {
  readonly #kept = new Map<string, Promise<ReadDocument | null>>();
  readonly #reader = new DocumentReader(LIMITS);

  /** @param folder where the names of files that are not absolute begin */
  constructor(
    private readonly store: Store,
    private readonly engine: Engine,
    private readonly folder: string,
  ) {}

  /** Null where the database has no such document. */
  read(id: string): Promise<ReadDocument | null> {
    const known = this.#kept.get(id) ?? this.#readAnew(id);
    // the one that was asked for last is the last to go
    this.#kept.delete(id);
    this.#kept.set(id, known);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    known.catch(() => this.#kept.delete(id));
    return known;
  }

  async close(): Promise<void> {
    await this.#reader.close();
  }

  async #readAnew(id: string): Promise<ReadDocument | null> {
    const stored = findStoredDocument(this.store, id);
    if (!stored) return null;
    // text is read at once; what has to be parsed, in a thread of its own
    const readPath: ReadPath = async (path) =>
      stored.format === 'txt' ? (await readOne(path)).document : await this.#reader.read(path);
    const { read, file } = await readAgain(stored, this.folder, readPath);
    const extraction = extract(read, stored.file, this.engine);
    return { file, extraction, explainer: explain(extraction, this.engine) };
  }
}
