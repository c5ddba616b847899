/** Makes documents as the reader of text files does: a block a line. */
import type { Block, BlockKind, SourceDocument } from '../../src/model.js';

export function documentOf(
  text: string,
  kindOf: (line: string) => BlockKind = () => 'paragraph',
): SourceDocument {
  const blocks: Block[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (line.trim() !== '') {
      const paragraph = blocks.length + 1;
      blocks.push({ kind: kindOf(line), span: { start, end }, level: null, paragraph, cell: null });
    }
    start = end + 1;
  }
  const properties = { title: null, created: null };
  return { id: 'test', format: 'txt', encoding: 'utf-8', text, blocks, pages: [], properties };
}
