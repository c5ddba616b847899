/** A match with its attribution and the words around it → the named factors that speak for or against it. */
import type { Attribution, ContextOpinion, Quantity, RuleMatch, Sentence } from '../model.js';
import type { Recognition } from './recognition.js';

export interface ScoreInput {
  readonly match: RuleMatch;
  /** What the context classifier makes of it; null where it has not learnt the indicator. */
  readonly opinion: ContextOpinion | null;
  readonly attribution: Attribution;
  readonly sentence: Sentence;
  /** What stands in front of the number, in its clause, and in its sentence up to it. */
  readonly words: { readonly before: string; readonly clause: string; readonly lead: string };
  /** Characters were removed inside the number itself: a page mark, an annotation, a line break. */
  readonly noiseInside: boolean;
  /** Null where it is stored as characters, as nearly everything is. */
  readonly recognition: Recognition | null;
}

/** Units that say little about what they count. */
const GENERIC_UNITS = new Set(['个', '件', '次', '条', '份', '项']);
const PEOPLE = new Set(['人', '人次']);
/** Gaps up to which a cue counts as adjacent, and as near. */
const ADJACENT = 2;
const NEAR = 6;
/** Cues that hold, from which on they are many. */
const MANY_CUES = 3;

function addCueFactors(factors: string[], match: RuleMatch): void {
  const { level, gap, cue, unitSupplied, unit, support, rival, direction } = match;
  factors.push(`cue-${level}`);
  if (level === 'context') return;
  if (cue === null) factors.push(level === 'sentence' ? 'carried-on' : 'cue-without-place');
  else if (level === 'phrase')
    factors.push(gap <= ADJACENT ? 'cue-adjacent' : gap <= NEAR ? 'cue-near' : 'cue-far', `cue-${direction}`);
  if (support === 1) factors.push('one-cue');
  else if (support >= MANY_CUES) factors.push('many-cues');
  if (rival !== 'none') factors.push(`rival-${rival}`);
  if (unitSupplied) factors.push('unit-supplied');
  if (GENERIC_UNITS.has(unit)) factors.push('unit-generic');
  if (PEOPLE.has(unit)) factors.push('unit-people');
}

function addQuantityFactors(
  factors: string[],
  { flags, qualifier, redacted, value, upper, lower }: Quantity,
): void {
  for (const flag of flags) if (!factors.includes(flag)) factors.push(flag);
  if (redacted) factors.push('redacted');
  else if (qualifier !== 'exact') factors.push(`qualifier-${qualifier}`);
  const size = value ?? upper ?? lower;
  // three villages are spoken of more often than they are reported, three thousand seldom
  if (size !== null && !redacted) {
    if (size < 5) factors.push('size-few');
    else if (size < 20) factors.push('size-tens');
    else if (size >= 1000) factors.push('size-thousands');
  }
}

/** Words that a result is stated with, and words that other numbers stand with. */
const WORDS: readonly (readonly [factor: string, pattern: RegExp])[] = [
  // takes 共 (共招募), 累计; leaves 公共
  ['says-total', /累计|合计|总计|共计|一共|(?<!公|中)共(?![同享产青建识])|全部/],
  // takes 招募 (招募志愿者), 发放; leaves 计划
  [
    'says-done',
    /招募|组建|成立|组织|开展|举办|发放|捐赠|筹集|募集|接收|派出|出动|动员|走访|慰问|培训|服务|发布|推送|建成|设立|救助|资助|转移|排查|采用|完成/,
  ],
  // takes 拟 (拟招募), 目标; leaves 虚拟
  [
    'says-planned',
    /将(?![军领近])|计划|拟|目标|力争|打算|预计|有望|确保|明年|下一步|要求|必须|应当|不少于|至少/,
  ],
  // takes 去年 (较去年), 以往; leaves 去年底以来
  ['says-before', /去年|上年|往年|同期|以往|此前|历年|同比|比上/],
  // takes 全国, 全世界; leaves 全国妇联
  ['says-elsewhere', /全国(?!妇联|总工会|人大)|全球|世界|国家|中央|其他省/],
  // takes 现有 (现有员工), 下辖; leaves 现有序
  ['says-there-is', /现有(?!序)|共有|拥有|下辖|辖|设有|位于|在册|在职/],
  // takes 每 (每份), 各; leaves 每日报告
  ['says-each', /每(?!年|天|日|月)|各(?!级|地|界|类|种|位)/],
  // takes 她 and 岁: an anecdote of one person; leaves 其他
  ['says-someone', /(?<!其)[他她](?!人|们|山)|岁|同学|先生|女士|大爷|阿姨|老伴|丈夫|妻子/],
  // takes 例如, 比如; leaves 条例如下
  ['says-for-instance', /例如(?!下)|比如|譬如|像是/],
  // takes 问题 (存在问题), 困难; leaves 困难群众
  ['says-wanting', /不足之|短板|缺口|缺乏|缺少|存在.{0,4}(?:问题|困难)|尚有|仍有|还有.{0,4}未/],
  // takes 获奖, 被评为; leaves 获得
  ['says-award', /奖|评为|表彰|荣获|称号|先进/],
];
const QUOTED = /[“「『《][^”」』》]*$/;
const BRACKETED = /[（(][^）)]*$/;

let lastClause = '';
let lastSaid: readonly string[] = [];

/** What the words of a clause say. Several numbers of a clause come one after the other: the last answer is kept. */
function saidIn(clause: string): readonly string[] {
  if (clause !== lastClause) {
    lastSaid = WORDS.filter(([, pattern]) => pattern.test(clause)).map(([factor]) => factor);
    lastClause = clause;
  }
  return lastSaid;
}

function addWordFactors(factors: string[], { words, sentence }: ScoreInput): void {
  factors.push(...saidIn(words.clause));
  if (QUOTED.test(words.lead)) factors.push('in-quotes');
  if (BRACKETED.test(words.lead)) factors.push('in-brackets');
  // nothing in front of it in its clause: the statement opens with the number
  if (words.before === '') factors.push('opens-clause');
  if (sentence.clauses.length >= 6) factors.push('sentence-long');
  else if (sentence.clauses.length === 1) factors.push('sentence-short');
}

type Grades = readonly (readonly [from: number, name: string])[];

/** Adds the highest of `[from, name]` that a probability reaches; none below the first. */
function addGrade(factors: string[], probability: number, grades: Grades): void {
  for (let i = grades.length - 1; i >= 0; i--)
    if (probability >= grades[i]![0]) {
      factors.push(grades[i]![1]);
      return;
    }
}

/** How well the words around it fit its indicator. */
const FITTING: Grades = [
  [0, 'context-denies'],
  [0.02, 'context-speaks-against'],
  [0.06, 'context-doubts'],
  [0.15, 'context-allows'],
  [0.3, 'context-leans-to'],
  [0.5, 'context-fits'],
  [0.7, 'context-fits-well'],
  [0.85, 'context-speaks-for'],
  [0.95, 'context-confirms'],
];
/** How well they fit a number that is no figure. */
const FIGURELESS: Grades = [
  [0.05, 'no-figure-possible'],
  [0.2, 'no-figure-likely'],
  [0.5, 'no-figure-rather'],
  [0.8, 'no-figure-surely'],
];
/** How well they fit another indicator. */
const OTHERWISE: Grades = [
  [0.05, 'other-indicator-possible'],
  [0.2, 'other-indicator-likely'],
  [0.5, 'other-indicator-rather'],
  [0.8, 'other-indicator-surely'],
];

function addContextFactors(factors: string[], opinion: ContextOpinion | null): void {
  if (opinion === null) return;
  addGrade(factors, opinion.own, FITTING);
  addGrade(factors, opinion.none, FIGURELESS);
  addGrade(factors, opinion.other?.probability ?? 0, OTHERWISE);
}

/** The named factors that hold, each once and in a fixed order; each is a feature of the confidence model. */
export function factorsOf(input: ScoreInput): string[] {
  const { match, opinion, attribution, sentence, noiseInside } = input;
  const factors: string[] = [];
  addCueFactors(factors, match);
  addContextFactors(factors, opinion);
  addQuantityFactors(factors, match.quantity);
  addWordFactors(factors, input);
  if (sentence.kind !== 'body') factors.push(`in-${sentence.kind}`);
  if (noiseInside) factors.push('noise-inside');
  if (attribution.statistic !== 'total') factors.push(`statistic-${attribution.statistic}`);
  if (attribution.region.code === null) factors.push('region-unknown');
  factors.push(`indicator-${match.indicator}`);
  return factors;
}
