/** Takes the lines and tables of a page, and where its main text and title stand; gives the parts of the document. */
import type { BlockKind } from '../../model.js';
import type { Part } from '../source-document.js';
import { tableParts } from '../table.js';
import { isTable, type PageLine, type PagePiece, type PageTable } from './lines.js';
import { countVisible } from './measure.js';
import { compact, textOf } from './page-title.js';
import { holds, type HtmlElement } from './tree.js';

export interface Frame {
  readonly main: HtmlElement;
  readonly title: HtmlElement | null;
}

const LONGEST_CRUMBS = 120;
/** Longer lines of a page's own kind are prose. */
const LONGEST_CHROME = 60;
/** More text than this between a title and its report is something else. */
const LONGEST_HEAD = 600;
/** A longer heading is a paragraph that someone has made large. */
const LONGEST_HEADING = 60;

// What a site says of a report: takes 来源：市民政局, 发布时间 2024-03-05, 索引号：A1, 发布机构, 成文日期; leaves 组织志愿者
const ABOUT_REPORT =
  /(?:来源|作者|发布机构|发文机关|发布单位|制发机关|发布时间|发布日期|发文日期|成文日期|生成日期|公开日期|信息时间|文号|索引号|主题分类)\s*[：:]|^\s*(?:19|20)\d\d[-年./]\d{1,2}[-月./]\d{1,2}/;

// The way to a page, which tells whose it is: takes 您当前的位置：首页 > 工作动态, 首页 >> 新闻; leaves 地理位置：城南
const CRUMBS = /^\s*(?:您?(?:当前|现在|目前)?(?:所在)?的?位置\s*[：:]|首\s?页\s*[>»›])/;

/**
 * Beside the links of a line: takes 2024-03-05, [03-05 09:30], ·, 1., 上一篇：, 更多>>, 分享到：; leaves other words, and
 * counts: 某镇 3256.
 */
const BESIDE_LINKS =
  /^(?:[\s\u00a0\u3000\-:：()（）[\]【】·•>»|｜、]|(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}(?!\d)日?|\d{1,2}:\d\d(?::\d\d)?(?!\d)|\d{1,2}[.、](?!\d)|[上下]一[篇条页]|更多|分享[到至]|(?:相关|热点|最新)(?:新闻|阅读|链接|文章))*$/;

export function pageParts(pieces: readonly PagePiece[], frame: Frame): Part[] {
  const name = frame.title && compact(textOf(frame.title));
  const headLength = pieces.reduce(
    (sum, piece) =>
      sum + (!isTable(piece) && isHead(piece, frame) ? countVisible(piece.text) - piece.linked : 0),
    0,
  );
  let tables = 0;
  let named = false;
  return pieces.flatMap((piece): Part[] => {
    const kind = kindOf(piece, frame, headLength <= LONGEST_HEAD);
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

const isHeading = (text: string): boolean => text.length <= LONGEST_HEADING && !/[。；]/.test(text);

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
  if (piece.order < frame.main.order && text.length <= LONGEST_CRUMBS && CRUMBS.test(text))
    return 'paragraph';
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
