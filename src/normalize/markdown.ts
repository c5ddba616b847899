/** Text in; edits out that remove what Markdown and list styles put before a line's words: bullets, #, bold. */
import type { Edit } from '../model.js';

// takes `- `, `* `, `• `, `●`, `## `; leaves -5, *支, □□名. Indents are a group: a lookbehind would be quadratic
const BULLET =
  /^([ \t]*)((?:[-*] +|[•●■◆▪◦➢➤√★►▶\uE000-\uF8FF] *|#{1,6} +)+)(?=[^\s*，。；：、！？）》”-])/gm;
// takes **工作成效。** and **（一）组织动员** on its own line; leaves 捐款**元，物资**件
const BOLD = /^((?:[-*] +)*)\*\*([^*\n]*[。：]\*\*|[^*\n]+\*\*(?=[：:]?[ \t]*$))/gm;

export function markdown(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(BULLET)) {
    const start = match.index + match[1]!.length;
    edits.push({ start, end: match.index + match[0].length, replacement: '' });
  }
  if (!text.includes('**')) return edits;
  for (const match of text.matchAll(BOLD)) {
    const start = match.index + match[1]!.length;
    const end = match.index + match[0].length;
    edits.push({ start, end: start + 2, replacement: '' }, { start: end - 2, end, replacement: '' });
  }
  return edits.sort((a, b) => a.start - b.start);
}
