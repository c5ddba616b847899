/** Takes the Markdown of a paragraph; gives the words that a person reads, without signs, addresses and pictures. */
import { pairsOf, type Run } from './emphasis.js';
import { tagAt } from './html.js';
import { bracketPairs, linkEnd } from './links.js';

/** What the document defines elsewhere: names of links and of notes. */
export interface Definitions {
  readonly links: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
}

type Piece = string | { readonly run: Run };

const ESCAPABLE = /[!-/:-@[-`{-~]/;
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ', emsp: '\u2003', ensp: '\u2002', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", ldquo: '“', rdquo: '”', lsquo: '‘',
  rsquo: '’', hellip: '…', mdash: '—', ndash: '–', middot: '·', times: '×', permil: '‰', yen: '￥', sup2: '²',
}; // prettier-ignore
// takes '&nbsp;', '&#160;' and '&#xa0;'; leaves 'A&B;'
const ENTITY = /&(?:([a-z][a-z0-9]{1,6})|#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6}));/y;
// A number set as a formula: takes '$86.5\%$'; must not take '$100,$200'.
const FORMULA = /\$\s*(\d+(?:[.,]\d+)*)\s*\\?(%?)\s*\$(?!\d)/y;

export function inlineText(text: string, definitions: Definitions): string {
  const pieces = piecesOf(text, definitions);
  const runs = pieces.flatMap((piece, at) => (typeof piece === 'string' ? [] : [{ at, run: piece.run }]));
  const shown = pieces.map((piece) =>
    typeof piece === 'string' ? piece : piece.run.sign.repeat(piece.run.length),
  );
  // outermost first: what is struck out is struck out once
  for (const [opening, closing] of pairsOf(runs.map(({ run }) => run)).reverse()) {
    const [from, to] = [runs[opening]!.at, runs[closing]!.at];
    if (shown[from] === '') continue;
    // struck out: deleted
    if (runs[opening]!.run.sign === '~') shown.fill('', from, to);
    shown[from] = '';
    shown[to] = '';
  }
  return shown.join('');
}

/** Literal text and runs of signs that may be emphasis. */
function piecesOf(text: string, { links, notes }: Definitions): Piece[] {
  const pieces: Piece[] = [];
  const brackets = bracketPairs(text);
  const codeEnds = codeEndsOf(text);
  /** Ends of links by where their words close. */
  const jumps = new Map<number, number>();
  for (let at = 0; at < text.length;) {
    const char = text[at]!;
    const close = brackets.get(char === '!' ? at + 1 : at);
    const jump = jumps.get(at);
    const next = ((): number => {
      if (jump !== undefined) return jump;
      if (char === '\\' && ESCAPABLE.test(text[at + 1] ?? '')) return keep(pieces, text[at + 1]!, at + 2);
      if (char === '`') return code(pieces, text, at, codeEnds);
      if ('*_~='.includes(char)) return signs(pieces, text, at);
      if (char === '[' && close !== undefined) {
        if (isNote(text, at, close, notes)) return close + 1;
        const end = linkEnd(text, at, close, links);
        if (end === null) return keep(pieces, char, at + 1);
        jumps.set(close, end);
        return at + 1;
      }
      // a picture keeps what stands beside it apart
      const picture = char === '!' && close !== undefined ? linkEnd(text, at + 1, close, links) : null;
      if (picture !== null) return keep(pieces, ' ', picture);
      const special = specialAt(text, at) ?? plainAt(text, at);
      return keep(pieces, special.shows, special.end);
    })();
    at = next;
  }
  return pieces;
}

function keep(pieces: Piece[], text: string, end: number): number {
  pieces.push(text);
  return end;
}

const LONGEST_NAME = 100;

const isNote = (text: string, open: number, close: number, notes: ReadonlySet<string>): boolean =>
  text[open + 1] === '^' && close - open <= LONGEST_NAME && notes.has(text.slice(open + 2, close));

interface Shown {
  readonly shows: string;
  readonly end: number;
}

// takes 全市共1200名，; stops in front of * [ & and all else that may mean something
const PLAIN = /[^\\`*_~=[\]!<$&]+/y;

function plainAt(text: string, at: number): Shown {
  PLAIN.lastIndex = at;
  const shows = PLAIN.exec(text)?.[0] ?? text[at]!;
  return { shows, end: at + shows.length };
}

function specialAt(text: string, at: number): Shown | null {
  if (text[at] === '<') return tagAt(text, at);
  if (text[at] === '$') {
    FORMULA.lastIndex = at;
    const formula = FORMULA.exec(text);
    return formula && { shows: formula[1]! + formula[2]!, end: FORMULA.lastIndex };
  }
  if (text[at] !== '&') return null;
  ENTITY.lastIndex = at;
  const [, name, decimal, hex] = ENTITY.exec(text) ?? [];
  const shows =
    name === undefined ? character(decimal ?? hex, decimal === undefined ? 16 : 10) : ENTITIES[name];
  return shows === undefined ? null : { shows, end: ENTITY.lastIndex };
}

function character(digits: string | undefined, base: number): string | undefined {
  const code = digits === undefined ? 0 : Number.parseInt(digits, base);
  return code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : undefined;
}

function signs(pieces: Piece[], text: string, at: number): number {
  const sign = text[at]!;
  let end = at;
  while (text[end] === sign) end += 1;
  pieces.push({ run: { sign, length: end - at, before: text[at - 1] ?? '', after: text[end] ?? '' } });
  return end;
}

/** Where each run of backquotes is closed by one of the same length: start → start of the closing run. */
function codeEndsOf(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const last = new Map<number, number>();
  // from the back, so that each run finds the next of its length
  for (const { index, 0: run } of [...text.matchAll(/`+/g)].reverse()) {
    const next = last.get(run.length);
    if (next !== undefined) ends.set(index, next);
    last.set(run.length, index);
  }
  return ends;
}

function code(pieces: Piece[], text: string, at: number, ends: ReadonlyMap<number, number>): number {
  let start = at;
  while (text[start] === '`') start += 1;
  const end = ends.get(at);
  if (end === undefined) return keep(pieces, text.slice(at, start), start);
  return keep(pieces, text.slice(start, end).trim(), end + start - at);
}
