/** A document of the database and what is asked of it in, answers out: both are made in a process of its own, so that a server goes on answering. */
import PQueue from 'p-queue';
import { NotFound } from '../review/not-found.js';
import type { Answer, Given, Question } from '../review/questions.js';
import type { DocumentToRead, QuestionToAnswer, Reply } from './document-task.js';
import type { PackedRules } from './file-result.js';
import { WorkerProcess } from './worker-process.js';

export interface DocumentReaderLimits {
  /** For one document or one question. */
  readonly seconds: number;
  /** Memory of the process. */
  readonly megabytes: number;
}

/** The process ends when it has had nothing to do for so long, and gives its memory back. */
const IDLE_MS = 60_000;

/** One thing at a time; the process starts with the first one. */
export class DocumentReader {
  readonly #queue = new PQueue({ concurrency: 1 });
  #worker: WorkerProcess | null = null;
  #idle: NodeJS.Timeout | undefined;

  constructor(
    private readonly limits: DocumentReaderLimits,
    private readonly rules: PackedRules,
  ) {}

  /** Reads a document and keeps it in the process; false where it takes too long or breaks the process. */
  async read(document: DocumentToRead): Promise<boolean> {
    try {
      await this.#run('read', document);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Undefined where the document is not in the process, or no longer: it has to be read then.
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
    this.#queue.pause();
    this.#queue.clear();
    await this.#end();
  }

  /** The time limit starts with the task, not with the wait for its turn. Questions go before documents. */
  async #run(name: 'read' | 'answer', task: DocumentToRead | QuestionToAnswer): Promise<unknown> {
    return await this.#queue.add(() => this.#runNow(name, task), { priority: name === 'answer' ? 1 : 0 });
  }

  async #runNow(name: 'read' | 'answer', task: DocumentToRead | QuestionToAnswer): Promise<unknown> {
    clearTimeout(this.#idle);
    if (this.#worker?.isSpent) await this.#end();
    const { seconds, megabytes } = this.limits;
    this.#worker ??= new WorkerProcess(new URL('./document-task.js', import.meta.url), {
      ...{ seconds, silence: seconds, megabytes },
    });
    const outcome = await this.#worker.run(name, task, this.rules);
    this.#idle = setTimeout(() => void this.#end(), IDLE_MS).unref();
    if (outcome.state === 'done') return outcome.result;
    throw new Error(outcome.state === 'threw' ? outcome.message : outcome.state);
  }

  async #end(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = null;
    await worker?.end();
  }
}
