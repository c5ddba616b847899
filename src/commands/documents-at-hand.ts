/** Ids of documents of a database and what is asked of them in; out the answers, from the documents as the present rules read them. */
import type { RuleSet } from '../model.js';
import type { Answer, Ask, Given, Question } from '../review/questions.js';
import { findStoredDocument, type Store } from '../store/index.js';
import { DocumentReader, packRules } from '../workers/index.js';

/** What takes longer to read from its file is read from its stored text. */
const LIMITS = { seconds: 20, megabytes: 512 };
/** Of a text of so many bytes that others would wait for it: it has a process to itself. */
const LONG = 1024 * 1024;
const LIMITS_OF_LONG = { seconds: 120, megabytes: 4096 };

export class DocumentsAtHand {
  readonly #short: DocumentReader;
  readonly #long: DocumentReader;
  /** Documents on their way, for all that ask meanwhile; those that can not be read stay here. */
  readonly #reading = new Map<string, Promise<boolean>>();
  /** Documents whose files hang their parser or break the process: their stored text is left. */
  readonly #broken = new Set<string>();

  /** @param folder where the names of files that are not absolute begin */
  constructor(
    private readonly store: Store,
    ruleSet: RuleSet,
    private readonly folder: string,
  ) {
    const rules = packRules(ruleSet);
    this.#short = new DocumentReader(LIMITS, rules);
    this.#long = new DocumentReader(LIMITS_OF_LONG, rules);
  }

  readonly ask: Ask = async (id, question, ...given) => {
    const reader = this.#readerOf(id);
    if (!reader) return null;
    const answer = await reader.ask(id, question, given);
    if (answer !== undefined) return answer;
    return await this.#askAfterReading(reader, id, question, given);
  };

  async close(): Promise<void> {
    await Promise.all([this.#short.close(), this.#long.close()]);
  }

  async #askAfterReading<Asked extends Question>(
    reader: DocumentReader,
    id: string,
    question: Asked,
    given: Given<Asked>,
  ): Promise<Answer<Asked> | null> {
    if (!(await this.#read(reader, id))) return null;
    return (await reader.ask(id, question, given)) ?? null;
  }

  #readerOf(id: string): DocumentReader | null {
    const row = this.store.get<{ bytes: number }>(
      'SELECT octet_length(text) AS bytes FROM documents WHERE id = :id',
      { id },
    );
    if (!row) return null;
    return row.bytes > LONG ? this.#long : this.#short;
  }

  #read(reader: DocumentReader, id: string): Promise<boolean> {
    const known = this.#reading.get(id);
    if (known) return known;
    const reading = this.#readFrom(reader, id);
    this.#reading.set(id, reading);
    reading.then(
      (isRead) => isRead && this.#reading.delete(id),
      () => this.#reading.delete(id),
    );
    return reading;
  }

  async #readFrom(reader: DocumentReader, id: string): Promise<boolean> {
    const stored = findStoredDocument(this.store, id);
    if (!stored) return false;
    const { folder } = this;
    if (!this.#broken.has(id)) {
      if (await reader.read({ stored, folder })) return true;
      this.#broken.add(id);
    }
    return await reader.read({ stored: { ...stored, files: [] }, folder });
  }
}
