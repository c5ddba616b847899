/** A document of the database and what is asked of it in, answers out: both are made in a thread of its own, so that a server goes on answering. */
import PQueue from 'p-queue';
import { Tinypool } from 'tinypool';
import { NotFound } from '../review/not-found.js';
import type { Answer, Given, Question } from '../review/questions.js';
import type { DocumentToRead, QuestionToAnswer, Reply } from './document-task.js';

export interface DocumentReaderLimits {
  /** For one document or one question, the start of a fresh thread included. */
  readonly seconds: number;
  /** Heap of the thread. */
  readonly megabytes: number;
}

/** The thread ends when it has had nothing to do for so long, and gives its memory back. */
const IDLE_MS = 60_000;

/** One thing at a time; the thread starts with the first one. */
export class DocumentReader {
  readonly #pool: Tinypool;
  readonly #queue = new PQueue({ concurrency: 1 });

  constructor(private readonly limits: DocumentReaderLimits) {
    this.#pool = new Tinypool({
      filename: new URL('./document-task.js', import.meta.url).href,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 4 },
    });
    this.#pool.on('error', () => undefined);
  }

  /** Reads a document and keeps it in the thread; false where it takes too long or breaks the thread. */
  async read(document: DocumentToRead): Promise<boolean> {
    try {
      await this.#run('read', document);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Undefined where the document is not in the thread, or no longer: it has to be read then.
   * @throws {NotFound} what is asked for is not in the document
   */
  async ask<Asked extends Question>(
    id: string,
    question: Asked,
    given: Given<Asked>,
  ): Promise<Answer<Asked> | undefined> {
    const reply = (await this.#run('answer', { id, question, given })) as Reply;
    if (reply.state === 'not-found') throw new NotFound(reply.what);
    return reply.state === 'answered' ? (reply.answer as Answer<Asked>) : undefined;
  }

  async close(): Promise<void> {
    this.#queue.clear();
    await this.#pool.destroy();
  }

  /** The time limit starts with the task, not with the wait for its turn. Questions go before documents. */
  async #run(name: 'read' | 'answer', task: DocumentToRead | QuestionToAnswer): Promise<unknown> {
    return await this.#queue.add(
      async () => {
        const timeUp = new AbortController();
        const timer = setTimeout(() => timeUp.abort(), this.limits.seconds * 1000);
        try {
          return (await this.#pool.run(task, { name, signal: timeUp.signal })) as unknown;
        } finally {
          clearTimeout(timer);
        }
      },
      { priority: name === 'answer' ? 1 : 0 },
    );
  }
}
