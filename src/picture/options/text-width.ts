/** Text and a width in terminal columns in → its lines; Han characters take two columns. */
import stringWidth from 'string-width';

// a Han character is a piece of its own, other letters are kept together; no line starts with a mark
const PIECE =
  /[\p{Script=Han}（](?:[，、；：。）]|, )*|[^\s\p{Script=Han}（，、；：。）]+[，、；：。）]*|\s+|./gu;

/** What is longer without a place to break stays whole. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of text.matchAll(PIECE)) {
    if (line !== '' && stringWidth(line + piece.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}
