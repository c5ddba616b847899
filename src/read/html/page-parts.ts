/** Takes the lines and tables of a page, and where its main text and title stand; gives the parts of the document. */
import type { BlockKind } from '../../model.js';
import type { Part } from '../source-document.js';
import { tableParts } from '../table.js';
import { isTable, type PageLine, type PagePiece, type PageTable } from './page-piece.js';
import { countVisible } from './measure.js';
import {
  ABOUT_REPORT,
  BESIDE_LINKS,
  isCounters,
  isCrumbs,
  joinLabels,
  linesAboveText,
} from './page-words.js';
import { compact, textOf } from './page-title.js';
import { holds, type HtmlElement } from './tree.js';

export interface Frame {
  readonly main: HtmlElement;
  readonly title: HtmlElement | null;
}

/** Longer lines of a page's own kind are prose. */
const LONGEST_CHROME = 60;
/** More text than this between a title and its report is something else. */
const LONGEST_HEAD = 600;
/** A longer heading is a paragraph that someone has made large. */
const LONGEST_HEADING = 60;

export function pageParts(found: readonly PagePiece[], frame: Frame): Part[] {
  const pieces = joinLabels(found, ({ order }) => order < frame.main.order);
  const name = frame.title && compact(textOf(frame.title));
  const headLength = pieces.reduce(
    (sum, piece) =>
      sum + (!isTable(piece) && isHead(piece, frame) ? countVisible(piece.text) - piece.linked : 0),
    0,
  );
  const above = linesAboveText(pieces);
  let tables = 0;
  let named = false;
  return pieces.flatMap((piece, index): Part[] => {
    const isCounted = index < above && isCounters(piece);
    const kind = isCounted ? 'furniture' : kindOf(piece, frame, headLength <= LONGEST_HEAD);
    if (isTable(piece)) {
      if (kind === 'furniture' || kind === 'footnote') return rowTexts(piece).map((text) => ({ kind, text }));
      tables += 1;
      return tableParts(tables, piece.cells, piece.headerRows);
    }
    const isTitle = kind === 'paragraph' && !named && name !== null && compact(piece.text) === name;
    named ||= isTitle;
    const level = isTitle ? 1 : piece.level;
    if (kind !== 'paragraph' || level === null || !isHeading(piece.text)) return [{ kind, text: piece.text }];
    return [{ kind: 'heading', text: piece.text, level }];
  });
}

const isHeading = (text: string): boolean =>
  text.length <= LONGEST_HEADING && !/[。；]/.test(text) && !isCrumbs(text);

/** From the title on to the main text. */
const isHead = ({ order }: PagePiece, { main, title }: Frame): boolean =>
  title !== null && order >= title.order && order < main.order;

function kindOf(piece: PagePiece, frame: Frame, isShortHead: boolean): BlockKind {
  if (piece.kind === 'footnote') return 'footnote';
  if (piece.kind === 'chrome') return 'furniture';
  if (frame.title !== null && holds(frame.title, piece)) return 'paragraph';
  if (holds(frame.main, piece) || (isShortHead && isHead(piece, frame)))
    return isLinks(piece) ? 'furniture' : 'paragraph';
  const text = isTable(piece) ? rowTexts(piece).join('\n') : piece.text;
  if (piece.order < frame.main.order && isCrumbs(text)) return 'paragraph';
  const isAbout =
    piece.order < frame.main.order && countVisible(text) <= LONGEST_HEAD && ABOUT_REPORT.test(text);
  return isAbout && piece.linked * 2 < countVisible(text) ? 'paragraph' : 'furniture';
}

/** Nothing but short links and the dates beside them. */
function isLinks(piece: PagePiece): boolean {
  if (isTable(piece)) return piece.linked > 0 && BESIDE_LINKS.test(piece.beside);
  return isLinkLine(piece);
}

function isLinkLine({ text, linked, beside }: PageLine): boolean {
  if (linked === 0 || text.length > 2 * LONGEST_CHROME || text.includes('。')) return false;
  return linked * 2 > countVisible(text) && BESIDE_LINKS.test(beside);
}

function rowTexts({ cells }: PageTable): string[] {
  const rows = new Map<number, string[]>();
  for (const { row, text } of cells) {
    const texts = rows.get(row);
    if (texts) texts.push(text);
    else rows.set(row, [text]);
  }
  return [...rows.values()].map((texts) => texts.join('\t'));
}
