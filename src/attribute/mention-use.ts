/** Takes a mention and the words around it; gives what the division's name does there. */
import type { Mention } from './find-divisions.js';

/**
 * `subject`      the division itself, or a body of it (江口县, 共青团江口县委, 思南县红十字会);
 * `name`         a part of the name of something else (湖南农业大学, 南京路, “文明连云港”): says nothing;
 * `destination`  where people or goods went (驰援上海, 赴武汉);
 * `origin`       where they came from (来自南京), and what only works together with it (与广东省) or lies beside it (与渌口区相邻).
 */
export type MentionUse = 'subject' | 'name' | 'destination' | 'origin';

const REACH = 24;

/*
 * What stands directly behind a division's name and makes it another name.
 * Takes 路 (南京路), 北路 (中山北路), 卫视 (江苏卫视), 台 (内蒙古台), 籍 (湖北籍), 分行; must not
 * take 路网, 街道 (玉屏街道), 街坊 (澳门街坊总会), 人民医院, 台商, 分会.
 */
const NEXT_WORD =
  /^(?:铁路局|海关|军区|[东南西北中]?路(?![政网况])|[东南西北中]?街(?![道办坊])|大道|大街|[东南西北]?站(?!点|撤|开|启)|台(?![商胞农湾江山州北南中东西])|菜|籍|话|人(?![民大社才员武次口数力均])|商会|同乡会|校友会|俱乐部|卫视|在线|[省市]?分(?:库|行|公司|院|校)|新闻网|电视台|广播|网(?=[”"，、讯记\d—-]))/;

/*
 * The same some characters on; verbs and particles end the name, so that 江口县捐给铜仁学院 stays a subject.
 * Takes 农业大学 (湖南农业大学), 印江…有限公司; must not take 大学生 (江苏大学生), 青年报名 (南京青年报名),
 * 建成文明广场 (泗县建成文明广场).
 */
const LATER_WORD =
  /^(?:(?![的在向与和及把对将了给由从到于是各共区县]|捐|送|组织|开展|招募|筹集|参[与加]|出动|协[助调]|联合(?!大学)|动员|选派|发[放动出]|建[成设立好起]|新建|设[立置]|打造|举办|成立|改造|推[出进]|投入|累计|有(?!限))[^，。；：！？、\s“”"《》()（）\d]){0,14}?(?:大学(?!生)|学院(?!派)|有限(?:责任)?公司|(?<!供电|电力|水务|燃气|烟草|邮政)公司|集团(?!军)|(?<!物资|爱心|时间|慈善|食物|道德|积分)银行|农商行|信用社|(?:日|晚|早|晨|时|商|都市|青年)报(?![名到送告道备请])|基金(?!会)|扶贫济困日|公园|广场|杂志|足球)/;

/*
 * The last of the outlets that are listed. Takes 等15个…平台 (新华网、活力内蒙古等15个新媒体平台), 客户端, 发布客户端;
 * must not take 等地.
 */
const OUTLETS =
  /^(?:等[^，。；]{0,14}?(?:媒体|平台|公众号|账号|客户端)|(?:发布|日报)?客户端|(?:微信)?公众号|头条号|抖音号|视频号|官微)/;

// Both sides of a name in quotes: take “文明连云港”; must not take a sentence in quotes, which has commas.
const OPENING_QUOTE = /[“「『"][^，。；：！？、\s“”「」『』"]{0,10}$/;
const CLOSING_QUOTE = /^[^，。；：！？、\s“”「」『』"]{0,10}[”」』"]/;

// Takes 支援 (支援湖北), 支持, 奔赴; must not take 应援 or a sentence that ends before the name.
const WENT =
  /(?:支[援持]|驰援|增援|援助|对口帮扶|对口支援|结对|逆行|奔赴|飞赴|远赴|开赴|[赶]?赴|前往|派往|开往|发往|运[往抵到至]|寄往|捐往|送[往抵达至]|调往|抵达)$/;
// Takes 来自, 转发, 离开; must not take 本来.
const CAME = /(?:来自|转发|转载|源自|离开|告别|途经|途径|往返|(?:^|[，。；、\s有日已])从)$/;
// Takes 返乡 (武汉返乡人员), 其他地区返回 (湖北其他地区返回38人), 等疫情重点; must not take 疫情防控.
const CAME_NEXT =
  /^省?(?:其[他它]|以外)?(?:的?(?:地区|地市|市州|各地)){0,2}(?:等地?)?(?:返[乡回程工岗]|来(?:我|本|返)|旅居|入境|疫区|[中高]+风险|疫情(?:重点|严重|发生|暴发|爆发))/;

/*
 * 重庆街道, 长春镇, 南昌邨: a town or estate that bears a city's name; a county's own name goes on with its towns (玉屏街道).
 * Takes 街道, 镇; must not take 镇街, 乡村.
 */
const TOWN = /^(?:街道|镇(?![街村])|乡(?![镇村])|苏木|邨)/;

// A street's name goes on to a town's: takes 路街道 (皋兰路街道); must not take 路.
const ROAD_TOWN = /^[东南西北中]?路街道/;

// The seat of an agency in a dateline: takes 新华社 + 北京 + 8月5日电, 中国青年报; must not take 本报铜仁8月5日讯.
export const AGENCY =
  /(?:新华|中新|人民|央[视广]|光明|国际在线|中国[\p{Script=Han}]{0,4}?)(?:[社网]|日?报)(?:[\p{Script=Han}]{0,6}记者)?$/u;
const DATELINE = /^市?[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日/;

// Who works together with the report's own body: takes 与 (与广东省红十字会合作); must not take 党员与.
const PARTNER = /(?:^|[，。；、：\s])(?:与|同|会同|联合|携手|联手)$/;
const TOGETHER = /^[^，。；]{0,40}?(?:合作|共同|联合|一起|携手|联手|签[订署约])/;

// What nationwide bodies do in the capital: takes 在 + 北京 + 召开; must not take 在北京开展.
const VENUE = /^市?(?:召开|举行|闭幕|开幕|发布)/;

// What lies beside it: takes 与 and 相邻 (与渌口区相邻), 毗邻; must not take 与渌口区共同.
const BESIDE = /(?:^|[^参])(?:与|和|同|跟)[^，。；\d]{0,16}$/;
const BORDERS = /^[^，。；\d]{0,12}?(?:相邻|交界|接壤|毗邻|毗连|相接|相连|搭界)/;
const NEXT_TO = /(?:毗邻|紧邻|邻近|相邻|接壤|毗连)[^，。；\d]{0,8}$/;

const isTown = ({ full, candidates, end }: Mention, text: string): boolean =>
  !full && candidates.every((code) => code.endsWith('00')) && TOWN.test(text.slice(end, end + 3));

// An address: takes 花园路甲2号 (海淀区花园路甲2号), 人民街15号; must not take 人民路街道.
const ADDRESS = /^[^，。；、：\s]{0,14}?(?:路|街|大道|巷|胡同)[甲乙丙丁]?\d{1,4}号/;
// The local edition of a national outlet: takes 中新网 (中新网内蒙古新闻), 人民网; must not take 网.
const EDITION = /(?:中新网|新华网|人民网|央广网|光明网|中国网|央视网|中新社)$/;

// Where a page was posted, an edition (ZAKER兰州) and the bracket in a company's name (集团（舟山）公司).
const POSTED = /(?:发布于|IP属地[:：]?|[A-Za-z])$/;
const IN_BRACKETS = /[\p{Script=Han}]（$/u;
const BRACKET_CLOSES = /^）[\p{Script=Han}]{0,6}?(?:公司|集团|股份)/u;

function isName(mention: Mention, before: string, after: string): boolean {
  if (ADDRESS.test(after) || (EDITION.test(before) && /^(?:[省市])?(?:新闻|频道|分社|[》|>])/.test(after)))
    return true;
  if (POSTED.test(before) || (IN_BRACKETS.test(before) && BRACKET_CLOSES.test(after))) return true;
  if (mention.surface.startsWith('北京') && AGENCY.test(before) && DATELINE.test(after)) return true;
  if (mention.surface.startsWith('北京') && before.endsWith('在') && VENUE.test(after)) return true;
  if ([NEXT_WORD, LATER_WORD, OUTLETS].some((pattern) => pattern.test(after))) return true;
  if (OPENING_QUOTE.test(before) && CLOSING_QUOTE.test(after)) return true;
  return before.lastIndexOf('《') > before.lastIndexOf('》');
}

/** Whether `next` goes on with what `previous` began: 支援湖北省武汉市, 支援湖北、上海. */
const goesOn = (text: string, previous: Mention, next: Mention): boolean =>
  // takes '', 、 和; must not take 的志愿者与
  next.start - previous.end <= 1 && /^[、和及与]?$/.test(text.slice(previous.end, next.start));

/** The use of each mention, in their order. */
export function findMentionUses(text: string, mentions: readonly Mention[]): MentionUse[] {
  const uses: MentionUse[] = [];
  mentions.forEach((mention, i) => {
    const before = text.slice(Math.max(0, mention.start - 2 * REACH), mention.start);
    const after = text.slice(mention.end, mention.end + REACH);
    const previous = mentions[i - 1];
    const earlier = uses[i - 1];
    let use: MentionUse = 'subject';
    if (isTown(mention, text) || isName(mention, before, after)) use = 'name';
    else if (WENT.test(before)) use = 'destination';
    else if (CAME.test(before) || CAME_NEXT.test(after)) use = 'origin';
    else if (PARTNER.test(before) && TOGETHER.test(after)) use = 'origin';
    else if (NEXT_TO.test(before) || (BORDERS.test(after) && BESIDE.test(before))) use = 'origin';
    else if (
      (earlier === 'destination' || earlier === 'origin') &&
      previous !== undefined &&
      goesOn(text, previous, mention)
    )
      use = earlier;
    uses.push(use);
  });
  // 贵州印江宏源公司: a division that only opens the next one's name goes where that goes; 朝阳区重庆街道 is 朝阳区's
  for (let i = mentions.length - 2; i >= 0; i -= 1) {
    const next = mentions[i + 1]!;
    if (
      mentions[i]!.end === next.start &&
      uses[i + 1] === 'name' &&
      !isTown(next, text) &&
      !ROAD_TOWN.test(text.slice(next.end, next.end + 4))
    )
      uses[i] = 'name';
  }
  return uses;
}
