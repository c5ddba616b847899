/** Takes the text of a Markdown file; gives it without what no reader sees: comments, scripts, and the lines about the file itself. */
import type { SourceDocument } from '../../model.js';
import { without } from '../../text/without.js';

const UNSEEN: readonly (readonly [open: string, close: string])[] = [
  ['<!--', '-->'],
  ['<script', '</script>'],
  ['<style', '</style>'],
];

/** Tables in HTML begin and end in lines of their own. */
export function withoutUnseen(source: string): string {
  const text = UNSEEN.reduce((rest, [open, close]) => without(rest, open, close), source);
  return text.includes('<table') || text.includes('<TABLE')
    ? text.replace(/<table(?=[\s>])/gi, '\n$&').replace(/<\/table>/gi, '$&\n')
    : text;
}

// Lines about the file: takes '---\ntitle: 汇报\n---\n' at its start; must not take '---' and a paragraph.
const FRONT =
  /^\uFEFF?---[ \t]*\n((?:[A-Za-z_][\w-]{0,40}:[^\n]*\n|[ \t]+[^\n]*\n|- [^\n]*\n|#[^\n]*\n)*)(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const FIELD = /^(title|date):[ \t]*["']?(.*?)["']?[ \t]*$/;

export interface FrontMatter {
  readonly length: number;
  readonly lines: readonly string[];
  readonly properties: SourceDocument['properties'];
}

export function frontMatter(source: string): FrontMatter {
  const found = FRONT.exec(source);
  const lines = (found?.[1] ?? '').split('\n').filter((line) => line.trim() !== '');
  const field = (name: string): string | null =>
    lines.map((line) => FIELD.exec(line)).find((match) => match?.[1] === name)?.[2] || null;
  return {
    length: found?.[0].length ?? 0,
    lines,
    properties: { title: field('title'), created: field('date') },
  };
}
