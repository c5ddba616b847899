/** Takes a report's words; gives each division that it may be about, with cues that speak for and against it. */
import type { Division } from '../model.js';
import { lineage, ofRank, rankWord } from './division-index.js';
import { type Tallies, type Tally, tallyNames } from './region-tally.js';
import type { ReportWords } from './report-words.js';
import { rankCounts } from './self-words.js';

/** A division that a report may be about, or null for none; cues are names that the region model weighs. */
export interface RegionCandidate {
  readonly code: string | null;
  readonly cues: ReadonlySet<string>;
}

/** Steps of a number, ascending: each that it reaches is a cue. */
type Steps = readonly (readonly [least: number, cue: string])[];

const stepsOf = (name: string, least: readonly number[]): Steps =>
  least.map((step) => [step, `${name}>=${step}`]);

const COUNTS = [1, 2, 4, 7, 13];
const SHARES = [0.15, 0.35, 0.6, 0.85];
const NAMES = stepsOf('names', COUNTS);
const NAMES_BELOW = stepsOf('names-below', COUNTS);
const NAMES_APART = stepsOf('names-apart', COUNTS);
const SHARE = stepsOf('share', SHARES);
const SHARE_BELOW = stepsOf('share-below', SHARES);
const WEIGHT = stepsOf('weight', SHARES);
const WEIGHT_WITH_BELOW = stepsOf('weight-with-below', SHARES);
const DIVISIONS_BELOW = stepsOf('divisions-below', [1, 2, 4]);
const DESTINATION = stepsOf('destination', [1, 2]);
const PART_OF_NAME = stepsOf('part-of-name', [1, 2]);
const BODIES = stepsOf('bodies', [1, 2, 4]);
const OPEN_NAMES = stepsOf('open-names', [1, 2]);
const SPREAD = stepsOf('spread', [0.2, 0.5, 0.8]);
const NONE_PROVINCES = stepsOf('none-provinces', [1, 2, 3, 4, 6]);
const NONE_NAMES = stepsOf('none-names', [1, 2, 6, 19]);
/** Cues of a division by its level. */
const ofLevel = (level: Division['level']) => ({
  unnamed: `unnamed-${level}`,
  noRank: `no-rank-${level}`,
  blanked: `blanked-${level}`,
});
const LEVELS = { province: ofLevel('province'), city: ofLevel('city'), county: ofLevel('county') };

/** Characters of the report within which its first name stands. */
const FIRST: Steps = [40, 120, 300, 600].map((near) => [near, `first<${near}`]);

// Takes X市, XX县, *市, 某区: a name blanked out; must not take PX区 within a word.
const BLANKED = /(?<![A-Za-z])(?:[XxＸ×]{1,3}|[*＊□]{1,3}|某某?)[省市县区州]/;
// What all of them end in; it is looked for in a fifth of the time.
const BLANKED_END = /[XxＸ×*＊□某][省市县区州]/;
// A body of the whole country: takes 全国, 中国红十字会, 团中央; must not take 中国农业银行.
const NATIONAL = /全国|中国(?:志愿|青年|红十字|慈善)|中央/;
/** Characters of a report in which a national body would name itself. */
const OPENING = 400;

/** Hong Kong and Macau have no 县 and 州; for what lies in them, as in Taiwan, the standard gives no codes. */
const WITHOUT_COUNTIES: ReadonlySet<string> = new Set(['810000', '820000']);
const WHOLE: ReadonlySet<string> = new Set([...WITHOUT_COUNTIES, '710000']);

/** What of a report is the same for all its divisions. */
interface Whole {
  readonly words: ReportWords;
  readonly tallies: Tallies;
  readonly blanked: boolean;
  /** How often it speaks of a division of each rank as its own (全市), the commonest first. */
  readonly ranks: readonly (readonly [rank: string, times: number])[];
  /** The only division of the commonest of these ranks that it names, for itself or in other names, surely or not. */
  readonly lone: string | null;
}

function loneOf(tallies: Tallies, rank: string | undefined): string | null {
  const named = [...tallies.all.values()].filter(
    ({ code, own, parts, open }) =>
      own + parts + open > 0 && rankWord(tallies.index.byCode.get(code)!) === rank,
  );
  return named.length === 1 ? named[0]!.code : null;
}

/** Adds those that a number reaches. */
function addSteps(cues: Set<string>, value: number, steps: Steps): void {
  for (const [least, cue] of steps) {
    if (value < least) return;
    cues.add(cue);
  }
}

/** How often it is named, as what. */
function countCues({ tallies }: Whole, tally: Tally): void {
  const { own, below, lower, above, cues } = tally;
  const { level } = tallies.index.byCode.get(tally.code)!;
  const named = own + tally.destinations + tally.origins + tally.parts;
  const all = Math.max(1, tallies.own);
  const weight = Math.max(1, tallies.weight);
  // Taiwan, Hong Kong and Macau are of no other's rank
  const whole = WHOLE.has(tally.code);
  if (!whole) cues.add(level);
  if (named === 0 && !whole) cues.add('unnamed').add(LEVELS[level].unnamed);
  else if (own === 0) cues.add('never-itself');
  if (named > 0 && named === tally.parts) cues.add('only-part-of-names');
  addSteps(cues, own, NAMES);
  addSteps(cues, below, NAMES_BELOW);
  addSteps(cues, tallies.own - own - below - above.reduce((sum, each) => sum + each.own, 0), NAMES_APART);
  addSteps(cues, own / all, SHARE);
  addSteps(cues, below / all, SHARE_BELOW);
  addSteps(cues, tally.weight / weight, WEIGHT);
  addSteps(cues, (tally.weight + tally.weightBelow) / weight, WEIGHT_WITH_BELOW);
  addSteps(cues, lower.size, DIVISIONS_BELOW);
  addSteps(cues, tally.destinations, DESTINATION);
  addSteps(cues, tally.parts, PART_OF_NAME);
  addSteps(cues, tally.bodies, BODIES);
  if (tally.origins > 0) cues.add('origin');
  if (lower.size === 1) cues.add('one-below');
  if (lower.size === 1 && below > 2 * own) cues.add('one-below-more');
  if (tallies.own > 0 && tallies.own === own + below) {
    cues.add('covers-all');
    if (own > 0 || lower.size > 1) cues.add('lowest-of-all');
  }
  // of a division and one in it, which is named more often
  if (lower.size > 0 && own > 0) {
    const most = Math.max(...[...lower].map((code) => tallies.of(code).own));
    cues.add(own > most ? 'more-than-below' : own === most ? 'as-below' : 'less-than-below');
  }
  const mostAbove = Math.max(0, ...above.map((each) => each.own));
  if (mostAbove > 0 && own > 0)
    cues.add(own > mostAbove ? 'more-than-above' : own === mostAbove ? 'as-above' : 'less-than-above');
  if (tally.open > 0) {
    cues.add(`open-name-of-${tally.fewest}`);
    addSteps(cues, tally.open, OPEN_NAMES);
  }
}

/** Where it is named. */
function placeCues({ words: { span }, tallies }: Whole, tally: Tally): void {
  const { code, own, above, cues, first, last } = tally;
  const aboveNamed = above.some((each) => each.own > 0);
  if (aboveNamed) cues.add('above-named');
  if (own > 0) {
    for (const [near, cue] of FIRST) if (first - span.start < near) cues.add(cue);
    addSteps(cues, (last - first) / Math.max(1, span.end - span.start), SPREAD);
    if (own === 1) cues.add('once');
    if (own === tally.leading) cues.add('only-leads');
    if (aboveNamed) cues.add('with-above');
  }
  if (code === tallies.first) cues.add('first');
  if (code === tallies.last) cues.add('last');
  // of several that head parts, none has the whole
  if (tallies.headed.size > 1) {
    if (tallies.headed.has(code)) cues.add('one-of-parts');
    else if ([...tallies.headed].every((part) => tallies.of(part).above.includes(tally)))
      cues.add('holds-parts');
  }
  for (const { names, codes, held } of tallies.lines) {
    if (above.some((each) => codes.has(each.code))) cues.add(names.above);
    else if (!held.has(code)) cues.add(names.apart);
  }
}

/** Whether it is what 全市, 我省, 团县委 mean. */
function rankCues({ ranks, lone, words: { index, selfWords } }: Whole, tally: Tally): void {
  const { code, cues } = tally;
  const division = index.byCode.get(code)!;
  const [most] = ranks[0] ?? [];
  if (most === undefined) {
    cues.add(LEVELS[division.level].noRank);
    return;
  }
  // 全市 of a report that tells of help for 武汉市 is not Wuhan
  if (tally.own + tally.parts + tally.open === 0 && tally.destinations > 0) {
    cues.add('rank-elsewhere');
    return;
  }
  const rank = rankWord(division);
  const share = (ranks.find(([one]) => one === rank)?.[1] ?? 0) / selfWords.length;
  cues.add(share > 0 ? 'rank' : 'rank-never');
  if (share >= 0.5) {
    cues.add('rank-half');
    if (tally.own + tally.parts > 0) cues.add('rank-half-named');
    if (selfWords.length > 1) cues.add('rank-half-of-2');
    if (tally.own === 0 && tally.open > 0) cues.add('rank-half-open');
  }
  if (share === 1) cues.add('rank-always');
  if (lone === code) cues.add(tally.own > 0 ? 'rank-lone' : 'rank-lone-doubtful');
  if (rank === most && selfWords.length > 2) cues.add('rank-most-of-3');
  const meant = ofRank(index, code, most);
  if (meant === null) cues.add('rank-unlike');
  else if (meant !== code) cues.add('rank-above');
}

/** Cues of what tells no division. */
function noneCues({ words: { text, span, index }, tallies, ranks, blanked }: Whole): Set<string> {
  const cues = new Set(['none']);
  const named = [...tallies.all.values()].filter(({ own }) => own > 0);
  const provinces = new Set(named.map(({ code }) => lineage(index, code).at(-1)!.code));
  addSteps(cues, provinces.size, NONE_PROVINCES);
  addSteps(cues, tallies.own, NONE_NAMES);
  if (ranks.length > 0) cues.add('none-rank');
  if (blanked) cues.add('none-blanked');
  if (NATIONAL.test(text.slice(span.start, Math.min(span.end, span.start + OPENING))))
    cues.add('none-national');
  for (const { names } of tallies.lines) cues.add(names.none);
  return cues;
}

/**
 * What it can not be about, whatever is said. A report whose own name is blanked out (X市) is not of a county that it names,
 * nor of a city that it does not name, unless that holds all that it does; Hong Kong and Macau have no 县 and 州 of their own;
 * and where all that it says of a place is who came back from there, it is another place's.
 */
function isImpossible({ words: { index }, ranks, blanked }: Whole, tally: Tally): boolean {
  const { code, cues, origins, own, below, destinations, parts, open } = tally;
  if (origins > 0 && own + below + destinations + parts + open === 0) return true;
  if (
    blanked &&
    (index.byCode.get(code)!.level === 'county' || (cues.has('unnamed') && !cues.has('covers-all')))
  )
    return true;
  return WITHOUT_COUNTIES.has(code) && /[省州县]/.test(ranks[0]?.[0] ?? '');
}

/** All that it may be about, each once, and none; linear in the report's text and in the names of its first lines. */
export function findCandidates(words: ReportWords, evidence: ReadonlySet<string>): RegionCandidate[] {
  const tallies = tallyNames(words, evidence);
  const { text, span } = words;
  const all = text.slice(span.start, span.end);
  const blanked = BLANKED_END.test(all) && BLANKED.test(all);
  const ranks = rankCounts(words.selfWords);
  const whole: Whole = { words, tallies, blanked, ranks, lone: loneOf(tallies, ranks[0]?.[0]) };
  const divisions = [...tallies.all.values()].flatMap((tally): RegionCandidate[] => {
    const { code, cues } = tally;
    countCues(whole, tally);
    placeCues(whole, tally);
    rankCues(whole, tally);
    if (blanked) cues.add(LEVELS[words.index.byCode.get(code)!.level].blanked);
    if (WHOLE.has(code)) cues.add(words.traditional ? 'whole-traditional' : 'whole');
    return isImpossible(whole, tally) ? [] : [{ code, cues }];
  });
  return [...divisions, { code: null, cues: noneCues(whole) }];
}
