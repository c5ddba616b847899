/** The units of a document in; out where its reports start, and their titles. */
import type { NormalizedSpan } from '../model.js';
import { findMark, findRegionMark } from './marks.js';
import type { Unit } from './units.js';

export interface ReportStart {
  /** Index of the unit that the report starts with. */
  readonly unit: number;
  /** Units that the title is made of; null where no line is one. */
  readonly title: { readonly first: number; readonly last: number } | null;
}

const LONGEST_TITLE = 60;
/** A title stands among the first lines of its report. */
const TITLE_WITHIN = 12;

// takes 春运保障工作总结, 关于…情况的报告（一）; leaves 工作会议
const TITLE_WORD =
  /(?:总结|报告|汇报|简报|通报|快报|专报|情况|材料|信息|工作|做法|经验|纪实|综述)(?:[（(〔][^）)〕]{1,12}[）)〕])?$/;
// takes 防汛总结 某镇防汛工作总结: the two headings that collections of model texts print
const TWIN_TITLE =
  /(?:总结|报告|汇报|材料)[0-9一二三四五六七八九十]{0,2} [^ ]{2,}(?:总结|报告|汇报|材料)[0-9一二三四五六七八九十]{0,2}$/;
// takes 第二篇：…, 【篇三】, 范文4; leaves 第二篇章
const NUMBERED_TEXT =
  /^[【（]?(?:第[一二三四五六七八九十\d]{1,3}篇(?!章)|篇[一二三四五六七八九十\d]{1,3}|范文[一二三四五六七八九十\d]{1,3})[】）：: ]/;
// takes a sentence end or a comma: no title has one; leaves a colon
const SENTENCE = /[。；，！？]/;
// takes 2020年3月5日, 二〇二二年四月, 2022-04-02; leaves 3月5日起
const DATE_LINE =
  /^[（(]?(?:\d{4}|[一二〇零○二三四五六七八九]{4})\s?[年./-]\s?[\d一二三四五六七八九十]{1,3}\s?[月./-](?:\s?[\d一二三四五六七八九十]{1,3}\s?日?)?[）)]?$/;
// takes 共青团某市委员会, 某区民政局; leaves 全区各镇街道
const SIGNATURE =
  /^[^，。：；、]{2,28}(?:委员会|委|局|办公室|办|厅|部|会|中心|政府|公司|团委|支队|大队|医院|学校)$/;
// takes 报：省委办公厅, 发：各县区; leaves 发放
const DISTRIBUTION = /^(?:报送?|送|发|抄报|抄送|主报|主送)：/;
// takes 第11期, 总第5期
const ISSUE = /^[（(]?(?:总|第)第?\s?[\d一二三四五六七八九十]{1,4}\s?期/;
const LETTERHEAD = /(?:简报|快报|专报|信息)$/;
// What a page leads with: takes 首页 > 动态 > 正文, 手机版 | 网站导航, 索引号：GZ0001, 时间：2021-04-07; leaves 时间银行志愿服务总结
const CHROME =
  /[>»|│｜]|首页|登录|网上订购|欢迎(?:访问|光临|使用|您)|找回密码|收藏本站|无障碍|网站(?:地图|导航)|切换浏览|扫一扫|[•·]\s*正文|^(?:当前|您|现在)?(?:所在|现在)?的?位置|^(?:时间|日期|来源|发布\S{0,4}|更新\S{0,4}|索引号|文号|名称|字[号体]|作者|编辑|点击\S{0,2}|浏览\S{0,2}|阅读\S{0,2}|日期查询|手机版|上一[篇条]|下一[篇条]|跳[到至])(?:[：:\s]|$)/;

interface Line {
  /** Index of its unit. */
  readonly index: number;
  readonly kind: Unit['kind'];
  readonly start: number;
  readonly end: number;
  /** Cut short behind what a title could be. */
  readonly words: string;
}

export function findReports(text: string, units: readonly Unit[]): ReportStart[] {
  const lines: Line[] = [];
  units.forEach(({ kind, start, end }, index) => {
    if (kind !== 'line' && kind !== 'heading') return;
    lines.push({
      index,
      kind,
      start,
      end,
      words: text.slice(start, Math.min(end, start + LONGEST_TITLE + 1)),
    });
  });
  if (lines.length === 0) return [{ unit: 0, title: null }];
  const starts = findStarts(text, lines);
  return starts.map((start, i) => ({
    unit: i === 0 ? 0 : lines[start]!.index,
    title: findTitle(lines, start, starts[i + 1] ?? lines.length),
  }));
}

/** Indices into `lines`; the first is 0. */
function findStarts(text: string, lines: readonly Line[]): number[] {
  const repeated = repeatedTitles(lines);
  const restarts = numberingRestarts(text, lines);
  const starts = [0];
  let hasBody = false;
  let closed = false;
  lines.forEach((line, i) => {
    if (hasBody && startsReport(lines, i, closed, repeated, restarts)) {
      starts.push(i);
      hasBody = false;
      closed = false;
      return;
    }
    if (isBody(line)) hasBody = true;
    closed = closed ? !isBody(line) : hasBody && isClosing(line.words);
  });
  return starts;
}

/**
 * A title-like line starts a report behind the signature, date or distribution list of the one before; or
 * where it is printed in the twin form of collections, repeats another title, or the numbering starts anew.
 */
function startsReport(
  lines: readonly Line[],
  i: number,
  closed: boolean,
  repeated: ReadonlySet<string>,
  restarts: ReadonlySet<number>,
): boolean {
  const { words } = lines[i]!;
  if (words.length > LONGEST_TITLE) return false;
  if (NUMBERED_TEXT.test(`${words} `) && !SENTENCE.test(words)) return true;
  if (closed && LETTERHEAD.test(words) && lines.slice(i + 1, i + 4).some((next) => ISSUE.test(next.words)))
    return true;
  if (!isTitle(lines[i]!)) return false;
  return closed || TWIN_TITLE.test(words) || repeated.has(words) || restarts.has(i);
}

const isBody = (line: Line): boolean => line.words.length > LONGEST_TITLE || SENTENCE.test(line.words);

const isClosing = (words: string): boolean =>
  words.length <= LONGEST_TITLE &&
  (DATE_LINE.test(words) || DISTRIBUTION.test(words) || SIGNATURE.test(words));

/** Short, without a sentence, ending with what reports are called, and no numbered heading. */
function isTitle(line: Line): boolean {
  const { words } = line;
  if (words.length < 4 || words.length > LONGEST_TITLE || SENTENCE.test(words)) return false;
  return TITLE_WORD.test(words) && !findMark(words, 0, words.length) && !isClosing(words);
}

const isFullTitle = (words: string): boolean =>
  /(?:总结|报告|汇报|简报|通报|材料)[（(]?.{0,6}$/.test(words) && words.length >= 6;

function repeatedTitles(lines: readonly Line[]): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const line of lines) {
    if (!isTitle(line) || !isFullTitle(line.words)) continue;
    if (seen.has(line.words)) repeated.add(line.words);
    seen.add(line.words);
  }
  return repeated;
}

/** Titles between a list that had come to 二、 or further and one that starts with 一、 again. */
function numberingRestarts(text: string, lines: readonly Line[]): Set<number> {
  const restarts = new Set<number>();
  let reached = 0;
  let title: number | null = null;
  lines.forEach((line, i) => {
    const mark = findMark(text, line.start, line.end);
    if (mark?.style === 'numeral') {
      if (mark.ordinal === 1 && reached >= 2 && title !== null) restarts.add(title);
      reached = mark.ordinal ?? 0;
      title = null;
    } else if (isTitle(line) && isFullTitle(line.words)) title ??= i;
  });
  return restarts;
}

/** The first line above the prose that is called a report; else a letterhead, a heading, a short first line. */
function findTitle(lines: readonly Line[], from: number, to: number): ReportStart['title'] {
  const head = lines.slice(from, Math.min(to, from + TITLE_WITHIN));
  const prose = head.findIndex((line) => line.words.length > LONGEST_TITLE);
  const above = (prose < 0 ? head : head.slice(0, prose)).filter(({ words }) => !CHROME.test(words));
  const at = above.findIndex((line) => isTitle(line) && !LETTERHEAD.test(line.words));
  if (at >= 0) {
    const twoLines = at > 0 && above[at]!.words.startsWith('关于') && isFirstHalf(above[at - 1]!);
    return { first: above[twoLines ? at - 1 : at]!.index, last: above[at]!.index };
  }
  const named = above.find((line) => LETTERHEAD.test(line.words) && !SENTENCE.test(line.words));
  const heading = above.find((line) => line.kind === 'heading');
  const [first] = above;
  const plain = first && isPlainTitle(first) ? first : undefined;
  const title = named ?? heading ?? plain;
  return title ? { first: title.index, last: title.index } : null;
}

/** A short first line that is neither a sentence, a date or signature, nor a mark that opens a section. */
const isPlainTitle = (line: Line): boolean =>
  !isBody(line) &&
  !isClosing(line.words) &&
  !findMark(line.words, 0, line.words.length) &&
  !findRegionMark(line.words, 0, line.words.length);

/** 某市民政局 above 关于…的报告. */
const isFirstHalf = (line: Line): boolean => line.words.length <= 30 && SIGNATURE.test(line.words);

/** The span of a title's units. */
export const titleSpan = (units: readonly Unit[], title: ReportStart['title']): NormalizedSpan | null =>
  title && { start: units[title.first]!.start, end: units[title.last]!.end };
