/** Takes the divisions that a report names and where; gives how much speaks for each of them, and the one that most speaks for. */
import { type DivisionIndex, isWithin, lineage, ofRank, rankWord } from './division-index.js';
import { type LocatedMention, resolveMention } from './located-mentions.js';
import type { NormalizedSpan } from '../model.js';

export interface WeighedDivisions {
  /** By code: the weight of the names of the division and of those below it. */
  readonly weights: ReadonlyMap<string, number>;
  /** Codes that are named themselves, with the weight of their own names. */
  readonly named: ReadonlyMap<string, number>;
  readonly total: number;
  /** How many names there are. */
  readonly count: number;
}

/** A name counts once, and more where it is likely to be the report's own. */
const IN_HEAD = 2;
const WITH_BODY = 1;
const AT_HOME = 5;

// A body of the division: takes 县委 (思南县委), 团市委, 市慈善总会, 红十字会; must not take 县城.
const BODY =
  /^[省市县区州盟旗]?(?:团?委|政府|人大|政协|[\p{Script=Han}]{0,6}?(?:局|委员会|红十字会|慈善总?会|团委|总工会|妇联|文明办|融媒体中心|志愿者协会|志愿服务联合会|图书馆|博物馆|残联|指挥部|宣传部|组织部|12345|热线))/u;
// In front of where a report's body is at home: takes 地处 (我村地处汉阴县), 隶属; must not take 位于市中心的.
const HOME = /(?:地处|隶属于?|坐落[于在]?|位于)$/;

// In front of what honours a lower division's body: takes 获评 (获评湖南省最佳组织), 是; must not take 在.
const HONOURED = /(?:是|荣?获评?|[被获]?评为|授予|入选|跻身)$/;
// Behind the same: takes 最佳 (湖南省最佳志愿服务组织), 首批, 第三届; must not take 第一时间.
const HONOUR = /^(?:最[佳美]|首批|优秀|先进|十[佳大]|第[一二三四五六七八九十\d]{1,3}[届批])/;

/** 协会获评湖南省最佳志愿服务组织 in a report of 湘潭市: who honours it is not whose report it is. */
function isHonour(text: string, { start, end, code }: LocatedMention, above: ReadonlySet<string>): boolean {
  if (code === null || !above.has(code)) return false;
  return HONOURED.test(text.slice(Math.max(0, start - 4), start)) || HONOUR.test(text.slice(end, end + 6));
}

/** Adds up what the names say; `heads` are the lines and the sentence that a report opens with. */
export function weighMentions(
  text: string,
  mentions: readonly LocatedMention[],
  evidence: ReadonlySet<string>,
  heads: readonly NormalizedSpan[],
  index: DivisionIndex,
): WeighedDivisions {
  const weights = new Map<string, number>();
  const named = new Map<string, number>();
  let [total, count] = [0, 0];
  // divisions that hold another one that is named
  const above = new Set(
    mentions.flatMap(({ use, code }) =>
      use === 'subject' && code !== null
        ? lineage(index, code).flatMap((each) => (each.code === code ? [] : [each.code]))
        : [],
    ),
  );
  for (const [i, mention] of mentions.entries()) {
    // 山西省朔州市 speaks for 朔州市 alone, and a line that is a name leads to another page
    const next = mentions[i + 1];
    const leads = next?.start === mention.end && next.use === 'subject';
    if (mention.use !== 'subject' || leads || isAlone(text, mention) || isLink(text, mention)) continue;
    if (goesDown(text, mention, next, index) || isAmongProvinces(text, mentions, i, index)) continue;
    const resolution = resolveMention(mention, [], evidence, index);
    if (resolution.kind !== 'division') continue;
    count += 1;
    if (isHonour(text, mention, above)) continue;
    const { start, end } = mention;
    let weight = 1;
    if (heads.some((head) => head.start <= start && start < head.end)) weight += IN_HEAD;
    if (BODY.test(text.slice(end, end + 14))) weight += WITH_BODY;
    if (HOME.test(text.slice(Math.max(0, start - 4), start))) weight += AT_HOME;
    named.set(resolution.code, (named.get(resolution.code) ?? 0) + weight);
    total += weight;
    for (const { code } of lineage(index, resolution.code))
      weights.set(code, (weights.get(code) ?? 0) + weight);
  }
  return { weights, named, total, count };
}

/** Names of a list from which on it says where many are from, and not whose the report is. */
const LIST = 4;

/** 北京、上海、四川、云南等省: one of many provinces. */
function isAmongProvinces(
  text: string,
  mentions: readonly LocatedMention[],
  at: number,
  index: DivisionIndex,
): boolean {
  const isProvince = ({ code }: LocatedMention): boolean =>
    code !== null && index.byCode.get(code)?.level === 'province';
  const joined = (i: number): boolean => {
    const [one, next] = [mentions[i], mentions[i + 1]];
    return one !== undefined && next !== undefined && isProvince(one) && isProvince(next) &&
      /^[省市]?[、和及]$/.test(text.slice(one.end, next.start)); // prettier-ignore
  };
  let [first, last] = [at, at];
  while (at - first < LIST && joined(first - 1)) first -= 1;
  while (last - at < LIST && joined(last)) last += 1;
  return last - first + 1 >= LIST;
}

// Takes 和 (郑州市和金水区的要求): the higher one is named with the lower one's; must not take 等.
const AND = /^[和、及]$/;

/** 按照郑州市和金水区的部署: a division that leads to one in it says no more than the latter. */
function goesDown(
  text: string,
  { end, code }: LocatedMention,
  next: LocatedMention | undefined,
  index: DivisionIndex,
): boolean {
  if (code === null || next?.code == null || !AND.test(text.slice(end, next.start))) return false;
  return next.code !== code && isWithin(index, next.code, code);
}

// Both sides of a page's link to another place: takes | 北海市| (辽阳县| 北海市| 疏附县|); must not take 临泽 | 志愿….
const LINK_BEFORE = /[|｜]\s?$/;
const LINK_AFTER = /^[省市县区州]?\s?(?:[|｜\n]|$)/;

const isLink = (text: string, { start, end }: NormalizedSpan): boolean =>
  LINK_BEFORE.test(text.slice(Math.max(0, start - 2), start)) && LINK_AFTER.test(text.slice(end, end + 3));

// What may stand beside a name that is alone on its line: takes • 广州, [深圳]; must not take 广州：.
const BESIDE_BEFORE = /(?:^|\n)[\s•·|\-[\]【】]*$/;
const BESIDE_AFTER = /^[ \t•·|\-[\]【】]*(?:\n|$)/;
const BESIDE_MOST = 9;

/** Looks no farther than a line that holds little else would reach: a text may be one endless line. */
function isAlone(text: string, { start, end }: NormalizedSpan): boolean {
  const before = text.slice(Math.max(0, start - BESIDE_MOST), start);
  const after = text.slice(end, end + BESIDE_MOST);
  const opens = start <= BESIDE_MOST || before.includes('\n');
  const closes = end + BESIDE_MOST >= text.length || after.includes('\n');
  return opens && closes && BESIDE_BEFORE.test(before) && BESIDE_AFTER.test(after);
}

/** More than this share of all names must speak for a division of the rank that the report calls its own. */
const LEAST_OF_RANK = 0.5;
/** The share that must speak for a province, and, of what speaks for a division, for one in it. */
const LEAST_OF_ALL = 0.6;
const LEAST_BELOW = 0.65;

/** Taiwan, Hong Kong, Macau. */
const WHOLE: ReadonlySet<string> = new Set(['710000', '810000', '820000']);

/** Most weight first; of equals the lower division, then the smaller code. */
const heaviest = (codes: readonly string[], { weights }: WeighedDivisions, index: DivisionIndex): string[] =>
  codes.toSorted(
    (a, b) =>
      weights.get(b)! - weights.get(a)! ||
      lineage(index, b).length - lineage(index, a).length ||
      (a < b ? -1 : 1),
  );

/**
 * The division that most of the names speak for; of the rank that the report speaks of as its own (全市), where it does.
 * Null where the names are of several divisions.
 */
export function heaviestDivision(
  weighed: WeighedDivisions,
  rank: string | null,
  index: DivisionIndex,
): string | null {
  const { weights, named, total } = weighed;
  const all = [...weights.keys()];
  // the standard gives no codes below them, so that 全市 may be any of theirs
  const whole = heaviest(all, weighed, index).find((code) => WHOLE.has(code));
  // but 我州 and 我县 are not Hong Kong's: it gives to where the report is from
  const foreign = whole !== undefined && whole !== '710000' && rank !== null && /[省州县]/.test(rank);
  if (whole !== undefined && !foreign && weights.get(whole)! >= LEAST_OF_ALL * total) return whole;
  if (rank !== null) {
    const ranked = all.filter((code) => rankWord(index.byCode.get(code)!) === rank);
    const [best] = heaviest(ranked, weighed, index);
    // 湖北 says nothing against 鄂州市, which lies in it, nor does 浙江, of which a city can not speak as 我市
    const speaks = [...named].filter(([code]) => ofRank(index, code, rank) !== null);
    const ofRanks = speaks.reduce((sum, [, weight]) => sum + weight, 0);
    if (best !== undefined && weights.get(best)! > LEAST_OF_RANK * ofRanks)
      return below(best, ranked, weighed, index);
    // 全市 in a report that names its counties only by their province
    const [top] = heaviest(all, weighed, index);
    return top === undefined || weights.get(top)! < LEAST_OF_ALL * total ? null : ofRank(index, top, rank);
  }
  const provinces = all.filter((code) => index.byCode.get(code)!.level === 'province');
  const [province] = heaviest(provinces, weighed, index);
  if (province === undefined || weights.get(province)! < LEAST_OF_ALL * total) return null;
  return below(province, all, weighed, index);
}

/** The lowest division in `from` that nearly all speaks for that speaks for `from`. */
function below(
  from: string,
  codes: readonly string[],
  weighed: WeighedDivisions,
  index: DivisionIndex,
): string {
  let at = from;
  for (;;) {
    const within = codes.filter(
      (code) => code !== at && lineage(index, code).some((division) => division.code === at),
    );
    const [next] = heaviest(within, weighed, index);
    if (next === undefined) return at;
    // 其中无锡重点督办74件 in a report that mostly names 江阴: the higher one's own name speaks for none below it
    const [own, all, sub] = [
      weighed.named.get(at) ?? 0,
      weighed.weights.get(at)!,
      weighed.weights.get(next)!,
    ];
    if (sub < LEAST_BELOW * (sub > own ? all - own : all)) return at;
    at = next;
  }
}
