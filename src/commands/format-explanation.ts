/** Explanations of numbers and places → text for people, stage by stage, in the reader's language. */
import type {
  FigureExplanation, LosingRuleExplanation, NumberExplanation, PlaceExplanation, RegionChoiceExplanation, SetAsideExplanation,
  UnmatchedExplanation,
} from '../explain.js'; // prettier-ignore
import type { CueExplanation } from '../explain/cues.js';
import { formatValue } from './figure-columns.js';
import { describeSummary } from './format-numbers.js';
import {
  flat,
  formatNormalize,
  formatQuantify,
  formatRead,
  formatSegment,
  short,
  stage,
} from './format-stages.js';
import { limitOf } from '../score/score.js';
import { describeFactor } from '../language/factor-words.js';
import { say, type Phrase } from '../language/language.js';
import { describeRegionCue } from '../language/region-cue-words.js';
import {
  describeAsOfMethod, describeDirection, describeKind, describeLevel, describeRegionMethod, describeStatistic, describeWhy,
} from '../language/terms.js'; // prettier-ignore

const formatCue = ({ direction, asks, took }: CueExplanation): string =>
  short(`${describeDirection(direction)}${took === null ? '' : ` “${flat(took)}”`}  [${asks}]`);

function formatLosers(losers: readonly LosingRuleExplanation[], withPatterns: boolean): string[] {
  return losers.flatMap(({ rule, name, why, looks_for }) => [
    short(`${rule} ${name}: ${describeWhy(why)}`),
    ...(withPatterns && why === 'no cue'
      ? [short(`  ${say({ en: 'looks for ', zh: '要求 ' })}${looks_for.join(' | ')}`)]
      : []),
  ]);
}

function formatMatch({ match }: FigureExplanation): string {
  const { rule, name, version, level, gap, cue } = match;
  const where = say(
    { en: '{level}, {gap} characters away', zh: '{level}，相距 {gap} 字' },
    { level: describeLevel(level), gap },
  );
  const carried = say({
    en: 'goes on with what was counted before it in the sentence',
    zh: '承接同句前面的同类数量',
  });
  const near = match.losers.filter(({ why }) => why !== 'no cue');
  const far = match.losers.filter(({ why }) => why === 'no cue');
  return stage({ en: 'match', zh: '归类' }, [
    `${rule} ${name} (${rule}@${version})`,
    cue ? `${say({ en: 'cue: ', zh: '线索：' })}${formatCue(cue)}` : null,
    cue ? where : level === 'context' ? describeLevel(level) : carried,
    ...formatLosers(near, false).map((line) => `${say({ en: 'lost: ', zh: '落选：' })}${line}`),
    far.length > 0
      ? `${say({ en: 'no cue of: ', zh: '没有线索：' })}${far.map((loser) => `${loser.rule} ${loser.name}`).join(', ')}`
      : null,
  ]);
}

const signed = (weight: number): string => (weight < 0 ? `−${-weight}` : `+${weight}`);

/** Where a feature stands, by its first character. */
const PLACES: Readonly<Record<string, Phrase>> = {
  a: { en: 'behind', zh: '其后' },
  A: { en: 'right behind', zh: '紧接其后' },
  b: { en: 'in front', zh: '其前' },
  B: { en: 'right in front', zh: '紧接其前' },
  c: { en: 'clause', zh: '分句' },
  h: { en: 'header', zh: '表头' },
  s: { en: 'heading', zh: '标题' },
  t: { en: 'measure word', zh: '量词' },
  u: { en: 'unit', zh: '单位' },
  x: { en: 'unit and behind', zh: '单位与其后' },
  y: { en: 'unit and in front', zh: '单位与其前' },
  k: { en: 'kind of text', zh: '文字种类' },
  p: { en: 'unit of the number before', zh: '前一数字的单位' },
  z: { en: 'size and unit', zh: '大小与单位' },
};

const percent = (probability: number): string => `${(100 * probability).toFixed(0)} %`;

function formatContext({ context, match }: FigureExplanation): string {
  if (context === null) return '';
  const { own, none, other, rival, features } = context;
  const noFigure = say({ en: 'no figure', zh: '不是数据' });
  const between = say(
    { en: 'what tells {one} from {other}:', zh: '区分“{one}”与“{other}”的词语：' },
    { one: match.name, other: other && rival === other.indicator ? other.name : noFigure },
  );
  const shares = [
    `${match.name} ${percent(own)}`,
    `${noFigure} ${percent(none)}`,
    other && `${other.name} ${percent(other.probability)}`,
  ];
  return stage({ en: 'words around', zh: '周围词语' }, [
    shares.filter((share) => share !== null).join(' · '),
    features.length > 0 ? between : null,
    ...features.map(({ place, words, weight }) => {
      const phrase = PLACES[place];
      return `  ${signed(weight).padStart(6)}  ${phrase ? say(phrase) : place} “${words}”`;
    }),
  ]);
}

/** What the report may be about, where it may be several. */
function formatChoice(choice: RegionChoiceExplanation | null): string[] {
  const [first, second] = choice?.likely ?? [];
  if (choice === null || first === undefined || second === undefined) return [];
  const none = say({ en: 'none', zh: '无' });
  const shares = choice.likely.map(({ name, probability }) => `${name ?? none} ${percent(probability)}`);
  const between = say(
    { en: 'what tells {one} from {other}:', zh: '区分“{one}”与“{other}”的依据：' },
    { one: first.name ?? none, other: second.name ?? none },
  );
  return [
    `  ${say({ en: 'the report’s: ', zh: '报告的：' })}${shares.join(' · ')}`,
    `  ${between}`,
    ...choice.cues.map(({ cue, code, weight }) => {
      const of = choice.likely.find((one) => one.code === code)?.name ?? none;
      return `    ${signed(weight).padStart(5)}  ${of}: ${describeRegionCue(cue)} (${cue})`;
    }),
  ];
}

function formatAttribute({ attributes }: FigureExplanation): string {
  const { region, as_of, statistic, item, flags } = attributes;
  const named = region.code === null ? '–' : `${region.name ?? ''} ${region.code}`;
  return stage({ en: 'attribute', zh: '归属' }, [
    `${say({ en: 'region: ', zh: '地区：' })}${named} (${describeRegionMethod(region.method)})`,
    ...formatChoice(region.choice),
    `${say({ en: 'as of: ', zh: '截至：' })}${as_of.date ?? '–'} (${describeAsOfMethod(as_of.method)})`,
    `${say({ en: 'statistic: ', zh: '统计：' })}${describeStatistic(statistic)}`,
    item === null ? null : `${say({ en: 'goods: ', zh: '物资：' })}${item}`,
    flags.length > 0 ? `${say({ en: 'doubts: ', zh: '疑点：' })}${flags.join(', ')}` : null,
  ]);
}

function formatScore({ confidence }: FigureExplanation): string {
  const { value, intercept, factors, review_below, needs_review } = confidence;
  const weighing = factors.filter(({ weight }) => weight !== 0);
  const idle = factors.filter(({ weight }) => weight === 0);
  const verdict = needs_review
    ? { en: 'needs review: {reason}', zh: '需要审核：{reason}' }
    : { en: 'no review needed: {reason}', zh: '无需审核：{reason}' };
  const reason =
    needs_review && value >= review_below
      ? say({ en: 'redacted', zh: '数字已隐去' })
      : `${value} ${value < review_below ? '<' : '≥'} ${review_below}`;
  const limit = limitOf(
    factors.map(({ factor }) => factor),
    review_below,
  );
  const most =
    limit < 1 && value === limit
      ? say(
          {
            en: ', at most {limit} for a proposal or what only a picture says',
            zh: '，提议或仅见于图片的至多 {limit}',
          },
          { limit },
        )
      : '';
  const sum = weighing.map(({ weight }) => signed(weight)).join(' ');
  return stage({ en: 'score', zh: '评分' }, [
    `${value} = 1 / (1 + e^−x), x = ${`${intercept} ${sum}`.trimEnd()}${most}`,
    ...weighing.map(
      ({ factor, weight }) => `  ${signed(weight).padStart(5)}  ${describeFactor(factor)} (${factor})`,
    ),
    idle.length > 0
      ? `${say({ en: 'present, without weight: ', zh: '出现但无权重：' })}${idle.map(({ factor }) => factor).join(', ')}`
      : null,
    say(verdict, { reason }),
  ]);
}

/** A figure's derivation. */
export function formatFigure(explanation: FigureExplanation, file: string): string {
  const { figure, match } = explanation;
  return [
    `${figure.figure_id}  ${match.name}  ${formatValue(figure)} ${figure.unit}\n`,
    formatRead(explanation, file), formatNormalize(explanation), formatSegment(explanation),
    formatQuantify(explanation.quantity), formatMatch(explanation), formatContext(explanation),
    formatAttribute(explanation), formatScore(explanation),
  ].join(''); // prettier-ignore
}

function formatUnmatched(explanation: UnmatchedExplanation, file: string): string {
  const { losers, quantity } = explanation;
  const unit = quantity.unit.canonical ?? say({ en: 'no unit', zh: '无单位' });
  const title =
    losers.length > 0
      ? say(
          {
            en: 'no figure: none of the {count} rules that take {unit} applies',
            zh: '不是数据：使用“{unit}”的 {count} 条规则均不适用',
          },
          { count: losers.length, unit },
        )
      : say({ en: 'no figure: no rule takes {unit}', zh: '不是数据：没有规则使用“{unit}”' }, { unit });
  return [
    `⟦${flat(explanation.number.exact)}⟧  ${title}\n`,
    formatRead(explanation, file), formatNormalize(explanation), formatSegment(explanation), formatQuantify(quantity),
    stage({ en: 'match', zh: '归类' }, formatLosers(losers, true)),
  ].join(''); // prettier-ignore
}

function formatSetAside(explanation: SetAsideExplanation, file: string): string {
  const { number, kind, value, rule, cue } = explanation;
  const title = say({ en: 'no figure: {kind}', zh: '不是数据：{kind}' }, { kind: describeKind(kind) });
  const own = say({ en: 'its own form tells', zh: '由其写法可知' });
  return [
    `⟦${flat(number.exact)}⟧  ${title}${value === null ? '' : ` (${value})`}\n`,
    formatRead(explanation, file), formatNormalize(explanation), formatSegment(explanation),
    stage({ en: 'set aside', zh: '不计' }, [
      rule === null ? own : say({ en: 'exclusion rule {rule}', zh: '排除规则 {rule}' }, { rule }),
      cue && formatCue(cue),
    ]),
  ].join(''); // prettier-ignore
}

function formatNumber(explanation: NumberExplanation, file: string): string {
  if (explanation.state === 'figure') return formatFigure(explanation, file);
  return explanation.state === 'unmatched'
    ? formatUnmatched(explanation, file)
    : formatSetAside(explanation, file);
}

const NOTHING = {
  'no-number': { en: 'there is no number here', zh: '此处没有数字' },
  removed: { en: 'taken out as noise by: {passes}', zh: '作为噪声去除：{passes}' },
  furniture: { en: 'page furniture: its numbers do not count', zh: '页面附属文字，其中数字不计' },
  outside: { en: 'outside of all sentences', zh: '不在任何文句中' },
} as const;

/** What stands at a place: its numbers, or why there is none. */
export function formatPlace({ exact, start, end, numbers, nothing }: PlaceExplanation, file: string): string {
  if (!nothing) return numbers.map((one) => formatNumber(one, file)).join('\n');
  const { reason, removed_by, sentence, nearby } = nothing;
  return [
    `⟦${flat(exact)}⟧  ${say(NOTHING[reason], { passes: removed_by.join(', ') })}\n`,
    stage({ en: 'read', zh: '读取' }, [
      `${file}: ${say({ en: 'characters {start}–{end}', zh: '字符 {start}–{end}' }, { start, end })}`,
      sentence === null ? null : flat(sentence),
    ]),
    stage(
      { en: 'numbers of its sentence', zh: '同句的数字' },
      nearby.map((number) => `${number.start}: ${flat(number.exact)}  ${describeSummary(number)}`),
    ),
  ].join('');
}
