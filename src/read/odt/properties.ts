/** Takes the elements of a file's description; gives its title and when it was made. */
import type { SourceDocument } from '../../model.js';
import type { XmlSink } from './xml-events.js';

const KEPT = { 'dc:title': 'title', 'meta:creation-date': 'created' } as const;

export class Properties implements XmlSink {
  readonly #found: Record<'title' | 'created', string> = { title: '', created: '' };
  /** The properties or others that are open; null for others. */
  readonly #open: ('title' | 'created' | null)[] = [];
  #isDescription = false;

  open(name: string): void {
    if (name === 'office:meta') this.#isDescription = true;
    if (name === 'office:body') this.#isDescription = false;
    this.#open.push(this.#isDescription && name in KEPT ? KEPT[name as keyof typeof KEPT] : null);
  }

  text(text: string): void {
    const property = this.#open.at(-1);
    if (property) this.#found[property] += text;
  }

  close(): void {
    this.#open.pop();
  }

  properties(): SourceDocument['properties'] {
    return { title: this.#found.title.trim() || null, created: this.#found.created.trim() || null };
  }
}
