/** Takes a figure's sentence; gives the places named in it that may be the figure's, and the one that governs it. */
import type { NormalizedSpan, RuleMatch, Sentence } from '../model.js';
import { countBelow } from '../text/span.js';
import { clauseAt } from './clause-at.js';
import { isWithin } from './division-index.js';
import { isGivenTo } from './given-to.js';
import { type LocatedMention, chainStart, resolveMention } from './located-mentions.js';
import type { RegionDocument } from './section-regions.js';
import type { SelfWord } from './self-words.js';

/** A document with all that region look-ups need, in order of place. */
export interface RegionLookup extends RegionDocument {
  readonly selfWords: readonly SelfWord[];
  /** By sentence: the division that its paragraph or section states. */
  readonly sections: readonly (string | null)[];
  /** By the start of a number's phrase: the place that it stands in step with (成都、重庆分别为…). */
  readonly inStep: ReadonlyMap<number, LocatedMention>;
}

/** Goods and money have a giver and a receiver; the figure is the receiver's, and that is whom the report is about. */
export const GIVEN: ReadonlySet<string> = new Set(['money', 'supplies']);
/** What is done where one goes to; people themselves are counted for where they are from. */
const DONE_THERE: ReadonlySet<string> = new Set([
  'money', 'supplies', 'people_served', 'households', 'sites', 'tests', 'screened', 'disinfected_area',
]); // prettier-ignore

/** Names looked at in a sentence; more than any sentence needs, and keeps a text without stops linear. */
const REACH = 64;

// In front of where one came to, or of the division above it: takes 来到 (来到哈尔滨市宾县), 走进, 企业到; must not take 收到.
const CAME_TO =
  /(?:(?:来到|走进|深入|前往|赶赴|奔赴)[^，。；、\d]{0,8}|(?:^|[，、业位组队员者委局会联])[到赴])$/;

/** Whether a name stands behind a word for coming there. */
const cameTo = (text: string, { start }: LocatedMention): boolean =>
  CAME_TO.test(text.slice(Math.max(0, start - 12), start));

/** Characters between a name and what it is looked at for; keeps a text without stops linear. */
export const MOST_BETWEEN = 160;
// Takes 送 (思南县送去), 发放, ；; must not take 发生.
const GAVE = /[送捐赠募筹拨；]|发放|分发/;

// Between a whole and the place of a part of it: takes （其中 (5万人（其中长春市), 包括; must not take 其他.
const PART = /其中|包括/;

export type Place =
  | { readonly kind: 'mention'; readonly start: number; readonly mention: LocatedMention }
  | {
      readonly kind: 'self';
      readonly start: number;
      readonly end: number;
      readonly rank: string;
      readonly body: boolean;
    };

export interface Question {
  readonly doc: RegionLookup;
  readonly match: RuleMatch;
  readonly sentence: Sentence;
  /** The report's division and the one of the figure's section, null where unknown. */
  readonly own: string | null;
  readonly section: string | null;
}

export function resolve(question: Question, mention: LocatedMention): ReturnType<typeof resolveMention> {
  if (mention.code !== null) return { kind: 'division', code: mention.code };
  const { doc, own, section, sentence } = question;
  const near = placesBefore(doc, sentence.span, mention.start).flatMap((place) =>
    place.kind === 'mention' && place.mention.use !== 'name' ? (place.mention.code ?? []) : [],
  );
  const known = [section, own].flatMap((code) => (code === null ? [] : [[code]]));
  return resolveMention(mention, [near, ...known], doc.reports[sentence.report]!.evidence, doc.index);
}

/** Whether a mention can be the figure's division; 驰援上海 and a giver from elsewhere can not. */
export function counts(question: Question, mention: LocatedMention): boolean {
  const { doc, own, match } = question;
  if (mention.use === 'name') return false;
  // 四川汶川大地震发生后，省红十字会派出68支队伍: what a disaster is called does not say who acts
  if (!GIVEN.has(match.indicator) && DISASTER.test(doc.text.slice(mention.end, mention.end + 8)))
    return false;
  const resolution = resolve(question, mention);
  if (resolution.kind === 'none') return false;
  if (resolution.kind === 'division' && own !== null && speaksFromAbove(doc, own, resolution.code, mention))
    return false;
  const home = resolution.kind === 'division' && own !== null && isWithin(doc.index, resolution.code, own);
  if (mention.use === 'destination' && ATTRIBUTE.test(doc.text.slice(mention.end, mention.end + 14)))
    return false;
  if (mention.use === 'destination')
    return (
      (home && DONE_THERE.has(match.indicator)) ||
      (GIVEN.has(match.indicator) && resolution.kind === 'division')
    );
  // 来自江口县的志愿者 are 江口's; a sum that came from there is the receiver's
  if (mention.use === 'origin') return home && !GIVEN.has(match.indicator);
  if (GIVEN.has(match.indicator) && own !== null && resolution.kind === 'division')
    return (
      home ||
      isWithin(doc.index, own, resolution.code) ||
      receives(question, mention) ||
      spendsItself(question, mention)
    );
  return true;
}

// Behind a division whose own figures follow: takes 全省 (甘肃全省), 各市; must not take 唯一.
const AS_A_WHOLE = /^[省市]?(?:全[省市]|各[地市县州]|境内|共|累计|已)/;

/** 湖北省唯一作品 in a report of 武汉: a division above the report's says what the figure is part of, not whose it is. */
const speaksFromAbove = (
  { index, text }: RegionLookup,
  own: string,
  code: string,
  { end }: LocatedMention,
): boolean => code !== own && isWithin(index, own, code) && !AS_A_WHOLE.test(text.slice(end, end + 6));

// Takes 大地震 (汶川大地震), 8.0级地震; must not take 灾区.
const DISASTER = /^(?:[特强]?[大烈]|[“「"]?\d[\d.·]{0,4}[”」"]?级?)*(?:地震|泥石流|洪水|洪灾|雪灾)/;

// Behind a place that says which people are meant: takes 的36名 (驰援湖北的36名医生), 抗疫的队员; must not take 的物资.
const ATTRIBUTE =
  /^[^，。；、\d]{0,5}的(?:[\d一二三四五六七八九十百]+余?[名位人]|医|护|队|人|干部|党员|志愿者|战士|同志)/;

/** Whether goods or money are given to a division. */
const receives = ({ doc }: Question, mention: LocatedMention): boolean =>
  isGivenTo(doc.text, mention, doc.mentions[chainStart(doc.mentions, mention.ordinal)]!.start);

// Takes 发放 (宝鸡市工会发放慰问金30万元), 投入; must not take 捐赠.
const SPENT = /发放|投入|拨付|下拨|支出|使用/;
const PASSED_ON = /[捐赠援送]|支持|[我本][省市县区州]/;

/** Whether a division from elsewhere is spoken of for what it did at home, and gives nothing to the report's. */
function spendsItself({ doc, match, sentence }: Question, mention: LocatedMention): boolean {
  const { start } = match.quantity.phrase;
  if (mention.end > start || mention.use !== 'subject' || start - mention.end > MOST_BETWEEN) return false;
  const between = doc.text.slice(mention.end, start);
  const behind = doc.text.slice(start, Math.min(sentence.span.end, start + MOST_BETWEEN));
  return SPENT.test(between) && !PASSED_ON.test(between + behind);
}

/** For goods that 州妇联 brought where something happened (漾濞县发生地震，州妇联调集帐篷200顶), that place. */
function sceneOf(question: Question, nearest: Place, before: () => readonly Place[]): Place | null {
  const { doc, match, own } = question;
  if (nearest.kind !== 'self' || !nearest.body || !DONE_THERE.has(match.indicator)) return null;
  const scene = before().find(({ kind }) => kind === 'mention');
  if (scene?.kind !== 'mention' || nearest.start - scene.mention.end > MOST_BETWEEN) return null;
  const resolution = resolve(question, scene.mention);
  if (resolution.kind !== 'division' || own === null || !isWithin(doc.index, resolution.code, own))
    return null;
  // 思南县送去10件，市妇联送去20件: two givers
  return GAVE.test(doc.text.slice(scene.mention.end, nearest.start)) ? null : scene;
}

/** Mentions and self words of a span that start before `end`, the nearest first, at most `REACH` of each. */
export function placesBefore(doc: RegionLookup, span: NormalizedSpan, end: number): Place[] {
  const places: Place[] = [];
  const mentions = doc.mentions;
  for (
    let i = countBelow(mentions.length, (k) => mentions[k]!.start < end) - 1, n = 0;
    i >= 0 && n < REACH;
    i -= 1, n += 1
  ) {
    const mention = mentions[i]!;
    if (mention.start < span.start) break;
    places.push({ kind: 'mention', start: mention.start, mention });
  }
  const words = doc.selfWords;
  for (
    let i = countBelow(words.length, (k) => words[k]!.start < end) - 1, n = 0;
    i >= 0 && n < REACH;
    i -= 1, n += 1
  ) {
    const word = words[i]!;
    if (word.start < span.start) break;
    places.push({ kind: 'self', ...word });
  }
  return places.sort((a, b) => b.start - a.start);
}

/** The place that governs the figure, whether in its own clause, or null. */
export function governingPlace(
  question: Question,
): { readonly place: Place; readonly inClause: boolean } | null {
  const { doc, match, sentence } = question;
  const at = match.quantity.phrase.start;
  const usable = (place: Place): boolean => place.kind === 'self' || counts(question, place.mention);
  const places = placesBefore(doc, sentence.span, at);
  // to find out whether one is usable is dear, and mostly the nearest is
  const nearest = places.find(usable);
  const before = (): Place[] => places.filter(usable);
  const clause = clauseAt(sentence, at);
  const scene = nearest === undefined ? null : sceneOf(question, nearest, before);
  if (scene !== null) return { place: scene, inClause: false };
  if (nearest !== undefined && nearest.start >= clause.start) return { place: nearest, inClause: true };
  const first = countBelow(doc.mentions.length, (i) => doc.mentions[i]!.start < match.quantity.phrase.end);
  for (let i = first; i < first + REACH && doc.mentions[i] !== undefined; i += 1) {
    const mention = doc.mentions[i]!;
    // 报名5万人（其中长春市2万人）: what a part is of is not where the whole is from
    if (mention.start >= clause.end || PART.test(doc.text.slice(at, mention.start))) break;
    if (counts(question, mention))
      return { place: { kind: 'mention', start: mention.start, mention }, inClause: true };
  }
  if (nearest === undefined) return null;
  // 省青联代表来到宾县居仁镇，为150多名困难儿童送去…: what is done where one came to
  if (nearest.kind === 'mention' && DONE_THERE.has(match.indicator) && cameTo(doc.text, nearest.mention))
    return { place: nearest, inClause: false };
  // of an earlier clause the first name is the subject: 碧江区总工会积极与思南县联系，…送去价值1万余元的药品
  const { start } = clauseAt(sentence, nearest.start);
  // 四川省侨联向芦山县捐赠1103900元，用于购买轮椅300辆: whom they are given to
  const given = GIVEN.has(match.indicator)
    ? places.find(
        (place) =>
          place.kind === 'mention' &&
          place.start >= start &&
          usable(place) &&
          receives(question, place.mention),
      )
    : undefined;
  if (given !== undefined) return { place: given, inClause: false };
  const subject = places.findLast((place) => place.start >= start && usable(place))!;
  return { place: subject, inClause: false };
}
