/** Quantities in their sentences, and the rules → which indicator each quantity states, or why none. */
import type {
  Cue,
  CueLevel,
  Exclusion,
  LosingRule,
  Quantities,
  Quantity,
  Rule,
  RuleMatch,
  Segments,
  SetAside,
} from '../model.js';
import { buildContexts, type QuantityContext } from './context.js';
import { ConditionIndex, type IndexedCues } from './condition-index.js';
import { cueHolds, findCue, type CueHit } from './cue.js';

export interface MatchInput {
  /** The normalised text. */
  readonly text: string;
  readonly segments: Segments;
  readonly quantities: Quantities;
  readonly rules: readonly Rule[];
  readonly exclusions: readonly Exclusion[];
}

/** A quantity that no rule took, with what each rule that could have taken it lacked. */
export interface Unmatched {
  readonly quantity: Quantity;
  readonly sentence: number;
  readonly losers: readonly LosingRule[];
  readonly context: QuantityContext;
}

export interface MatchResult {
  readonly matches: readonly RuleMatch[];
  /** In step with `matches`. */
  readonly contexts: readonly QuantityContext[];
  /** What exclusions and furniture set aside; the recogniser's own are not repeated. */
  readonly setAside: readonly SetAside[];
  readonly unmatched: readonly Unmatched[];
}

interface Candidate {
  readonly rule: Rule;
  readonly hit: CueHit;
  /** How many of the rule's cues hold. */
  readonly support: number;
}

const LEVEL_RANK: Readonly<Record<CueLevel, number>> = {
  phrase: 0,
  header: 1,
  clause: 2,
  sentence: 3,
  section: 4,
  context: 5,
};

/** Words in front of a part of what was counted before: 80名，其中党员30名. */
const PART = /其中|包括|包含|内含/;
/** Words in front of the peak or the mean of what was counted before: 总阅读36.5万，单篇最高4.2万，日均1.1万. */
const PEAK = /最[高多火热]|单[日篇条期场周月个部]|[日人场篇条月期年次户]均|平均每|一[天日]有?(?:最|达)?$/;
/** The next thing of a list in front of its number: takes 、手电筒, 和雨靴; must not take 、开展活动. */
const NEXT_IN_LIST = /^(?:[、和及]|，(?:以及)?)[^\d，。；：、！？\n的为向对给在由了]{1,10}$/;
/** What begins another statement, and no next thing. */
const OTHER_STATEMENT =
  /[开举召]|组织|出动|累计|覆盖|惠及|发布|推[出送]|受[理益]|解决|走访|慰问|接[听待到受收]|参[与加]|服务|志愿者|队员|人员|群众|学[生员]|居民|村民|家庭|企业|单位|社区|活动|价值|合计|共计|获|排查|检测|转移|安置/;
/** Measure words that say too little about what they count to carry it on. */
const GENERIC = new Set(['个', '件', '份', '次', '项']);

/** A rule that takes a unit, with what is said of it where none of its cues holds, as mostly. */
interface Contender {
  readonly rule: Rule;
  /** Those that numbers of the unit can meet. */
  readonly cues: IndexedCues;
  readonly not: IndexedCues;
  readonly withoutCue: LosingRule;
}

/** An exclusion with the cues that numbers of the unit can meet. */
interface Excluder {
  readonly exclusion: Exclusion;
  readonly cues: IndexedCues;
  readonly not: IndexedCues;
}

/** Rules and exclusions with all their cues in one index, and which of them numbers of a unit can meet. */
interface Lookup {
  readonly exclusions: readonly Exclusion[];
  readonly index: ConditionIndex;
  readonly contenders: readonly Contender[];
  readonly excluders: readonly Excluder[];
  readonly contendersOf: Map<string | null, readonly Contender[]>;
  readonly excludersOf: Map<string | null, readonly Excluder[]>;
}

/** One for each list of rules that was used: a rule set serves many documents. */
const lookups = new WeakMap<readonly Rule[], Lookup>();

function lookupFor(rules: readonly Rule[], exclusions: readonly Exclusion[]): Lookup {
  const known = lookups.get(rules);
  if (known?.exclusions === exclusions) return known;
  const index = new ConditionIndex();
  const lookup: Lookup = {
    exclusions,
    index,
    contenders: rules.map((rule) => ({
      rule,
      cues: index.add(rule.cues),
      not: index.add(rule.not),
      withoutCue: { rule: rule.id, why: 'no cue' },
    })),
    excluders: exclusions.map((exclusion) => ({
      exclusion,
      cues: index.add(exclusion.cues),
      not: index.add(exclusion.not),
    })),
    contendersOf: new Map(),
    excludersOf: new Map(),
  };
  lookups.set(rules, lookup);
  return lookup;
}

/** Those that a number of the unit, null for none, can meet. */
const metBy = (unit: string | null, { cues, place }: IndexedCues): IndexedCues => ({
  cues: cues.filter(({ cue: { units } }) => units === null || (unit !== null && units.has(unit))),
  place,
});

/** Headers speak of all numbers; other cues either of those with a unit or, where they are `bare`, of those without. */
const isAskedOf = (cue: Cue, unitless: boolean): boolean =>
  unitless ? cue.bare === true || cue.conditions[0].direction === 'header' : cue.bare !== true;

/** The rules that take a unit, or a number without one, in their order. */
function contendersFor({ contenders, contendersOf }: Lookup, unit: string | null): readonly Contender[] {
  let found = contendersOf.get(unit);
  if (found === undefined) {
    found = contenders
      .filter(({ rule }) => (unit === null ? rule.unitWhenMissing !== null : rule.units.has(unit)))
      .map((contender) => {
        const { cues, place } = metBy(unit, contender.cues);
        return {
          ...contender,
          cues: { cues: cues.filter(({ cue }) => isAskedOf(cue, unit === null)), place },
          not: metBy(unit, contender.not),
        };
      });
    contendersOf.set(unit, found);
  }
  return found;
}

/** The exclusions that numbers of a unit can meet, in their order. */
function excludersFor({ excluders, excludersOf }: Lookup, unit: string | null): readonly Excluder[] {
  let found = excludersOf.get(unit);
  if (found === undefined) {
    found = excluders
      .map(({ exclusion, cues, not }) => ({ exclusion, cues: metBy(unit, cues), not: metBy(unit, not) }))
      .filter(({ cues }) => cues.cues.length > 0);
    excludersOf.set(unit, found);
  }
  return found;
}

/**
 * In its own phrase a cue stands next to the number (up to 2 characters), near it (up to 6) or far; of headers, a nearer one
 * says more than one further up, and all say more than the caption.
 */
function distance({ level, gap }: CueHit): number {
  if (level === 'header') return gap;
  return level !== 'phrase' || gap <= 2 ? 0 : gap <= 6 ? 1 : 2;
}

const nearer = (a: CueHit, b: CueHit): number => LEVEL_RANK[a.level] - LEVEL_RANK[b.level] || a.gap - b.gap;

/** The first of the cues that holds. */
function findHolding(asked: IndexedCues, index: ConditionIndex, context: QuantityContext): Cue | undefined {
  if (!index.mayHoldAny(asked)) return undefined;
  return asked.cues.find((one) => index.mayHold(one) && cueHolds(one.cue, context))?.cue;
}

/** The nearest cue of a rule that holds, or why the rule is out; null where no cue holds. */
function tryRule(
  { rule, cues, not }: Contender,
  index: ConditionIndex,
  context: QuantityContext,
): Candidate | string | null {
  if (!index.mayHoldAny(cues)) return null;
  let best: CueHit | null = null;
  let support = 0;
  for (const asked of cues.cues) {
    const hit = index.mayHold(asked) ? findCue(asked.cue, context) : null;
    if (!hit) continue;
    support++;
    if (!best || nearer(hit, best) < 0) best = hit;
  }
  if (!best) return null;
  const veto = findHolding(not, index, context);
  return veto
    ? `not: ${veto.conditions.map(({ direction, source }) => `${direction} ${source}`).join(' & ')}`
    : { rule, hit: best, support };
}

/** 党员志愿者: a cue that another one follows without a gap is its modifier, and the later one counts. */
function isModifier(candidate: Candidate, others: readonly Candidate[]): Candidate | undefined {
  const { hit } = candidate;
  if (hit.direction !== 'after' || !hit.span) return undefined;
  const { end } = hit.span;
  return others.find(
    (other) =>
      other.rule !== candidate.rule &&
      other.hit.direction === 'after' &&
      other.hit.span !== null &&
      other.hit.span.end > end &&
      other.hit.span.start <= end &&
      other.hit.span.start >= hit.span!.start,
  );
}

function compare(a: Candidate, b: Candidate): number {
  return (
    LEVEL_RANK[a.hit.level] - LEVEL_RANK[b.hit.level] ||
    distance(a.hit) - distance(b.hit) ||
    b.rule.priority - a.rule.priority ||
    a.hit.gap - b.hit.gap ||
    (a.rule.id < b.rule.id ? -1 : 1)
  );
}

/** Why `loser` gave way to `winner`, in words. */
function whyLost(loser: Candidate, winner: Candidate): string {
  const by = winner.rule.id;
  if (loser.hit.level !== winner.hit.level)
    return `${loser.hit.level} cue, ${by} has a ${winner.hit.level} cue`;
  if (distance(loser.hit) !== distance(winner.hit)) {
    return `its cue is ${loser.hit.gap} characters away, that of ${by} ${winner.hit.gap}`;
  }
  if (loser.rule.priority !== winner.rule.priority) return `lower priority than ${by}`;
  if (loser.hit.gap !== winner.hit.gap)
    return `cue is ${loser.hit.gap} characters away, that of ${by} ${winner.hit.gap}`;
  return `tie with ${by}, decided by id`;
}

interface Decision {
  readonly winner: Candidate | null;
  readonly rival: RuleMatch['rival'];
  readonly losers: LosingRule[];
}

/** What was counted last in the same unit and sentence, and how this quantity goes on with it. */
interface Antecedent {
  readonly candidate: Candidate;
  /**
   * `part` of it (其中), said again with the noun left out (录用1200人，上岗900人), or the next in a `list` that names
   * each thing in front of its number (棉被60床、手电筒36把).
   */
  readonly relation: 'part' | 'ellipsis' | 'list';
}

/** The winner before, whatever its unit, and where its phrase ended. */
interface Previous {
  readonly candidate: Candidate;
  readonly end: number;
}

/** The rules whose cues hold, without those whose cue only modifies another's; the rest with reasons. */
function findCandidates(context: QuantityContext, lookup: Lookup, losers: LosingRule[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (const contender of contendersFor(lookup, context.quantity.unit)) {
    const { rule, withoutCue } = contender;
    const found = tryRule(contender, lookup.index, context);
    if (found === null) losers.push(withoutCue);
    else if (typeof found === 'string') losers.push({ rule: rule.id, why: found });
    else candidates.push(found);
  }
  if (candidates.length < 2) return candidates;
  return candidates.filter((candidate) => {
    const head = isModifier(candidate, candidates);
    if (head) losers.push({ rule: candidate.rule.id, why: `its cue is a modifier of ${head.rule.id}'s` });
    return !head;
  });
}

function decide(context: QuantityContext, lookup: Lookup, antecedent: Antecedent | null): Decision {
  const losers: LosingRule[] = [];
  let candidates = findCandidates(context, lookup, losers).sort(compare);
  const carried = antecedent && !isException(antecedent, context) ? carryOn(candidates[0], antecedent) : null;
  if (carried) candidates = [carried, ...candidates.filter(({ rule }) => rule !== carried.rule)];
  const [winner = null] = candidates;
  for (const loser of candidates.slice(1)) losers.push({ rule: loser.rule.id, why: whyLost(loser, winner!) });
  return { winner, losers, rival: rivalOf(candidates) };
}

function rivalOf([winner, next]: readonly Candidate[]): RuleMatch['rival'] {
  if (!winner || !next) return 'none';
  const even = winner.hit.level === next.hit.level && distance(winner.hit) === distance(next.hit);
  return even ? 'close' : 'far';
}

/** Whether the rule that would be carried on says itself that such words are none of its (转移群众86人，清理淤泥20人). */
const isException = ({ candidate, relation }: Antecedent, context: QuantityContext): boolean =>
  relation !== 'part' && candidate.rule.not.some((cue) => cueHolds(cue, context));

/**
 * A part is what its whole is, and an ellipsis what stood before it, unless its own words say
 * something at least as definite.
 */
function carryOn(own: Candidate | undefined, { candidate, relation }: Antecedent): Candidate | null {
  const direct = own && (own.hit.level === 'phrase' || own.hit.level === 'header');
  if (direct && (relation !== 'part' || own.rule.priority >= candidate.rule.priority)) return null;
  return {
    rule: candidate.rule,
    hit: { ...candidate.hit, level: 'sentence', gap: 0, span: null },
    support: 0,
  };
}

/** The antecedent of a quantity among the last winners of its sentence, by unit. */
function findAntecedent(
  text: string,
  context: QuantityContext,
  last: ReadonlyMap<string, Candidate>,
  previous: Previous | null,
): Antecedent | null {
  const { unit, phrase } = context.quantity;
  // 观看4890万人次，场均30万: what leaves the measure word out as well
  const spoken =
    unit === null && previous?.candidate.rule.unitWhenMissing != null ? previous.candidate : undefined;
  const candidate = last.get(unit ?? '') ?? spoken;
  const { before } = context.windows;
  if (candidate && PART.test(before)) return { candidate, relation: 'part' };
  if (candidate && ((unit !== null && !GENERIC.has(unit)) || PEAK.test(before)))
    return { candidate, relation: 'ellipsis' };
  if (previous === null || unit === null || !previous.candidate.rule.units.has(unit)) return null;
  const between = text.slice(previous.end, phrase.start);
  const goesOnInList = NEXT_IN_LIST.test(between) && !OTHER_STATEMENT.test(between);
  return goesOnInList ? { candidate: previous.candidate, relation: 'list' } : null;
}

// Opens a sentence of parts of what the one before it counted: takes 其中， and 其中:; must not take 这其中.
const PARTS_OPEN = /^其中[，：:]?/;

/** 全省新增8600人。其中，贵阳市…: a sentence of its own that only divides what the one before it counted. */
function goesOn(text: string, { sentences }: Segments, previous: number, index: number): boolean {
  const [before, own] = [sentences[previous], sentences[index]!];
  if (previous + 1 !== index || before?.paragraph !== own.paragraph || before.report !== own.report)
    return false;
  return PARTS_OPEN.test(text.slice(own.span.start, own.span.start + 3));
}

function findExclusion(context: QuantityContext, lookup: Lookup): Exclusion | undefined {
  const { index } = lookup;
  return excludersFor(lookup, context.quantity.unit).find(
    ({ cues, not }) => findHolding(cues, index, context) && !findHolding(not, index, context),
  )?.exclusion;
}

function matchOf(
  context: QuantityContext,
  { rule, hit, support }: Candidate,
  { losers, rival }: Pick<Decision, 'losers' | 'rival'>,
): RuleMatch {
  const { quantity, index } = context;
  const unit = quantity.unit ?? hit.cue.unitWhenMissing ?? rule.unitWhenMissing!;
  return {
    quantity,
    sentence: index,
    rule: rule.id,
    indicator: rule.id,
    level: hit.level,
    gap: hit.gap,
    cue: hit.span,
    direction: hit.direction,
    support,
    rival,
    unit: rule.convert.get(unit) ?? unit,
    unitSupplied: quantity.unit === null,
    losers,
  };
}

/**
 * Binds quantities to indicators. Between rules decide: the level of the cue, how near it stands, the
 * stated priority, the closer cue, the rule id.
 */
export function matchRules({ text, segments, quantities, rules, exclusions }: MatchInput): MatchResult {
  const matches: RuleMatch[] = [];
  const contexts: QuantityContext[] = [];
  const setAside: SetAside[] = [];
  const lookup = lookupFor(rules, exclusions);
  const unmatched: Unmatched[] = [];
  let lastSentence = -1;
  const last = new Map<string, Candidate>();
  let previous: Previous | null = null;
  for (const context of buildContexts(text, segments, quantities.quantities)) {
    const { quantity, sentence, index } = context;
    if (sentence.kind === 'furniture') {
      setAside.push({ span: quantity.span, kind: 'furniture', value: quantity.value, rule: null });
      continue;
    }
    lookup.index.lookAt(context);
    const exclusion = findExclusion(context, lookup);
    if (exclusion) {
      setAside.push({ span: quantity.span, kind: exclusion.kind, value: quantity.value, rule: exclusion.id });
      continue;
    }
    if (index !== lastSentence) {
      previous = null;
      if (!goesOn(text, segments, lastSentence, index)) last.clear();
    }
    lastSentence = index;
    const antecedent = findAntecedent(text, context, last, previous);
    const decision = decide(context, lookup, antecedent);
    const { winner, losers } = decision;
    if (winner) {
      matches.push(matchOf(context, winner, decision));
      contexts.push(context);
      if (antecedent?.relation !== 'part') last.set(quantity.unit ?? '', winner);
      previous = { candidate: winner, end: quantity.phrase.end };
    } else unmatched.push({ quantity, sentence: index, losers, context });
  }
  return { matches, contexts, setAside, unmatched };
}
