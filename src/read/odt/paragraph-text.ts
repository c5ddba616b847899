/** Takes the pieces of a paragraph; gives its text with blanks as OpenDocument means them (ODF 1.2, 6.1.2). */

/** More blanks in one place than any page is wide say nothing. */
const MOST_BLANKS = 100;

export class ParagraphText {
  readonly #pieces: string[] = [];
  /** A blank that is typed here would stand at the start, or behind another one. */
  #isBehindBlank = true;

  /** Characters between tags: line ends and tabs are blanks, and several are one. */
  type(text: string): void {
    const collapsed = text.replace(/[ \t\r\n]+/g, ' ');
    const kept = this.#isBehindBlank ? collapsed.replace(/^ /, '') : collapsed;
    if (kept === '') return;
    this.#pieces.push(kept);
    this.#isBehindBlank = kept.endsWith(' ');
  }

  /** A sign that has a tag of its own. */
  put(sign: string): void {
    this.#pieces.push(sign);
    this.#isBehindBlank = false;
  }

  blanks(count: string | undefined): void {
    const wanted = Math.trunc(Number(count ?? 1)) || 1;
    this.put(' '.repeat(Math.min(MOST_BLANKS, Math.max(1, wanted))));
  }

  /** A break at either end only moves the paragraph: takes '\n一、', not '一、\n二、'. */
  text(): string {
    return this.#pieces.join('').replace(/^\n+/, '').trimEnd();
  }
}
