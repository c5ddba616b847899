/** A text and a place in it → an expression in which a Chinese numeral only names: 五四, 四个意识, 三门县. */
import { matchAt, sticky, type Recognised } from './recognised.js';

/** Political formulas, held as names because their measure word is real: 四个 意识. */
const FORMULAS =
  '两个(?:维护|确立|一百年|先锋|务必|覆盖)|三个(?:代表|务必|文明|一线|一律)|四个(?:意识|自信|全面|伟大|最严|不摘)|五个(?:到位|必由之路)|[三五]位一体|四位一体|一岗双责|三会一课|三重一大|四菜一汤';
/** What is done everywhere, 四处张贴; before what can be counted in places (四处宣传栏) the word is a number. */
const EVERYWHERE =
  '四处(?:蔓延|扩散|传播|流传|逃|躲|搜罗|求助(?!点)|求援|联系(?!点)|采购|搜集|漂浮|漂流|奔波|奔走|寻找|打听|走走|走访(?!点)|张贴|宣传(?![栏点牌站阵屏窗岗])|流浪|散落)';
/** Idioms with a word in them that measures elsewhere: 方, 面, 次, 家, 头, 里, 年, 人. */
const IDIOMS =
  '四面八方|八方(?=支援|来|受援|驰援|宾客|相助)|一方有难|三番[五两]次|千方百计|千头万绪|千家万户|万户千家|千山万水|千秋万代|千人千面|三人行|百年大计|百年树人|百年未有|百年奋斗|百年华诞|百年征程|百年党史|百家争鸣|百家讲坛|万里长征|万人空巷|万家灯火|万家团圆|两面三刀|三位一体|三头六臂|三令五申|三言两语|三天两头|五湖四海|五花八门|七上八下|七嘴八舌|一五一十|两两|万无一失|十全十美|百里挑一|三三两两|三五成群';
/** Meetings, plans, days and bodies that go by a number. */
const EVENTS =
  '十[五六七八九]大(?!型)|二十大(?!型)|[一二三四五六七八九十]{1,3}届(?=[一二三四五六七]中|中央|人大|全国)|[一二三四五六七八九]中全会|十[一二三四五](?:个)?五(?=规划|时期|期间|”|开局|末|收官)|五四(?!十|百|千|万)|三八(?=红旗|妇女|节|国际|维权|”)|五一(?!十|百|千|万)|六一(?!十|百|千|万)|七一(?!十|百|千|万)|八一(?!十|百|千|万)|九三学社|八一建军|双?十[一二](?=长假|黄金周|”)|三甲|三农|三公经费|二手|三级甲等|二十四节气|十二生肖|二十四孝';
/** Divisions whose name begins with a numeral and a measure word. */
const PLACES =
  '三门(?=[县峡湾])|三台(?=县)|五台(?=[县山])|九台(?=区)|六枝(?=特)|五家渠|三元(?=区)|四方(?=台|区|坪)|三家子|千阳(?=县)|三都(?=县)|二道(?=区|江|沟)|万年(?=县)|三河(?=[市口镇])|两江|双台|六合|九龙|三亚|四平(?=市)|三明(?=市)';
/** 八个一, 六个一活动: a measure that the numeral counts by 一. */
const LISTS = '[一二两三四五六七八九十]{1,3}个一(?![百千万十点批])|[一二]对[一二多]';

// takes 四个意识 · 五四 · 三门 of 三门县; leaves 四个村, 三门课
const NAMES = sticky(`(?:${[FORMULAS, IDIOMS, EVERYWHERE, EVENTS, PLACES, LISTS].join('|')})`);

/** The name that begins with the Chinese numeral at `at`, or null. */
export function findName(text: string, at: number): Recognised | null {
  const match = matchAt(NAMES, text, at);
  return match && { kind: 'name', end: at + match[0].length, value: null };
}
