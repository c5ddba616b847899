/** Takes the text of a Markdown file; gives its paragraphs, headings, list items, cells and notes as parts. */
import type { SourceDocument } from '../../model.js';
import { LONGEST_HEADING } from '../heading.js';
import type { Part } from '../source-document.js';
import { htmlTableParts } from './html.js';
import { inlineText, type Definitions } from './inline.js';
import { definedLink } from './links.js';
import { joinLines, type TypedLine } from './paragraph.js';
import { pipeTable, pipeTableParts } from './pipe-table.js';
import { frontMatter, withoutUnseen } from './unseen.js';

// takes '## 做法 ##' and '##做法'; must not take '#话题#' nor '#1'
const HEADING = /^ {0,3}(?:(#{1,6})(?:[ \t\u3000]+|$)|(#{2,6})(?=[^#\s\d][^#]*$))/;
// The line below a heading: takes '====' and '---'; must not take '- - -'.
const UNDERLINE = /^ {0,3}(=+|-+)\s*$/;
// A rule across the page: takes '***', '- - -' and '___'; must not take '**甲**'.
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
// takes '- 甲', '* 甲' and '+ [x] 甲'; must not take '-5%' nor '*注'
const BULLET = /^[ \t]*[-*+][ \t]+(?:\[([ xX])\][ \t]+)?(?=\S)/;
// takes '1. 甲' and '2) 甲'; must not take '1.5万'
const NUMBERED = /^[ \t]*\d{1,9}[.)][ \t]+(?=\S)/;
// takes '[^1]: 甲'
const NOTE = /^ {0,3}\[\^([^\]\s]{1,100})\]:[ \t]*/;
// takes '> 甲' and '>甲'; must not take '>1000人', '>=5' nor '>>推荐', which leads on in pages
const QUOTE = /^ {0,3}>(?![\d=>])[ \t]?/;
const CONTENTS = /^\s*(?:\[TOC\]|\[\[_?TOC_?\]\])\s*$/i;
const TABLE_START = /^\s*<table(?:\s|>)/i;
const TABLE_END = /<\/table>\s*$/i;

interface Reading {
  readonly parts: Part[];
  readonly definitions: Definitions;
  /** Lines of the paragraph that is open. */
  open: TypedLine[];
  /** Its kind: a note goes on in lines that are indented. */
  kind: 'paragraph' | 'footnote';
  /** It is an item of a list. */
  isItem: boolean;
  tables: number;
  /** The last line that ends a table in HTML; -1: there is none. */
  readonly lastTableEnd: number;
}

export function markdownParts(source: string): {
  readonly parts: readonly Part[];
  readonly properties: SourceDocument['properties'];
} {
  const front = frontMatter(source);
  const lines = withoutUnseen(source.slice(front.length)).split('\n').map(unquoted);
  const reading: Reading = {
    parts: front.lines.map((text) => ({ kind: 'furniture', text })),
    definitions: definitionsOf(lines),
    open: [],
    kind: 'paragraph',
    isItem: false,
    tables: 0,
    lastTableEnd: lines.findLastIndex((line) => TABLE_END.test(line)),
  };
  for (let at = 0; at < lines.length;) at += readBlock(reading, lines, at);
  flush(reading);
  return { parts: reading.parts, properties: front.properties };
}

function definitionsOf(lines: readonly string[]): Definitions {
  return {
    links: new Set(lines.flatMap((line) => definedLink(line) ?? [])),
    notes: new Set(lines.flatMap((line) => NOTE.exec(line)?.[1] ?? [])),
  };
}

/** Reads what begins at a line; gives how many lines that took. */
function readBlock(reading: Reading, lines: readonly string[], at: number): number {
  const line = lines[at]!;
  const fence = FENCE.exec(line)?.[1];
  if (fence !== undefined) return readFence(reading, lines, at, fence);
  if (at <= reading.lastTableEnd && TABLE_START.test(line)) return readHtmlTable(reading, lines, at);
  const table = pipeTable(lines, at);
  if (table !== null) {
    flush(reading);
    const shown = table.rows.map((row) => row.map((text) => inlineText(text, reading.definitions).trim()));
    add(reading, pipeTableParts(++reading.tables, { ...table, rows: shown }));
    return table.lines;
  }
  readLine(reading, line);
  return 1;
}

function readLine(reading: Reading, line: string): void {
  const isIndented = /^(?: {2,}|\t)/.test(line);
  if (reading.kind === 'footnote' && !isIndented) flush(reading);
  const heading = HEADING.exec(line);
  const underline = UNDERLINE.exec(line);
  const note = NOTE.exec(line);
  const [item] = BULLET.exec(line) ?? NUMBERED.exec(line) ?? [];
  if (line.trim() === '' || CONTENTS.test(line) || definedLink(line) !== null) flush(reading);
  else if (underline && isTitle(reading)) flush(reading, underline[1]!.startsWith('=') ? 1 : 2);
  else if (RULE.test(line) || underline) flush(reading);
  else if (heading) {
    flush(reading);
    reading.open = [typed(withoutEnd(line.slice(heading[0].length)))];
    flush(reading, (heading[1] ?? heading[2])!.length);
  } else if (note) {
    flush(reading);
    reading.kind = 'footnote';
    reading.open = [hanging(line.slice(note[0].length))];
  } else if (item !== undefined) {
    flush(reading);
    const box = BULLET.exec(line);
    const sign = box?.[1] === undefined ? '' : box[1] === ' ' ? '☐ ' : '☑ ';
    // a number is kept as it was typed
    reading.isItem = true;
    reading.open = [hanging(box ? sign + line.slice(item.length) : line.trimStart())];
  } else reading.open.push(typed(line));
}

/** Lines in front of `---` are a heading where they are short; a rule may also stand right below a paragraph. */
const isTitle = ({ open, kind, isItem }: Reading): boolean =>
  kind === 'paragraph' &&
  !isItem &&
  open.length === 1 &&
  open[0]!.text.length <= LONGEST_HEADING &&
  !/[。；，]$/.test(open[0]!.text);

function unquoted(line: string): string {
  let rest = line;
  for (let mark = QUOTE.exec(rest); mark; mark = QUOTE.exec(rest)) rest = rest.slice(mark[0].length);
  return rest;
}

function typed(line: string): TypedLine {
  const text = line.trimStart();
  const shown = text.trimEnd();
  const isEscaped = shown.endsWith('\\');
  return {
    text: isEscaped ? shown.slice(0, -1) : shown,
    indent: line.slice(0, line.length - text.length).replaceAll('\t', '    ').length,
    breaks: isEscaped || text.length - shown.length >= 2,
  };
}

/** The lines below an item's or a note's first one are set in as the writer likes. */
const hanging = (line: string): TypedLine => ({ ...typed(line), indent: Infinity });

/** A heading's text without what may close it: `做法 ##` and `做法 {#anchor}`. */
function withoutEnd(text: string): string {
  const shown = text.trimEnd();
  const mark = shown.endsWith('}') ? shown.lastIndexOf('{') : -1;
  const named = mark >= 0 && '#.'.includes(shown[mark + 1]!) ? shown.slice(0, mark) : shown;
  return named.trimEnd().replace(/[ \t]#+$/, '');
}

/** Ends the paragraph that is open. @param level of a heading */
function flush(reading: Reading, level: number | null = null): void {
  const { open, kind, definitions } = reading;
  reading.open = [];
  reading.kind = 'paragraph';
  reading.isItem = false;
  const lines = joinLines(open.filter(({ text }) => text !== ''))
    .flatMap((text) => inlineText(text, definitions).split('\n'))
    .map((text) => text.trimEnd())
    .filter((text) => text.trim() !== '');
  for (const text of lines) {
    const isHeading = level !== null && text.length <= LONGEST_HEADING;
    reading.parts.push({ kind: isHeading ? 'heading' : kind, text, level: isHeading ? level : null });
  }
}

function add(reading: Reading, parts: readonly Part[]): void {
  for (const part of parts) reading.parts.push(part);
}

/** Code is kept as it is. */
function readFence(reading: Reading, lines: readonly string[], at: number, fence: string): number {
  flush(reading);
  let end = at + 1;
  const isEnd = (line: string): boolean => FENCE.exec(line)?.[1]?.startsWith(fence) === true;
  while (end < lines.length && !isEnd(lines[end]!)) end += 1;
  const code = lines.slice(at + 1, end).filter((line) => line.trim() !== '');
  add(
    reading,
    code.map((text) => ({ kind: 'paragraph', text })),
  );
  return end + 1 - at;
}

function readHtmlTable(reading: Reading, lines: readonly string[], at: number): number {
  flush(reading);
  let end = at;
  while (!TABLE_END.test(lines[end]!)) end += 1;
  const html = lines.slice(at, end + 1).join('\n');
  const show = (cell: string): string => inlineText(cell, reading.definitions);
  add(reading, htmlTableParts(++reading.tables, html, show));
  return end + 1 - at;
}
