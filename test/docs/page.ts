/** A Markdown page → its fenced blocks, and the page again with other outputs; what is marked `test` is run. */

/** A fenced block, with what stands behind it as its output. */
export interface Block {
  /** sh, sql, yaml … */
  readonly language: string;
  /** What the fence says besides, e.g. `test`, `fails`, `file=my-rules/a.yml`. */
  readonly marks: ReadonlySet<string>;
  readonly code: string;
  /** The line of the page on which the code begins, from 1. */
  readonly line: number;
  /** Null where the page shows none. */
  readonly output: Output | null;
}

export interface Output {
  readonly text: string;
  /** Into the page. */
  readonly start: number;
  readonly end: number;
}

// takes ```sh test … ``` ; the first group is the info string
const FENCE = /^```(.*)\n([\s\S]*?)^```$/gm;
// takes a blank line, and then lines that begin with a bar
const TABLE = /^\n*((?:\|.*\n)+)/;
const PLAIN = new Set(['', 'text', 'json', 'csv', 'jsonl', 'yaml']);

export function blocksOf(page: string): Block[] {
  const fences = [...page.matchAll(FENCE)].map(({ index, 0: whole, 1: info, 2: code }) => {
    const [language = '', ...marks] = info!.trim().split(/\s+/);
    const start = index + 3 + info!.length + 1;
    return { language, marks: new Set(marks), code: code!, index, start, end: index + whole.length };
  });
  return fences.map(({ language, marks, code, end, start }, position) => {
    const next = fences[position + 1];
    const follows = next !== undefined && page.slice(end, next.index).trim() === '';
    const isOutput = follows && PLAIN.has(next.language) && next.marks.size === 0;
    return {
      ...{ language, marks, code },
      line: page.slice(0, start).split('\n').length,
      output:
        language === 'sql'
          ? tableAfter(page, end)
          : isOutput
            ? { text: next.code, start: next.start, end: next.start + next.code.length }
            : null,
    };
  });
}

function tableAfter(page: string, from: number): Output | null {
  const [whole, text] = TABLE.exec(page.slice(from + 1)) ?? [];
  if (whole === undefined || text === undefined) return null;
  const start = from + 1 + whole.length - text.length;
  return { text, start, end: start + text.length };
}

/** The page with outputs replaced; each stands where an output of the page stood. */
export function withOutputs(page: string, outputs: readonly Output[]): string {
  const last = [...outputs].sort((a, b) => b.start - a.start);
  return last.reduce(
    (text, { text: output, start, end }) => text.slice(0, start) + output + text.slice(end),
    page,
  );
}

/** Whether an output is what a page shows: a line `…` stands for any lines, `…` in a line for any characters. */
export function shows(shown: string, output: string): boolean {
  const pattern = shown
    .split('\n')
    .map((line) => (line.trim() === '…' ? ELIDED : `${line.split('…').map(escape).join('[^\\n]*')}\n`))
    .join('');
  return new RegExp(`^${plainBlanks(pattern)}$`).test(`${plainBlanks(output)}\n`);
}

/** Nobody sees which blank it is. Takes the no-break space and the ideographic one; must not take a line end. */
const plainBlanks = (text: string): string => text.replace(/\p{Zs}/gu, ' ');

/** What a line `…` stands for. */
const ELIDED = '(?:[^\\n]*\\n)*';
const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
