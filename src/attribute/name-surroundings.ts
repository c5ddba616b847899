/** Takes a division's name in a report; gives cues of what stands around it. */
import { AGENCY } from './mention-use.js';
import type { LocatedMention } from './located-mentions.js';
import type { ReportWords } from './report-words.js';

// A body of the division: takes 县委 (思南县委), 团市委, 市慈善总会, 红十字会; must not take 县城.
const BODY =
  /^[省市县区州盟旗]?(?:团?委(?!托)|人民政府|政府|人大|政协|[\p{Script=Han}]{0,6}?(?:局|委员会|红十字会|慈善总?会|团委|总工会|妇联|文明办|融媒体中心|志愿者协会|志愿服务联合会|图书馆|博物馆|残联|指挥部|宣传部|组织部|热线))/u;

/** What may stand directly behind an own name, and directly in front; the first that fits is the cue. */
const BEHIND = '县委 市委 区委 团 县 市 区 省 的 ： ， 。 、 人 各 全 是 一 在 红 慈 志 共 文 妇 等 学 大 街 新 首'.split(' ').map((word) => [word, `behind-${word}`] as const); // prettier-ignore
const BEFORE = '在 到 赴 为 向 的 ， 。 、 自 “ 《 （ 省 市 与 是 日 由 对 ： 和 给 全 团 于 年'.split(' ').map((word) => [word, `before-${word}`] as const); // prettier-ignore

/** Ways in which an own name is used, by what stands behind it. */
const USES_BEHIND: readonly (readonly [string, RegExp])[] = [
  ['body', BODY],
  // takes 举行 (市南区举行了活动), 全市; must not take 的
  ['acts', /^(?:举行|召开|组织|开展|启动|举办|成立|全[市县区省]|各|共|已)/],
  // takes 友人 (香港友人捐), 商会, 有限公司; must not take 红十字会
  [
    'giver',
    /^[^，。；\s]{0,10}?(?:友人|同胞|乡亲|乡贤|侨胞|商会|同乡|慈善家|基金|爱心人士|企业|校友|公司|集团)/,
  ],
  // takes 到寿宁调研 (宁德市委到寿宁调研); must not take what stands behind a stop
  ['visitor', /^[^，。；]{0,14}?(?:调研|考察|指导|检查|督导|视察|慰问|走访)/],
  // takes 灾区 (芦山灾区), 地震; must not take 抗议
  ['disaster', /^(?:灾区|地震|洪涝|抗[洪震疫]|疫区|受灾)/],
];

/** The same, by what stands in front. */
const USES_BEFORE: readonly (readonly [string, RegExp])[] = [
  // takes 赴, 走进; must not take 走过
  ['come-to', /(?:[到赴来]|莅临|深入|走进)$/],
  // takes 与, 联合; must not take 联系
  ['partner', /(?:联合|携手|会同|[与和同])$/],
  // takes 向, 为; must not take 由
  ['given-to', /[向给为对予]$/],
];

/** What a name that holds the division's is the name of. */
const NAMES: readonly (readonly [string, RegExp])[] = [
  // takes 日报 (湖南日报), 新闻网; must not take 报名
  ['outlet', /^[市县区省]?[\p{Script=Han}]{0,4}?(?:新闻网|[日晚早晨都市]报|电视台|广播|网|在线|发布|融媒)/u],
  // takes 理工大学 (南京理工大学), 医学院; must not take 大学生
  ['school', /^[\p{Script=Han}]{0,8}?(?:大学(?!生)|学院|中学|小学|职院|师范)/u],
];

// In front of who wrote or published it: takes 来源：, 供稿; must not take 记者站设在安徽，.
const SOURCE = /(?:来源|作者|责任编辑|发布机构|供稿|通讯员|记者)[:：]?\s?[^\n，。]{0,10}$/;

const BEHIND_REACH = 24;
const BEFORE_REACH = 16;

function nameOf(before: string, behind: string): string {
  if (AGENCY.test(before)) return 'agency';
  return NAMES.find(([, pattern]) => pattern.test(behind))?.[0] ?? 'other';
}

/** Cues of one name. */
export function lookAround(
  { text, span }: ReportWords,
  { start, end, use, full }: LocatedMention,
): readonly string[] {
  const behind = text.slice(end, end + BEHIND_REACH);
  const before = text.slice(Math.max(span.start, start - BEFORE_REACH), start);
  const cues: string[] = [];
  if (full) cues.push('full-name');
  if (SOURCE.test(before)) cues.push('source');
  if (use === 'name') cues.push(`name-of-${nameOf(before, behind)}`);
  if (use !== 'subject') return cues;
  const next = BEHIND.find(([word]) => behind.startsWith(word));
  if (next !== undefined) cues.push(next[1]);
  const opens = before === '' || before.endsWith('\n');
  const previous = opens ? 'before-nothing' : BEFORE.find(([word]) => before.endsWith(word))?.[1];
  if (previous !== undefined) cues.push(previous);
  for (const [cue, pattern] of USES_BEHIND) if (pattern.test(behind)) cues.push(cue);
  for (const [cue, pattern] of USES_BEFORE) if (pattern.test(before)) cues.push(cue);
  return cues;
}
