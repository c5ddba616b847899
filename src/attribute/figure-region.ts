/** Takes the place of a figure in a prepared document; gives the division that it is about. */
import type { NormalizedSpan, Region, RuleMatch } from '../model.js';
import { isWithin, ofRank, rankWord } from './division-index.js';
import {
  GIVEN,
  MOST_BETWEEN,
  type Place,
  type Question,
  type RegionLookup,
  counts,
  governingPlace,
  placesBefore,
  resolve,
} from './figure-places.js';
import { findDivisions } from './find-divisions.js';
import {
  type LocatedMention,
  chainEnd,
  chainStart,
  isEnumerated,
  resolveMention,
} from './located-mentions.js';
import { NO_REGION, makeRegion } from './report-region.js';
import { NATION } from './self-words.js';

export interface RegionFinding {
  readonly region: Region;
  readonly flags: readonly string[];
  /** What told it in the figure's sentence; null where nothing there did. */
  readonly place: NormalizedSpan | null;
}

// Takes what lies between two items of a list and their places; must not take a stop.
const NEXT_ITEM = /^[^，。；：！？\n]*、[^，。；：！？\n]*$/;

/** 思南县…站、江口县…站等5个站点: the number counts what is listed, in several divisions. */
function closesList(question: Question, mention: LocatedMention): boolean {
  const { doc, match } = question;
  const { start } = match.quantity.phrase;
  if (doc.text[start - 1] !== '等' && doc.text[start] !== '等') return false;
  const previous = doc.mentions[chainStart(doc.mentions, mention.ordinal) - 1];
  if (previous === undefined || mention.start - previous.end > MOST_BETWEEN) return false;
  if (!NEXT_ITEM.test(doc.text.slice(previous.end, mention.start))) return false;
  const codeOf = (place: LocatedMention): string | null => {
    const resolution = resolve(question, place);
    return resolution.kind === 'division' ? resolution.code : null;
  };
  // two streets of one county are in one division
  return codeOf(previous) !== codeOf(doc.mentions[chainEnd(doc.mentions, mention.ordinal)]!);
}

/** What the figure takes where its sentence names no division: its section's, else the report's. */
function outerRegion({ doc, own, section, sentence }: Question): RegionFinding {
  if (section !== null && section !== own)
    return { region: makeRegion(doc.index, section, 'section'), flags: [], place: null };
  const { region, ambiguous } = doc.reports[sentence.report]!;
  return { region, flags: ambiguous === null ? [] : ['region-ambiguous'], place: null };
}

/** 椒江区培训80人，温岭市、玉环市各培训50人: what opens the same sentence has no part in what several others share. */
function regionOfSeveral(question: Question, at: number): RegionFinding {
  const { doc, sentence, section } = question;
  const opens = placesBefore(doc, sentence.span, at).some(
    (place) => place.kind === 'mention' && place.mention.code === section,
  );
  return outerRegion(opens ? { ...question, section: null } : question);
}

type SelfPlace = Extract<Place, { kind: 'self' }>;

const WITHOUT_DIVISIONS: ReadonlySet<string> = new Set(['710000', '810000', '820000']);

/** 全市, 区总工会: the division of that rank that the sentence, the section or the report speaks of. */
function selfRegion(question: Question, { rank, start: at, end, body }: SelfPlace): RegionFinding {
  const told = { start: at, end };
  if (rank === NATION) return { region: NO_REGION, flags: [], place: told };
  const { doc, own, sentence } = question;
  // 市劳模协会 in a city's report is the city's, though 迁安市 stands in front
  const section =
    body && own !== null && rankWord(doc.index.byCode.get(own)!) === rank ? own : question.section;
  for (const place of placesBefore(doc, sentence.span, at)) {
    if (place.kind === 'self' || !counts(question, place.mention)) continue;
    const resolution = resolve(question, place.mention);
    if (resolution.kind !== 'division') continue;
    const division = doc.index.byCode.get(resolution.code)!;
    if (rankWord(division) === rank)
      return { region: makeRegion(doc.index, resolution.code, 'sentence'), flags: [], place: told };
  }
  // 省青基会拨付40万元 in a county's report: a body from above gives, and the report is about who is given to
  const above = own === null ? null : ofRank(doc.index, own, rank);
  if (body && above !== null && above !== own) return outerRegion(question);
  const inSection = section === null ? null : ofRank(doc.index, section, rank);
  if (inSection !== null && inSection !== own)
    return { region: makeRegion(doc.index, inSection, 'section'), flags: [], place: told };
  const { blankedRank, region } = doc.reports[sentence.report]!;
  // 全縣 of 花蓮縣: the standard gives no codes below Taiwan, Hong Kong and Macau
  if (own !== null && WITHOUT_DIVISIONS.has(own)) return { region, flags: [], place: told };
  // 全县 of 保定市XX县
  if (own !== null && rank === blankedRank) return { region, flags: [], place: told };
  const ofReport = own === null ? null : ofRank(doc.index, own, rank);
  if (ofReport !== null) {
    const method = ofReport === own ? region.method : 'report';
    return { region: makeRegion(doc.index, ofReport, method), flags: [], place: told };
  }
  // 全县 in a city's report: a county's figure is never the city's
  return { region: NO_REGION, flags: own === null ? [] : ['region-rank-unknown'], place: told };
}

/** A table's row or column label names the division. */
function headerRegion(question: Question): RegionFinding | null {
  const { doc, own, section, sentence } = question;
  const cell = sentence.cell;
  if (cell === null) return null;
  for (const header of [...cell.rowHeaders, ...cell.columnHeaders]) {
    const mention = findDivisions(header, doc.index).at(-1);
    if (mention === undefined) continue;
    const code = mention.candidates.length === 1 && !mention.doubtful ? mention.candidates[0]! : null;
    const located = { ...mention, use: 'subject' as const, code, ordinal: -1 };
    const known = [section, own].flatMap((each) => (each === null ? [] : [[each]]));
    const resolution = resolveMention(located, known, doc.reports[sentence.report]!.evidence, doc.index);
    if (resolution.kind === 'division')
      return { region: makeRegion(doc.index, resolution.code, 'clause'), flags: [], place: null };
    if (resolution.kind === 'ambiguous')
      return { region: NO_REGION, flags: ['region-ambiguous'], place: null };
  }
  return null;
}

/** Of goods and money in a report whose headline says where they went, that place, unless the sentence names another. */
function receiverOf({ doc, match, own, sentence }: Question, place: Place | null): string | null {
  const { receiver } = doc.reports[sentence.report]!;
  if (receiver === null || receiver === own || !GIVEN.has(match.indicator)) return null;
  if (place?.kind === 'self' && place.rank === NATION) return null;
  if (place === null || place.kind === 'self') return receiver;
  const { code, use } = place.mention;
  return use !== 'destination' && code !== null && own !== null && isWithin(doc.index, own, code)
    ? receiver
    : null;
}

/** The division of one figure: its clause, what governs it in the sentence, its section, its report. */
export function findFigureRegion(doc: RegionLookup, match: RuleMatch): RegionFinding {
  const sentence = doc.segments.sentences[match.sentence]!;
  const own = doc.reports[sentence.report]?.region.code ?? null;
  const question: Question = { doc, match, sentence, own, section: doc.sections[match.sentence] ?? null };
  const labelled = headerRegion(question);
  if (labelled !== null) return labelled;
  const inStep = doc.inStep.get(match.quantity.phrase.start);
  if (inStep !== undefined) return regionOf(question, inStep, 'clause');
  const governing = governingPlace(question);
  const receiver = receiverOf(question, governing?.place ?? null);
  if (receiver !== null) return { region: makeRegion(doc.index, receiver, 'title'), flags: [], place: null };
  if (governing === null) return outerRegion(question);
  const { place, inClause } = governing;
  if (place.kind === 'self') return selfRegion(question, place);
  if (isEnumerated(doc.text, doc.mentions, place.mention.ordinal) || closesList(question, place.mention))
    return regionOfSeveral(question, place.start);
  const mention = doc.mentions[chainEnd(doc.mentions, place.mention.ordinal)]!;
  return regionOf(question, mention, inClause ? 'clause' : 'sentence');
}

function regionOf(question: Question, mention: LocatedMention, method: Region['method']): RegionFinding {
  const resolution = resolve(question, mention);
  const place = { start: mention.start, end: mention.end };
  if (resolution.kind === 'division')
    return { region: makeRegion(question.doc.index, resolution.code, method), flags: [], place };
  return { region: { ...NO_REGION, name: mention.surface }, flags: ['region-ambiguous'], place };
}
