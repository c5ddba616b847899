/** Codes of the records → words in the reader's language; a code that is not listed is shown as it is. */
import type {
  AsOfMethod,
  CueLevel,
  Direction,
  Qualifier,
  RegionMethod,
  SentenceKind,
  Statistic,
} from '../model.js';
import type { Language } from '../diagnostics.js';
import { detectLanguage, say, sayIn, type Phrase } from './language.js';

type Terms<Code extends string> = Readonly<Record<Code, Phrase>>;

/** Kinds of what is set aside; rule files may name more. */
const KINDS: Readonly<Record<string, Phrase>> = {
  date: { en: 'date', zh: '日期' },
  time: { en: 'time', zh: '时间' },
  period: { en: 'period', zh: '时段' },
  phone: { en: 'telephone number', zh: '电话' },
  code: { en: 'code', zh: '编码' },
  'document-number': { en: 'document number', zh: '文号或编号' },
  ordinal: { en: 'ordinal', zh: '序数' },
  ratio: { en: 'ratio', zh: '比例' },
  name: { en: 'part of a name', zh: '名称中的数字' },
  slogan: { en: 'part of a slogan', zh: '口号中的数字' },
  article: { en: 'article (一 as in "a")', zh: '泛指的“一”' },
  'round-word': { en: 'round word without a count', zh: '虚指' },
  plan: { en: 'plan', zh: '计划' },
  requirement: { en: 'requirement', zh: '要求' },
  background: { en: 'background', zh: '背景情况' },
  rate: { en: 'stated rate', zh: '标准、单价' },
  duration: { en: 'duration', zh: '时长' },
  threshold: { en: 'threshold', zh: '门槛' },
  insured: { en: 'amount insured', zh: '保额' },
  furniture: { en: 'page furniture', zh: '页面附属文字' },
};

const QUALIFIERS: Terms<Qualifier> = {
  exact: { en: 'exact', zh: '确数' },
  over: { en: 'over', zh: '以上' },
  under: { en: 'under', zh: '不足' },
  about: { en: 'about', zh: '约' },
  range: { en: 'range', zh: '区间' },
  vague: { en: 'vague', zh: '概数' },
};

const STATISTICS: Terms<Statistic> = {
  total: { en: 'total (nothing says otherwise)', zh: '总量（无其他说明）' },
  daily: { en: 'daily', zh: '每日' },
  daily_average: { en: 'daily average', zh: '日均' },
  average: { en: 'average', zh: '平均' },
  maximum: { en: 'maximum', zh: '最高' },
  each: { en: 'of each', zh: '每一个' },
};

const REGION_METHODS: Terms<RegionMethod> = {
  clause: { en: 'named in its clause', zh: '同一分句写明' },
  sentence: { en: 'named in its sentence', zh: '同一句写明' },
  section: { en: 'named by its section', zh: '所在章节写明' },
  report: { en: "the report's", zh: '随报告' },
  title: { en: "from the report's title", zh: '报告标题' },
  issuer: { en: "from the report's issuer", zh: '报告单位' },
  inferred: { en: 'inferred from the divisions named', zh: '由所涉下级地区推定' },
  none: { en: 'nothing tells', zh: '文中未说明' },
};

const AS_OF_METHODS: Terms<AsOfMethod> = {
  stated: { en: 'stated', zh: '文中写明' },
  'stated-year-inferred': { en: 'stated, its year taken from the report', zh: '文中写明，年份据报告' },
  'report-date': { en: 'the date of the report', zh: '报告日期' },
  none: { en: 'nothing tells', zh: '文中未说明' },
};

const LEVELS: Terms<CueLevel> = {
  phrase: { en: 'beside the number', zh: '紧邻数字' },
  header: { en: 'in the headers of its cell', zh: '在表头' },
  clause: { en: 'in its clause', zh: '在同一分句' },
  sentence: { en: 'in its sentence', zh: '在同一句' },
  section: { en: 'in the headings above', zh: '在上级标题' },
  context: { en: 'proposed by the words around it', zh: '由周围词语推测' },
};

const DIRECTIONS: Terms<Direction> = {
  after: { en: 'behind', zh: '其后' },
  before: { en: 'in front', zh: '其前' },
  clause: { en: 'clause', zh: '分句' },
  lead: { en: 'sentence so far', zh: '句中前文' },
  sentence: { en: 'sentence', zh: '全句' },
  header: { en: 'header', zh: '表头' },
  section: { en: 'heading', zh: '标题' },
  unit: { en: 'measure word', zh: '量词' },
};

const SENTENCES: Terms<SentenceKind> = {
  body: { en: 'body', zh: '正文' },
  heading: { en: 'heading', zh: '标题' },
  cell: { en: 'table cell', zh: '表格' },
  footnote: { en: 'footnote', zh: '脚注' },
  furniture: { en: 'page furniture', zh: '页面附属文字' },
};

/** All codes of the above with their words; no two of them share a code and differ in words. */
export function allTerms(): Readonly<Record<string, string>> {
  const phrases: Record<string, Phrase> = {
    ...KINDS, ...QUALIFIERS, ...STATISTICS, ...REGION_METHODS, ...AS_OF_METHODS,
    total: { en: 'total', zh: '总量' },
  }; // prettier-ignore
  return Object.fromEntries(Object.entries(phrases).map(([code, phrase]) => [code, say(phrase)]));
}

export const describeKind = (kind: string): string => (KINDS[kind] ? say(KINDS[kind]) : kind);
export const describeQualifier = (qualifier: Qualifier): string => say(QUALIFIERS[qualifier]);
export const describeStatistic = (statistic: Statistic, language: Language = detectLanguage()): string =>
  sayIn(language, STATISTICS[statistic]);
export const describeRegionMethod = (method: RegionMethod): string => say(REGION_METHODS[method]);
export const describeAsOfMethod = (method: AsOfMethod): string => say(AS_OF_METHODS[method]);
export const describeLevel = (level: CueLevel): string => say(LEVELS[level]);
export const describeDirection = (direction: Direction): string => say(DIRECTIONS[direction]);
export const describeSentenceKind = (kind: SentenceKind): string => say(SENTENCES[kind]);

/** The sentences of the match stage about rules that lost, in Chinese; `$1`, `$2` are the rules. */
const WHY_LOST: readonly (readonly [pattern: RegExp, zh: string])[] = [
  [/^goes on with what stood before, the words around speak for another$/, '只是承前，周围词语指向另一指标'],
  // takes `no cue`, not `no cue: …`
  [/^no cue$/, '没有线索'],
  // takes `not: before 目标`, not `nothing`
  [/^not: (.*)$/, '被排除条件否定：$1'],
  // takes `its cue is a modifier of volunteers's`, not a cue alone
  [/^its cue is a modifier of (\S+)'s$/, '其线索只是 $1 线索的修饰语'],
  // takes `clause cue, posts has a phrase cue`, not `no cue`
  [/^(\S+) cue, (\S+) has a (\S+) cue$/, '线索层次为 $1，$2 为 $3'],
  // takes `lower priority than posts`, not `priority`
  [/^lower priority than (\S+)$/, '优先级低于 $1'],
  // takes `cue is 5 characters away, that of posts 2`, not `5 characters`
  [/^cue is (\d+) characters away, that of (\S+) (\d+)$/, '线索距数字 $1 字，$2 的为 $3 字'],
  // takes `tie with posts, decided by id`, not `tie`
  [/^tie with (\S+), decided by id$/, '与 $1 相当，按编号取舍'],
];

/** Why a rule lost, in the reader's language. */
export function describeWhy(why: string): string {
  const found = detectLanguage() === 'zh' ? WHY_LOST.find(([pattern]) => pattern.test(why)) : undefined;
  return found ? why.replace(found[0], found[1]) : why;
}
