/** Takes a text; gives the words by which a report means its own division: 全市, 我省, 团市委, 市卫健委. */
import type { NormalizedSpan } from '../model.js';

export interface SelfWord extends NormalizedSpan {
  /** 市 of 全市: the rank of the division that is meant. */
  readonly rank: string;
  /** A body of the division (市妇联, 团县委), not the division (全市). */
  readonly body: boolean;
}

/*
 * Takes 全市, 我省, 该县, 团县委, and at the start of a clause 市委, 区总工会, 市卫健委;
 * must not take 全区域, 全县城, 团旗, 全省优秀, 江口县委 (a name stands in front), 市、县两级团委 (levels of government).
 */
const SELF =
  /(?:[全我本]|团(?!旗(?!委))|该(?=[市县区州盟旗]))([省市县区州盟旗])(?![域场间块]|城[^乡]|优秀|先进|首[个家次批]|唯一|第|排名|最|前[列\d十三]|十佳|百佳|仅有)|(?<![\p{Script=Han}])([省市县区州盟旗])(?![一两三四五多各]级|(?<=市)区)(?=委|政府|直|级(?:机关|部门|单位|各)|文明办|[\p{Script=Han}]{1,8}?(?:局|厅|委|办|会|团|联|部|处))/gu;

// In front of one of several levels of government: takes 县（市） (县（市）区慈善总会), 市、; must not take 我市.
const LEVELS = /[省市县区州](?:（[市县区旗]）|、)$/;

/**
 * All of them, in order; linear. Not those that go on from a division's name (`names`, in order): 思南团县委
 * is 思南's, and 全州县 is a name.
 */
export function findSelfWords(text: string, names: readonly NormalizedSpan[]): SelfWord[] {
  const words: SelfWord[] = [];
  let next = 0;
  for (const match of text.matchAll(SELF)) {
    const { index: start } = match;
    if (LEVELS.test(text.slice(Math.max(0, start - 5), start))) continue;
    const end = start + match[0].length;
    while (next < names.length && names[next]!.end < start) next += 1;
    const name = names[next];
    if (name !== undefined && name.start < end) continue;
    const body = match[1] === undefined || match[0].startsWith('团');
    words.push({ start, end, rank: match[1] ?? match[2]!, body });
  }
  return words;
}

/** The rank of the whole country, which no division has. */
export const NATION = '国';

/*
 * The country as the one that acts or is counted, at the start of a clause, or where something is done: takes 全国各级
 * (全国各级慈善组织累计捐赠), 我国共, 在全国设立; must not take 全国优秀, 全国志愿服务信息系统, 收到全国各地, 全国各地 (whose gifts
 * come here).
 */
const COUNTRY =
  /(?<!\p{Script=Han})(?:全国(?:范围内)?|我国)(?=共(?!享|青)|累计|现有|已|有[\d近超约]|各级|通过各级|(?:实名)?注册(?:的)?[\p{Script=Han}]{0,2}志愿者|志愿者(?:总人数|人数|总数)|接收|红十字系统|慈善(?:组织|会)|志愿(?:服务|者)?(?:组织|队伍|团体)|志愿服务信息系统[中里]?记录的)|在全国(?:范围内)?(?=开展|建[成立设]|布设|设立|[\d一二三四五六七八九十百]+个(?:省|城市))/gu;

/** 全国, 我国 where they govern a figure: a report with a dateline (本报深圳9月20日电) is about that city else. */
export const findCountryWords = (text: string): SelfWord[] =>
  Array.from(text.matchAll(COUNTRY), ({ index: start, 0: { length } }) => ({
    start,
    end: start + length,
    rank: NATION,
    body: false,
  }));

/** How often a report speaks of a division of each rank as its own, the commonest first. */
export function rankCounts(words: readonly SelfWord[]): (readonly [rank: string, times: number])[] {
  const counts = new Map<string, number>();
  for (const { rank } of words) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
