/** Takes a report's names of divisions; gives how often each is named, as what, and in which of its telling lines. */
import type { NormalizedSpan } from '../model.js';
import { countBelow } from '../text/span.js';
import { BYNAMES, OWN_WORDS } from './bynames.js';
import type { DivisionIndex } from './division-index.js';
import { type LocatedMention, resolveMention } from './located-mentions.js';
import { isAside } from './name-aside.js';
import { lookAround } from './name-surroundings.js';
import { type ReportWords, opensOf } from './report-words.js';

/** A name that more divisions share says nothing. */
const MOST_SHARING = 4;
/** Of each division, names whose surroundings are looked at; the rest is counted only. */
const LOOKED_AT = 12;
/** A name counts once, and more where it is likely to be the report's own. */
const IN_HEAD = 2;
const WITH_BODY = 1;

/** What is said of one division, added up. A name is its own where it is no part of another name, nor says where one went or came from. */
export interface Tally {
  readonly code: string;
  /** The tallies of what holds it, the nearest first. */
  readonly above: readonly Tally[];
  own: number;
  /** How many of them do no more than lead to the name behind them (山西省 in 山西省朔州市). */
  leading: number;
  /** How many are a body's (思南县红十字会). */
  bodies: number;
  /** Its own names by how much they say, and those of the divisions in it. */
  weight: number;
  weightBelow: number;
  destinations: number;
  origins: number;
  /** Names that are parts of others. */
  parts: number;
  /** Own names of the divisions in it, and which these are. */
  below: number;
  readonly lower: Set<string>;
  /** Names that may be it and may be others, and the fewest that one of them may be. */
  open: number;
  fewest: number;
  /** Where the first and the last of its own names start. */
  first: number;
  last: number;
  readonly cues: Set<string>;
}

/** The cues of one kind of telling line, put together once. */
const cuesOf = (line: string) => ({
  line,
  below: `${line}-below`,
  above: `${line}-above`,
  apart: `${line}-apart`,
  none: `none-${line}`,
  first: `${line}-first`,
  full: `${line}-full`,
  body: `${line}-body`,
  dateline: `${line}-dateline`,
  name: `${line}-name`,
  destination: `${line}-destination`,
  origin: `${line}-origin`,
});
type LineCues = Readonly<ReturnType<typeof cuesOf>>;

const TITLE = cuesOf('title');
const HEADS = ['head1', 'head2', 'head3'].map(cuesOf);
const ISSUER = cuesOf('issuer');
const ISSUERS = cuesOf('issuers');
const TAIL = cuesOf('tail');
const CRUMBS = cuesOf('crumbs');

/** A line that tells more than others, and the divisions in it. */
interface ToldLine {
  readonly names: LineCues;
  readonly codes: ReadonlySet<string>;
  /** These and all that hold one of them. */
  readonly held: ReadonlySet<string>;
}

/** A mention with the division that it is. */
interface Resolved {
  readonly mention: LocatedMention;
  readonly code: string;
  readonly leads: boolean;
  /** A body of the division (思南县红十字会); known once it was counted. */
  body: boolean;
}

/** The tallies of one report. */
export class Tallies {
  readonly all = new Map<string, Tally>();
  /** Those that name a division. */
  readonly lines: ToldLine[] = [];
  /** Divisions that head parts of the report (淮安市：…). */
  readonly headed = new Set<string>();
  /** Own names of all divisions, and what they say. */
  own = 0;
  weight = 0;
  first: string | null = null;
  last: string | null = null;

  constructor(readonly index: DivisionIndex) {}

  /** The tally of a division; those of all that hold it are there, too. */
  of(code: string): Tally {
    const known = this.all.get(code);
    if (known !== undefined) return known;
    const { parent } = this.index.byCode.get(code)!;
    const holder = parent === null ? null : this.of(parent);
    const tally: Tally = {
      code, above: holder === null ? [] : [holder, ...holder.above], own: 0, leading: 0, bodies: 0, weight: 0, weightBelow: 0,
      destinations: 0, origins: 0, parts: 0, below: 0, lower: new Set(), open: 0, fewest: Infinity, first: -1, last: -1,
      cues: new Set(),
    }; // prettier-ignore
    this.all.set(code, tally);
    return tally;
  }
}

const standsIn = ({ start }: NormalizedSpan, lines: readonly NormalizedSpan[]): boolean =>
  lines.some((line) => line.start <= start && start < line.end);

/** The mentions that are known to be one division; what others may be is noted. */
function resolveAll(
  { text, index, mentions }: ReportWords,
  opens: readonly NormalizedSpan[],
  evidence: ReadonlySet<string>,
  tallies: Tallies,
): Resolved[] {
  return mentions.flatMap((mention, i) => {
    const resolution = resolveMention(mention, [], evidence, index);
    if (resolution.kind === 'division') {
      if (mention.use === 'subject' && isAside(text, mentions, i, index)) {
        tallies.of(resolution.code).cues.add('aside');
        return [];
      }
      const next = mentions[i + 1];
      const leads = next?.start === mention.end && next.use === mention.use;
      return [{ mention, code: resolution.code, leads, body: false }];
    }
    const { candidates, doubtful } = mention;
    if (candidates.length > MOST_SHARING) return [];
    for (const code of candidates) {
      const tally = tallies.of(code);
      tally.open += 1;
      tally.fewest = Math.min(tally.fewest, candidates.length);
      if (!doubtful) tally.cues.add('open-name-sure');
      if (standsIn(mention, opens)) tally.cues.add('open-name-head');
    }
    return [];
  });
}

/** An own name: of its division, and of all that hold it. */
function countOwn(tally: Tally, { mention, code, leads }: Resolved, weight: number, tallies: Tallies): void {
  if (tally.own === 0) tally.first = mention.start;
  tally.last = mention.start;
  tally.own += 1;
  tallies.own += 1;
  tallies.first ??= code;
  tallies.last = code;
  if (leads) tally.leading += 1;
  tally.weight += weight;
  tallies.weight += weight;
  for (const above of tally.above) {
    above.below += 1;
    above.weightBelow += weight;
    above.lower.add(code);
  }
}

function countAll(
  words: ReportWords,
  opens: readonly NormalizedSpan[],
  resolved: readonly Resolved[],
  tallies: Tallies,
): void {
  const looked = new Map<string, number>();
  for (const one of resolved) {
    const { mention, code, leads } = one;
    const tally = tallies.of(code);
    const n = looked.get(code) ?? 0;
    looked.set(code, n + 1);
    const cues = n < LOOKED_AT ? lookAround(words, mention) : [];
    for (const cue of cues) tally.cues.add(cue);
    if (mention.use === 'destination') tally.destinations += leads ? 0 : 1;
    else if (mention.use === 'origin') tally.origins += 1;
    else if (mention.use === 'name') tally.parts += 1;
    else {
      if (headsPart(words.text, mention)) tallies.headed.add(code);
      one.body = cues.includes('body');
      if (one.body) tally.bodies += 1;
      const weight = 1 + (standsIn(mention, opens) ? IN_HEAD : 0) + (one.body ? WITH_BODY : 0);
      countOwn(tally, one, leads ? 0 : weight, tallies);
    }
  }
}

// In front of what heads a part of the report, on its line, and behind it: takes （一）淮安市：, 【江阴】; must not take 淮安市组织.
const HEADS_BEFORE = /(?:^|\n)[\s（(【〔[一二三四五六七八九十\d）)、.．▲■●◆]*$/;
const HEADS_AFTER = /^\s?[：:】〕\]]/;
const HEADS_REACH = 8;

const headsPart = (text: string, { start, end }: NormalizedSpan): boolean =>
  HEADS_AFTER.test(text.slice(end, end + 2)) &&
  HEADS_BEFORE.test(text.slice(Math.max(0, start - HEADS_REACH), start));

// Behind a place in a dateline: takes 讯 (本报铜仁讯), 5月2日电; must not take 电力.
const DATELINE = /^(?:[讯电](?![力话])|\d{1,2}月\d{1,2}日[讯电]|（)/;

/** Notes which divisions a line names; of a title or a headline (`opens`), how. */
function readLine(
  words: ReportWords,
  names: LineCues,
  line: NormalizedSpan,
  opens: readonly NormalizedSpan[],
  resolved: readonly Resolved[],
  tallies: Tallies,
): void {
  const from = countBelow(resolved.length, (i) => resolved[i]!.mention.start < line.start);
  const to = countBelow(resolved.length, (i) => resolved[i]!.mention.start < line.end);
  if (from >= to) return;
  const closely = opens.includes(line);
  const codes = new Set<string>();
  const held = new Set<string>();
  let first = true;
  for (const { mention, code, body } of resolved.slice(from, to)) {
    const { cues, above } = tallies.of(code);
    codes.add(code);
    held.add(code);
    for (const each of above) held.add(each.code);
    if (mention.use !== 'subject') {
      cues.add(names[mention.use]);
      continue;
    }
    cues.add(names.line);
    for (const each of above) each.cues.add(names.below);
    if (!closely) continue;
    if (first) cues.add(names.first);
    first = false;
    if (mention.full) cues.add(names.full);
    if (body) cues.add(names.body);
    if (DATELINE.test(words.text.slice(mention.end, mention.end + 8))) cues.add(names.dateline);
  }
  tallies.lines.push({ names, codes, held });
}

// Takes 全港, 本澳: of what a report says this, it is from there.
const OWN_NAME = /^[全本][港澳]$/;

/** Divisions that are told by other words than their names; bynames where nothing is named. */
function readOtherWords({ text, span, traditional, mentions }: ReportWords, tallies: Tallies): void {
  const all = text.slice(span.start, span.end);
  if (tallies.own === 0)
    for (const [byname, code] of BYNAMES) if (byname.test(all)) tallies.of(code).cues.add('byname');
  if (traditional)
    for (const [own, code] of OWN_WORDS) if (own.test(all)) tallies.of(code).cues.add('own-words');
  for (const { surface, candidates } of mentions) {
    if (!OWN_NAME.test(surface)) continue;
    const { cues } = tallies.of(candidates[0]!);
    cues.add(cues.has('own-name') ? 'own-name-again' : 'own-name');
  }
}

/** Adds up a report's names; linear in its text. */
export function tallyNames(words: ReportWords, evidence: ReadonlySet<string>): Tallies {
  const { index, title, heads, issuers, tail, crumbs } = words;
  const tallies = new Tallies(index);
  const opens = opensOf(words);
  const resolved = resolveAll(words, opens, evidence, tallies);
  countAll(words, opens, resolved, tallies);
  readOtherWords(words, tallies);
  const read = (names: LineCues, line: NormalizedSpan): void =>
    readLine(words, names, line, opens, resolved, tallies);
  if (title !== null) read(TITLE, title);
  heads.forEach((line, i) => read(HEADS[Math.min(i, 2)]!, line));
  issuers.forEach((line, i) => read(i === 0 ? ISSUER : ISSUERS, line));
  for (const line of tail) read(TAIL, line);
  for (const line of crumbs) read(CRUMBS, line);
  return tallies;
}
