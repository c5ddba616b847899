/** A path → the document, read in a thread of its own: a server goes on answering while a long file is read. */
import { Tinypool } from 'tinypool';
import type { SourceDocument } from '../model.js';

export interface DocumentReaderLimits {
  /** For one file, the start of a fresh thread included. */
  readonly seconds: number;
  /** Heap of the thread. */
  readonly megabytes: number;
}

/** The thread ends when it has had nothing to do for so long, and gives its memory back. */
const IDLE_MS = 20_000;

/** One file at a time; the thread starts with the first one. */
export class DocumentReader {
  readonly #pool: Tinypool;

  constructor(private readonly limits: DocumentReaderLimits) {
    this.#pool = new Tinypool({
      filename: new URL('./document-task.js', import.meta.url).href,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 32 },
    });
    this.#pool.on('error', () => undefined);
  }

  /** Null where the file gives no document, takes too long, or breaks its thread. */
  async read(path: string): Promise<SourceDocument | null> {
    const timeUp = new AbortController();
    const timer = setTimeout(() => timeUp.abort(), this.limits.seconds * 1000);
    try {
      return (await this.#pool.run(path, { signal: timeUp.signal })) as SourceDocument | null;
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
