/** Takes a report's words and the region model; gives the division that the report is about. */
import type { Region, RegionModel } from '../model.js';
import { type DivisionIndex, cityOf, isWithin, rankWord } from './division-index.js';
import { isGivenTo } from './given-to.js';
import {
  type LocatedMention,
  chainEnd,
  chainStart,
  collectEvidence,
  isEnumerated,
  resolveMention,
  startingIn,
} from './located-mentions.js';
import { type RegionCandidate, findCandidates } from './region-cues.js';
import { type RegionChoice, chooseRegion } from './region-model.js';
import { type ReportWords, opensOf } from './report-words.js';
import { rankCounts } from './self-words.js';

export interface ReportRegion {
  readonly region: Region;
  /** Codes that the report names beyond doubt; they resolve the doubtful ones. */
  readonly evidence: ReadonlySet<string>;
  /** What its first lines name and what that may be, where that can not be told. */
  readonly ambiguous: { readonly name: string; readonly candidates: readonly string[] } | null;
  /** 县 of 保定市XX县, whose region can be no more than 保定市: the rank of the report's own, blanked out division. */
  readonly blankedRank: string | null;
  /** The division that its headline says help went to (驰援甘肃积石山县); null where it says none. */
  readonly receiver: string | null;
  /** Code of a division that is nearly as likely as the region; null where there is none. */
  readonly rival: string | null;
  /** What the region was chosen from. */
  readonly candidates: readonly RegionCandidate[];
}

/** Nothing tells. */
export const NO_REGION: Region = { code: null, name: null, method: 'none' };

export function makeRegion(index: DivisionIndex, code: string | null, method: Region['method']): Region {
  const division = code === null ? undefined : index.byCode.get(code);
  return division === undefined ? NO_REGION : { code: division.code, name: division.name, method };
}

// In front of a place: takes 在 (在温岭), 日 (8日温岭), 们 (咱们虎林); must not take 的.
const PLACED = /(?:^|[在到赴于抵日们年\d，。：“\s])$/;
// Behind what is no county's name: takes 口 (九龙口); must not take 市.
const OTHER_PLACE = /^[口山河湖岛镇乡村街]/;

// Takes 司法局, 团委, 人民政府; must not take 人民.
const OFFICE =
  /^(?:[\p{Script=Han}]{1,5}?局|[团区县市]?委(?!托)|人民政府|政府|红十字会|慈善总?会|妇联|残联|总工会|文明办)/u;

/** Short names of counties in the first lines, where a place can stand and no other word. */
function placedNames(words: ReportWords): string[] {
  const { text, mentions, title } = words;
  if (title !== null && startingIn(mentions, title).some(({ code }) => code !== null)) return [];
  return opensOf(words)
    .flatMap((head) => startingIn(mentions, head))
    .filter(
      ({ use, doubtful, candidates, start, end }) =>
        use !== 'name' &&
        doubtful &&
        candidates.length === 1 &&
        PLACED.test(text.slice(Math.max(0, start - 1), start)) &&
        !OTHER_PLACE.test(text.slice(end, end + 1)),
    )
    .map(({ candidates }) => candidates[0]!);
}

// Takes 举行 (市南区举行了活动), 组织; must not take 的.
const ACTS = /^(?:举行|召开|组织|开展|启动|举办|成立)/;

/** 解放区司法局: a name that is a word, too, where a body of the division follows, or what it does. */
const namesOfBodies = ({ text, mentions }: ReportWords): string[] =>
  mentions
    .filter(
      ({ use, doubtful, full, candidates, end }) =>
        use === 'subject' &&
        doubtful &&
        full &&
        candidates.length === 1 &&
        (OFFICE.test(text.slice(end, end + 8)) || ACTS.test(text.slice(end, end + 4))),
    )
    .map(({ candidates }) => candidates[0]!);

// Directly behind a division that is named: takes XX县 (保定市XX县), a name blanked out; must not take 某高校.
const BLANKED_NEXT = /^(?:[XxＸ×]{1,3}|[*＊□]{1,3}|某某?)([市县区州])/;

/** The first division that a blanked out name goes on from, and the rank of that name. */
function findBlankedPart({ text, mentions }: ReportWords): { code: string; rank: string } | null {
  for (const { code, use, end } of mentions) {
    const rank = use === 'subject' ? BLANKED_NEXT.exec(text.slice(end, end + 4))?.[1] : undefined;
    if (rank !== undefined && code !== null) return { code, rank };
  }
  return null;
}

// In front of where help goes to, and not people on a visit: takes 驰援, 发往, 送达; must not take 前往.
const HELPED =
  /(?:支[援持]|驰援|增援|援助|帮扶|结对|逆行|发往|运[往抵到至]|寄往|捐往|送[往抵达至]|调往)[^，。；\s]{0,10}$/;

/** 云南民政紧急向昭通灾区调拨救灾物资: the division that a line says is given to. */
function givenIn({ text, mentions }: ReportWords, line: readonly LocatedMention[]): string | null {
  const given = line.find((mention) => {
    const at = mentions.indexOf(mention);
    return mention.use === 'subject' && mention.code !== null &&
      isGivenTo(text, mention, mentions[chainStart(mentions, at)]!.start); // prettier-ignore
  });
  return given?.code ?? null;
}

/** Where help or people went to, by the title or the first lines; `region` is where the report is from. */
function findReceiver(words: ReportWords, evidence: ReadonlySet<string>, region: Region): string | null {
  const { text, index, mentions, title } = words;
  for (const line of opensOf(words)) {
    const there = startingIn(mentions, line);
    const first = there.findIndex(({ use }) => use === 'destination');
    if (first < 0) {
      const given = line === title ? givenIn(words, there) : null;
      if (given !== null) return given;
      continue;
    }
    // 发往思南县、江口县等7个区县: none of them has all of it
    if (isEnumerated(text, mentions, mentions.indexOf(there[first]!))) continue;
    const resolution = resolveMention(there[chainEnd(there, first)]!, [], evidence, index);
    if (resolution.kind !== 'division') continue;
    // 前往泾阳县走访 in a report of its city is a visit, and 驰援泾阳县 help
    const { start } = there[first]!;
    const visit = region.code !== null && isWithin(index, resolution.code, region.code);
    if (!visit || HELPED.test(text.slice(Math.max(0, start - 14), start))) return resolution.code;
  }
  return null;
}

/** Names beyond doubt; short names that could be cut from other words are, where they open the report (在温岭城南镇登陆) or a body follows. */
function findEvidence(words: ReportWords): ReadonlySet<string> {
  // where people went to is told as surely: 驰援河南 …, 在卫辉
  const codes = [...placedNames(words), ...namesOfBodies(words)];
  for (const { use, code } of words.mentions)
    if (code !== null && (use === 'subject' || use === 'destination')) codes.push(code);
  return collectEvidence(codes, words.index);
}

function methodOf({ cues }: RegionCandidate): Region['method'] {
  if (['title', 'title-name', 'title-destination', 'title-origin'].some((cue) => cues.has(cue)))
    return 'title';
  if (cues.has('issuer') || cues.has('issuers')) return 'issuer';
  return cues.has('names>=1') ? 'report' : 'inferred';
}

/** What is less often likelier than the next (odds) is told to be unsure. */
const SURE_ODDS = 1.5;

const rivalOf = ({ best, second, scores }: RegionChoice): string | null =>
  best.code !== null && second !== null &&
  scores.get(best.code)! - scores.get(second)! < Math.log(SURE_ODDS) ? second : null; // prettier-ignore

/** A city is taken for its district up to this (odds), where the report speaks of it so often. */
const SPOKEN_ODDS = 3;
const SPOKEN = 2;

/** 市民政局, 市慈善协会 in a report that speaks of no 区: of a district and its city, the city unless the district is far likelier. */
function preferSpoken(
  choice: RegionChoice,
  candidates: readonly RegionCandidate[],
  { index, selfWords }: ReportWords,
): RegionChoice {
  const { best, second, scores } = choice;
  if (best.code === null || second === null || !isWithin(index, best.code, second)) return choice;
  if (scores.get(best.code)! - scores.get(second)! >= Math.log(SPOKEN_ODDS)) return choice;
  const ranks = new Map(rankCounts(selfWords));
  const timesOf = (code: string): number => ranks.get(rankWord(index.byCode.get(code)!)) ?? 0;
  if (timesOf(second) < SPOKEN || timesOf(best.code) > 0) return choice;
  return { best: candidates.find(({ code }) => code === second)!, second: best.code, scores };
}

/** Below this, of two divisions neither of which holds the other, neither is taken. */
const TIED_ODDS = 1.2;

/** 思南县和江口县, which are as likely as each other: their city, and nothing where they lie in two. */
function heldByBoth({ best, second, scores }: RegionChoice, index: DivisionIndex): string | null | undefined {
  const { code } = best;
  if (code === null || second === null) return undefined;
  if (scores.get(code)! - scores.get(second)! >= Math.log(TIED_ODDS)) return undefined;
  if (isWithin(index, code, second) || isWithin(index, second, code)) return undefined;
  const city = cityOf(index, code);
  return city === cityOf(index, second) && index.byCode.get(city)!.level === 'city' ? city : null;
}

/** Of what shares a name, one must be this much likelier than the next (odds) to be taken. */
const LEAST_ODDS = 3;

/** The name that the choice hangs on, where it may be several divisions and they are about as likely. */
function findAmbiguity(
  words: ReportWords,
  choice: RegionChoice,
  evidence: ReadonlySet<string>,
): ReportRegion['ambiguous'] {
  const { best, scores } = choice;
  if (best.cues.has('names>=1')) return null;
  const opens = opensOf(words);
  for (const mention of words.mentions) {
    const { start, use, doubtful, surface } = mention;
    if (use !== 'subject') continue;
    const resolution = resolveMention(mention, [], evidence, words.index);
    if (resolution.kind !== 'ambiguous' || resolution.candidates.length < 2) continue;
    const { candidates } = resolution;
    const named = opens.some((line) => line.start <= start && start < line.end);
    if (best.code === null ? !named || doubtful : !candidates.includes(best.code)) continue;
    const rivals = candidates.filter((code) => code !== best.code);
    const nearest = Math.max(...rivals.map((code) => scores.get(code) ?? -Infinity));
    if (best.code === null || scores.get(best.code)! - nearest < Math.log(LEAST_ODDS))
      return { name: surface, candidates };
  }
  return null;
}

/** The division that most speaks for, by the model. */
export function findReportRegion(words: ReportWords, model: RegionModel): ReportRegion {
  const { index } = words;
  const evidence = findEvidence(words);
  const candidates = findCandidates(words, evidence);
  const part = findBlankedPart(words);
  const choice = preferSpoken(chooseRegion(candidates, model), candidates, words);
  const ambiguous = part === null ? findAmbiguity(words, choice, evidence) : null;
  let region = NO_REGION;
  if (part !== null) region = makeRegion(index, part.code, 'inferred');
  else if (ambiguous === null) {
    const both = heldByBoth(choice, index);
    region =
      both === undefined
        ? makeRegion(index, choice.best.code, methodOf(choice.best))
        : makeRegion(index, both, 'inferred');
  }
  const receiver = findReceiver(words, evidence, region);
  const rival = region.code === choice.best.code ? rivalOf(choice) : null;
  return { region, evidence, ambiguous, blankedRank: part?.rank ?? null, receiver, rival, candidates };
}
