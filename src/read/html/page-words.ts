/** Takes a line of a page; tells by its words whether the site says something of the report, leads to it, or only links. */
import { isTable, type PagePiece } from './page-piece.js';

// What a site says of a report: takes 来源：市民政局, 发布时间 2024-03-05, 索引号：A1, 发布机构, 成文日期; leaves 组织志愿者
export const ABOUT_REPORT =
  /(?:来源|作者|发布机构|发文机关|发布单位|制发机关|发布时间|发布日期|发文日期|成文日期|生成日期|公开日期|信息时间|文号|索引号|主题分类)\s*[：:]|^\s*(?:19|20)\d\d[-年./]\d{1,2}[-月./]\d{1,2}/;

// The way to a page, which tells whose it is: takes 您当前的位置：首页 > 工作动态, 首页 >> 新闻; leaves 地理位置：城南
const CRUMBS = /^\s*(?:您?(?:当前|现在|目前)?(?:所在)?的?位置\s*[：:]|首\s?页\s*[>»›])/;

/**
 * Beside the links of a line: takes 2024-03-05, [03-05 09:30], ·, 1., 上一篇：, 更多>>, 分享到：; leaves other words, and
 * counts: 某镇 3256.
 */
export const BESIDE_LINKS =
  /^(?:[\s\u00a0\u3000\-:：()（）[\]【】·•>»|｜、]|(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}(?!\d)日?|\d{1,2}:\d\d(?::\d\d)?(?!\d)|\d{1,2}[.、](?!\d)|[上下]一[篇条页]|更多|分享[到至]|(?:相关|热点|最新)(?:新闻|阅读|链接|文章))*$/;

const LONGEST_CRUMBS = 120;

export const isCrumbs = (text: string): boolean => text.length <= LONGEST_CRUMBS && CRUMBS.test(text);

// How often a page was opened, and nothing else: takes 浏览次数：3,256, 【阅读 3.2万】, 阅读数 3256 评论 12 点赞 36; leaves 微博阅读3.1万次
const COUNTERS =
  /^(?:[\s\u00a0\u3000【】[\]（）()|｜已共]*(?:浏览|阅读|点击|访问|点赞|转发|评论|分享|收藏|下载|人气|热度|在看)(?:量|数|率|次数|人数|人次)?[\s\u00a0\u3000：:（(]*\d[\d,.]*万?\+?\s?(?:人次|次|人)?)+[\s\u00a0\u3000）)】\]]*$/;
const LONGEST_COUNTERS = 60;
const SHORTEST_SENTENCE = 20;

/** How many of the lines stand in front of the first sentence; 0 where there is none. */
export const linesAboveText = (pieces: readonly PagePiece[]): number =>
  Math.max(
    0,
    pieces.findIndex(
      (piece) => !isTable(piece) && piece.text.length >= SHORTEST_SENTENCE && /[，。；]/.test(piece.text),
    ),
  );

/** What a site counts of a page, where it stands above the text: in the text it may be the report's. */
export const isCounters = (piece: PagePiece): boolean =>
  !isTable(piece) && piece.text.length <= LONGEST_COUNTERS && COUNTERS.test(piece.text);

const LONGEST_LABEL = 12;
const LONGEST_VALUE = 40;
// takes 发布机构：; leaves 来源：县民政局
const LABEL = /[：:]\s*$/;

/** Lines above the text, with what stands below a label of the site (发布机构：) brought beside it. */
export function joinLabels(
  pieces: readonly PagePiece[],
  isAbove: (piece: PagePiece) => boolean,
): PagePiece[] {
  const joined: PagePiece[] = [];
  for (const piece of pieces) {
    const label = joined.at(-1);
    const isValue =
      label !== undefined && !isTable(label) && !isTable(piece) && isAbove(piece) && label.kind === piece.kind &&
      label.text.length <= LONGEST_LABEL && LABEL.test(label.text) && ABOUT_REPORT.test(label.text) &&
      piece.text.length <= LONGEST_VALUE && !LABEL.test(piece.text); // prettier-ignore
    if (isValue)
      joined[joined.length - 1] = {
        ...label,
        text: label.text + piece.text,
        linked: label.linked + piece.linked,
      };
    else joined.push(piece);
  }
  return joined;
}
