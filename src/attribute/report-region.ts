/** Takes a report's mentions, title and signature; gives the division that the report is about. */
import type { NormalizedSpan, Region } from '../model.js';
import { type DivisionIndex, isWithin, lineage, ofRank, rankWord } from './division-index.js';
import { type LocatedMention, collectEvidence, resolveMention, startingIn } from './located-mentions.js';
import { type SelfWord, ownRank } from './self-words.js';

export interface ReportWords {
  readonly text: string;
  readonly index: DivisionIndex;
  /** The report's mentions and self words only. */
  readonly mentions: readonly LocatedMention[];
  readonly selfWords: readonly SelfWord[];
  readonly title: NormalizedSpan | null;
  /** Signature and letterhead lines, the most telling first. */
  readonly issuers: readonly NormalizedSpan[];
}

export interface ReportRegion {
  readonly region: Region;
  /** Codes that the report names beyond doubt; they resolve the doubtful ones. */
  readonly evidence: ReadonlySet<string>;
  /** The title's or signature's division and what it may be, where that can not be told. */
  readonly ambiguous: { readonly name: string; readonly candidates: readonly string[] } | null;
  /** 县 of 保定市XX县, whose region can be no more than 保定市: the rank of the report's own, blanked out division. */
  readonly blankedRank: string | null;
}

/** Nothing tells. */
export const NO_REGION: Region = { code: null, name: null, method: 'none' };

// Takes X市, XX县, *市, 某区: a name blanked out; must not take PX区 within a word.
const BLANKED = /(?<![A-Za-z])(?:[XxＸ×]{1,3}|[*＊□]{1,3}|某某?)[省市县区州]/;
// The same directly behind a division that is named: takes XX县 (保定市XX县); must not take 某高校.
const BLANKED_NEXT = /^(?:[XxＸ×]{1,3}|[*＊□]{1,3}|某某?)([市县区州])/;

/** Most of a report's mentions lie in the division that it is about; others are neighbours and guests. */
const SHARE = 0.8;

export function makeRegion(index: DivisionIndex, code: string | null, method: Region['method']): Region {
  const division = code === null ? undefined : index.byCode.get(code);
  return division === undefined ? NO_REGION : { code: division.code, name: division.name, method };
}

/** The last name of the chain that starts at `first`: 清江浦区 of 江苏省淮安市清江浦区. */
export function chainEnd(mentions: readonly LocatedMention[], first: number): number {
  let last = first;
  while (
    mentions[last + 1]?.start === mentions[last]?.end &&
    mentions[last + 1]?.use === mentions[first]!.use
  )
    last += 1;
  return last;
}

function regionOfLine(
  words: ReportWords,
  line: NormalizedSpan,
  method: 'title' | 'issuer',
  evidence: ReadonlySet<string>,
): Pick<ReportRegion, 'region' | 'ambiguous'> | null {
  const mentions = startingIn(words.mentions, line);
  // a title in book marks is no other document's
  const own = words.text[line.start] === '《' ? ['subject', 'name'] : ['subject'];
  for (let i = 0; i < mentions.length; i = chainEnd(mentions, i) + 1) {
    if (!own.includes(mentions[i]!.use)) continue;
    const mention = mentions[chainEnd(mentions, i)]!;
    const others = mentions.flatMap(({ code }) => code ?? []);
    const resolution = resolveMention(mention, [others], evidence, words.index);
    if (resolution.kind === 'none') continue;
    if (resolution.kind === 'division')
      return { region: makeRegion(words.index, resolution.code, method), ambiguous: null };
    return { region: NO_REGION, ambiguous: { name: mention.surface, candidates: resolution.candidates } };
  }
  return null;
}

/** The smallest division that holds most of the mentions, and whether it is named itself. */
function dominantDivision(
  codes: readonly string[],
  index: DivisionIndex,
): { code: string; named: number } | null {
  const tally = new Map<string, number>();
  for (const code of codes)
    for (const division of lineage(index, code))
      tally.set(division.code, (tally.get(division.code) ?? 0) + 1);
  const holding = [...tally]
    .filter(([, count]) => count >= SHARE * codes.length)
    .map(([code]) => code)
    .sort((a, b) => lineage(index, b).length - lineage(index, a).length || (a < b ? -1 : 1));
  const code = holding[0];
  return code === undefined ? null : { code, named: codes.filter((each) => each === code).length };
}

/** Whether the report's first sentence names a division: 临沂马拉松10月22日鸣枪开跑。 */
function opens({ text, mentions }: ReportWords, span: NormalizedSpan): boolean {
  const first = mentions.find(({ use, code }) => use === 'subject' && code !== null);
  return first !== undefined && !text.slice(span.start, first.start).includes('。');
}

/** The first division that a blanked out name goes on from, and the rank of that name. */
function findBlankedPart({ text, mentions }: ReportWords): { code: string; rank: string } | null {
  for (const { code, use, end } of mentions) {
    const rank = use === 'subject' ? BLANKED_NEXT.exec(text.slice(end, end + 4))?.[1] : undefined;
    if (rank !== undefined && code !== null) return { code, rank };
  }
  return null;
}

// Takes 全港, 本澳: of what a report says this, it is from there.
const OWN_NAME = /^[全本][港澳]$/;

function regionOfBody(words: ReportWords, span: NormalizedSpan, codes: readonly string[]): Region {
  const { index } = words;
  const named = words.mentions.find(
    ({ surface, candidates }) => OWN_NAME.test(surface) && codes.includes(candidates[0]!),
  );
  if (named !== undefined) return makeRegion(index, named.candidates[0]!, 'report');
  const dominant = dominantDivision(codes, index);
  const division = dominant === null ? undefined : index.byCode.get(dominant.code);
  if (dominant === null || division === undefined) return NO_REGION;
  const blanked = BLANKED.test(words.text.slice(span.start, span.end));
  const rank = ownRank(words.selfWords);
  // the report's own name is blanked out, so a county that it names is one below it
  const from = blanked && division.level === 'county' ? division.parent! : division.code;
  const code = rank === null ? from : ofRank(index, from, rank);
  if (code === null) return NO_REGION;
  const own = index.byCode.get(code)!;
  // counties that all lie in one city tell the city; cities that all lie in one province tell nothing
  if (!codes.includes(code)) {
    const inferable = own.level === 'city' || rankWord(own) === '市';
    return inferable && (blanked || rank !== null || codes.length > 1)
      ? makeRegion(index, code, 'inferred')
      : NO_REGION;
  }
  return rank === null && codes.length < 2 && !opens(words, span)
    ? NO_REGION
    : makeRegion(index, code, 'report');
}

// Takes 理工大学 (南京理工大学), 医学院; must not take 大学生.
const SCHOOL = /^[\p{Script=Han}]{0,8}?(?:大学(?!生)|学院)/u;

/** The division that a school's name carries, where the school's own report tells no other. */
function regionOfSchool({ text, index, mentions }: ReportWords, lines: readonly NormalizedSpan[]): Region {
  for (const line of lines)
    for (const { use, code, end } of startingIn(mentions, line))
      if (use === 'name' && code !== null && SCHOOL.test(text.slice(end, end + 12)))
        return makeRegion(index, code, 'title');
  return NO_REGION;
}

/** Title, then signature and letterhead, then what the body names most. */
export function findReportRegion(words: ReportWords, span: NormalizedSpan): ReportRegion {
  const { index } = words;
  const codes = words.mentions.filter(({ use }) => use === 'subject').flatMap(({ code }) => code ?? []);
  const evidence = collectEvidence(codes, index);
  const lines: readonly (readonly [NormalizedSpan, 'title' | 'issuer'])[] = [
    ...(words.title === null ? [] : [[words.title, 'title'] as const]),
    ...words.issuers.map((line) => [line, 'issuer'] as const),
  ];
  const rest = { evidence, blankedRank: null };
  let ambiguous: ReportRegion['ambiguous'] = null;
  for (const [line, method] of lines) {
    const found = regionOfLine(words, line, method, evidence);
    if (found === null) continue;
    // 鼓楼区 in the title, 南京市 in the signature
    const known =
      ambiguous?.candidates.filter((code) => isWithin(index, code, found.region.code ?? '')) ?? [];
    if (known.length === 1)
      return { ...rest, region: makeRegion(index, known[0]!, 'title'), ambiguous: null };
    if (ambiguous === null && found.region.code !== null) return { ...rest, ...found };
    ambiguous ??= found.ambiguous;
  }
  if (ambiguous !== null) return { ...rest, region: NO_REGION, ambiguous };
  const part = findBlankedPart(words);
  if (part === null) {
    const told = regionOfBody(words, span, codes);
    const region =
      told.code === null
        ? regionOfSchool(
            words,
            lines.map(([line]) => line),
          )
        : told;
    return { ...rest, region, ambiguous: null };
  }
  const region = makeRegion(index, part.code, 'inferred');
  return { evidence, region, ambiguous: null, blankedRank: part.rank };
}
