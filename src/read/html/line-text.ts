/** Takes strings of a page one after the other; gives the line that they make, blanks collapsed as browsers do. */
import { countVisible } from './measure.js';

// takes the blanks that a page's source may hold anywhere; leaves hard and full-width ones, which are text
const SOURCE_BLANKS = /[ \t\n\r\f]+/g;

/** Chinese, or its punctuation: between two of these a line end of the source is nothing. */
const isWide = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0x9fff) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xff00 && code <= 0xffef);

export class LineText {
  #pieces: string[] = [];
  #last = 0;
  /** Blanks that nothing has followed yet. */
  #pending: '' | ' ' | '\n' = '';
  #linked = 0;
  #beside: string[] = [];

  /** Characters that are links, without blanks. */
  get linked(): number {
    return this.#linked;
  }

  /** What is no link. */
  get beside(): string {
    return this.#beside.join('');
  }

  get isEmpty(): boolean {
    return this.#pieces.length === 0;
  }

  append(text: string, inLink: boolean): void {
    let from = 0;
    for (const match of text.matchAll(SOURCE_BLANKS)) {
      this.#put(text.slice(from, match.index));
      const ends = match[0].includes('\n');
      if (this.#pending !== '\n') this.#pending = ends ? '\n' : ' ';
      from = match.index + match[0].length;
    }
    this.#put(text.slice(from));
    if (inLink) this.#linked += countVisible(text);
    else this.#beside.push(text);
  }

  /** As it is written. */
  appendVerbatim(text: string, inLink: boolean): void {
    this.#put(text);
    if (inLink) this.#linked += countVisible(text);
    else this.#beside.push(text);
  }

  take(): string {
    const text = this.#pieces.join('');
    this.#pieces = [];
    this.#pending = '';
    this.#linked = 0;
    this.#beside = [];
    this.#last = 0;
    return text;
  }

  #put(word: string): void {
    if (word === '') return;
    if (this.#pending !== '' && this.#pieces.length > 0) {
      const isNothing = this.#pending === '\n' && isWide(this.#last) && isWide(word.charCodeAt(0));
      if (!isNothing) this.#pieces.push(' ');
    }
    this.#pending = '';
    this.#pieces.push(word);
    this.#last = word.charCodeAt(word.length - 1);
  }
}
