/** Takes the HTML that stands in Markdown; gives what it shows: breaks for blocks, nothing for looks, tables as parts. */
import type { Part } from '../source-document.js';
import { isFrame, spannedTableParts, type SpannedRow } from '../spanned-table.js';

// A tag: takes '<br/>', '</td>' and '<font color="red">', not '<1000人' nor '<A公司>'.
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]{0,14})(?:[\s/][^<>]{0,2000})?>/y;
// An address that is its own link: takes '<https://x>' and '<a@b.cn>'.
const AUTOLINK = /<((?:https?|ftp|mailto):[^\s<>]{1,2000}|[^\s<>@]{1,100}@[^\s<>@]{1,100})>/y;
// A raised number: takes '<sup>2</sup>' and '<sup>[1]</sup>'.
const RAISED = /<sup>\s*(\[?\d{1,3}\]?)\s*<\/sup>/iy;
// What was deleted: takes '<del>12</del>' and '<s>1</s>', not '<sup>2</sup>'.
const STRUCK = /<(del|s|strike)(?:\s[^<>]{0,300})?>[^]{0,300}?<\/\1\s*>/iy;
const POWERS: Readonly<Record<string, string>> = { '2': '²', '3': '³' };

const BREAKS = new Set('br p div li ul ol dl dt dd tr table thead tbody tfoot caption hr pre blockquote center section article details summary h1 h2 h3 h4 h5 h6'.split(' ')); // prettier-ignore
const LOOKS = new Set('a b i u s em strong span font small big sub sup del ins mark code kbd label q cite img html body head meta input button video audio source iframe figure figcaption col colgroup o picture abbr time main header footer nav aside'.split(' ')); // prettier-ignore
const CELLS = new Set(['td', 'th']);

/** What the tag at `at` shows, and where it ends; null where none stands there. */
export function tagAt(text: string, at: number): { readonly shows: string; readonly end: number } | null {
  RAISED.lastIndex = at;
  const raised = RAISED.exec(text);
  if (raised) return { shows: raisedNumber(text.slice(0, at), raised[1]!), end: RAISED.lastIndex };
  STRUCK.lastIndex = at;
  if (STRUCK.test(text)) return { shows: '', end: STRUCK.lastIndex };
  TAG.lastIndex = at;
  const name = TAG.exec(text)?.[2]?.toLowerCase() ?? '';
  const shows = BREAKS.has(name) ? '\n' : CELLS.has(name) ? '\t' : LOOKS.has(name) ? '' : null;
  if (shows !== null) return { shows, end: text.indexOf('>', at) + 1 };
  AUTOLINK.lastIndex = at;
  const link = AUTOLINK.exec(text);
  return link ? { shows: link[1]!, end: AUTOLINK.lastIndex } : null;
}

/** m² and 10^4 are said; the number of a note would make 867.25 to 867.251. */
function raisedNumber(before: string, number: string): string {
  if (/(?:^|\D)10$/.test(before.slice(-3))) return `^${number}`;
  return /[a-zA-Z米]$/.test(before.slice(-1)) ? (POWERS[number] ?? '') : '';
}

// What separates rows and cells: takes '<tr>' and '<td colspan="2">', not '<track>'.
const ROW = /<tr(?:\s[^<>]*)?>/i;
const CELL = /<(t[dh])((?:\s[^<>]*)?)>/i;
// takes rowspan="2" and colspan=3
const spanOf = (attributes: string, name: string): number =>
  Math.max(1, Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes)?.[1] ?? 1));

/** The parts of `<table>…</table>`; `show` makes text of what a cell holds. */
export function htmlTableParts(table: number, html: string, show: (html: string) => string): Part[] {
  const rows = html
    .split(ROW)
    .slice(1)
    .map((row) => readRow(row, show));
  const filled = rows.filter(({ cells }) => cells.length > 0);
  if (!isFrame(filled)) return spannedTableParts(table, filled, null);
  return filled.flatMap(({ cells }) => cells.flatMap(({ parts }) => parts));
}

function readRow(row: string, show: (html: string) => string): SpannedRow {
  // [before, name, attributes, content, name, attributes, content, …]
  const pieces = row.split(CELL).slice(1);
  const cells = Array.from({ length: pieces.length / 3 }, (_, at) => ({
    isHeader: pieces[at * 3]!.toLowerCase() === 'th',
    attributes: pieces[at * 3 + 1]!,
    text: show(pieces[at * 3 + 2]!).trim(),
  }));
  return {
    isHeader: cells.length > 0 && cells.every(({ isHeader }) => isHeader),
    cells: cells.map(({ attributes, text }) => ({
      parts: text === '' ? [] : [{ kind: 'paragraph', text }],
      rowSpan: spanOf(attributes, 'rowspan'),
      columnSpan: spanOf(attributes, 'colspan'),
    })),
  };
}
