/** Takes the lines of a paragraph; gives them joined where a program or a person cut one sentence into lines. */

export interface TypedLine {
  readonly text: string;
  /** Blanks in front of it, full-width ones as well; infinite where the next lines hang below it. */
  readonly indent: number;
  /** It ends with two blanks or a backslash, which keep the next line apart. */
  readonly breaks: boolean;
}

/** Columns of a line; a Chinese character takes two. */
const NARROWEST = 24;
const WIDEST = 120;
/** Full lines are at least this share of the longest. */
const FULL = 0.8;

// What breaks off: takes 名, 1200, ，, 强国” and 867. in front of 25; leaves 。 and （57）
const BREAKS_OFF = /(?:[\p{L}\p{N}，、（“《%,]|\d\.|\p{L}[”’」』》])[*_]*$/u;
// takes 目前，全市 and 42条,其中; leaves 关于志愿服务工作的汇报 and 1,240
const PROSE = /[，。；：！？、]|[,;](?!\d)/;
// What begins a line of its own: takes 一、 （二） 3. 4、 第一章 ① 附件; leaves 3.5万 and 一批
const ITEM =
  /^[*_]*(?:[一二三四五六七八九十百]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}(?:[.．](?![\d０-９])|、|[)）])|第[一二三四五六七八九十百]{1,3}[章节条部、，]|[一二三四五六七八九十]是|[①-⑳]|[附报送发][件：:]|【)/;
const CELLS = /[\t|｜]/;

export function joinLines(lines: readonly TypedLine[]): string[] {
  const isWrapped = isHardWrapped(lines);
  const least = Math.min(...lines.slice(0, 2).map(({ indent }) => indent));
  const joined: string[] = [];
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const isApart = before === undefined || before.breaks || startsAnew(before, line, least);
    // what is set in below an item belongs to it
    const goesOn = isWrapped || (lines[0]!.indent === Infinity && line.indent > 0);
    if (goesOn && !isApart) joined.push(join(joined.pop()!, line.text));
    else joined.push(line.text);
  });
  return joined;
}

/** Chinese is set in double width. */
function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) width += text.charCodeAt(at) < 0x2000 ? 1 : 2;
  return width;
}

/** Most lines but the last break off in the middle of a sentence, and all are nearly as long as the longest. */
function isHardWrapped(lines: readonly TypedLine[]): boolean {
  const full = lines.slice(0, -1);
  const cut = full.filter(({ text }) => BREAKS_OFF.test(text));
  if (cut.length * 2 < full.length || !cut.some(({ text }) => PROSE.test(text))) return false;
  // some programs count columns, others characters
  return areEven(lines.map(({ text }) => widthOf(text))) || areEven(lines.map(({ text }) => 2 * text.length));
}

function areEven(widths: readonly number[]): boolean {
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  const least = Math.max(NARROWEST, FULL * widest);
  return widest <= WIDEST && widths.slice(0, -1).every((width) => width >= least);
}

const startsAnew = (before: TypedLine, line: TypedLine, least: number): boolean =>
  line.indent > least || ITEM.test(line.text) || CELLS.test(before.text) || CELLS.test(line.text);

const LATIN = /[0-9A-Za-z]/;

/** Two Latin words or two numbers stay apart; between Chinese characters a blank would be new. */
function join(left: string, right: string): string {
  const isApart = LATIN.test(left.at(-1) ?? '') && LATIN.test(right[0] ?? '');
  return left + (isApart ? ' ' : '') + right;
}
