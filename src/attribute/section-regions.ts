/** Takes the segments of a document; gives the division that governs each sentence from outside it. */
import type { Section, Segments } from '../model.js';
import { countBelow } from '../text/span.js';
import { type DivisionIndex, isWithin, rankWord } from './division-index.js';
import { type LocatedMention, chainEnd, startingIn, resolveMention } from './located-mentions.js';
import type { ReportDescription } from './describe-report.js';

type Sentence = Segments['sentences'][number];

export interface RegionDocument {
  readonly text: string;
  readonly segments: Segments;
  readonly index: DivisionIndex;
  readonly mentions: readonly LocatedMention[];
  readonly reports: readonly ReportDescription[];
}

// What may stand in front of a paragraph's first word: takes （一）, 1., 一是, 【, -, ▲; must not take 如.
const OPENING =
  /[\s\u3000\-–•·*●■◆▲△▶★☆◎○▍▪]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[①-⑳]|[一二三四五六七八九十]是)?\s*[【〔[]?(?:截[至止][^，。；]{1,16}，|受[^，。；]{1,14}(?:影响|袭击)，)?/uy;
// Takes ： (江宁区：…) and 】; must not take 委.
const COLON = /^\s*(?:[：:】〕\]]|$)/;

/** The one division that a heading names; null where it names none or several. */
function headingRegion(doc: RegionDocument, section: Section): string | null {
  if (section.heading === null) return null;
  const mentions = startingIn(doc.mentions, section.heading);
  const first = mentions.findIndex(({ use }) => use === 'subject');
  if (first < 0) return null;
  const last = chainEnd(mentions, first);
  if (mentions.slice(last + 1).some(({ use }) => use === 'subject')) return null;
  return resolveIn(doc, mentions[last]!, section.report);
}

function resolveIn(doc: RegionDocument, mention: LocatedMention, report: number): string | null {
  const { region, evidence } = doc.reports[report]!;
  const own = region.code;
  const resolution = resolveMention(mention, own === null ? [] : [[own]], evidence, doc.index);
  return resolution.kind === 'division' ? resolution.code : null;
}

/** Of each section, its own heading's division or that of the section around it. */
function sectionCodes(doc: RegionDocument): (string | null)[] {
  const codes: (string | null)[] = [];
  // a section stands behind the one that holds it
  for (const section of doc.segments.sections) {
    const around = section.parent === null ? null : (codes[section.parent] ?? null);
    codes.push(headingRegion(doc, section) ?? around);
  }
  return codes;
}

interface Lead {
  readonly code: string;
  readonly section: number;
  readonly heading: boolean;
  /** The table whose cell it is; null: none's. */
  readonly table: number | null;
}

function namesAny({ mentions }: RegionDocument, { span }: Sentence): boolean {
  const first = mentions[countBelow(mentions.length, (i) => mentions[i]!.start < span.start)];
  return first !== undefined && first.start < span.end;
}

/** The division that a paragraph's first words name: 江宁区：… (a heading) or 沛县组织… (its subject). */
function paragraphLead(doc: RegionDocument, sentence: Sentence): Lead | null {
  if (!namesAny(doc, sentence)) return null;
  OPENING.lastIndex = sentence.span.start;
  const start = sentence.span.start + (OPENING.exec(doc.text)?.[0].length ?? 0);
  const mentions = startingIn(doc.mentions, { start, end: sentence.span.end });
  const first = mentions[0];
  if (first?.start !== start || first.use !== 'subject') return null;
  const mention = mentions[chainEnd(mentions, 0)]!;
  const next = doc.text.slice(mention.end, mention.end + 2);
  // 盐城、南通等市: several subjects are none
  if (/^(?:[、和及与]|等)/.test(next)) return null;
  const code = resolveIn(doc, mention, sentence.report);
  if (code === null) return null;
  const heading = COLON.test(next.split('\n')[0]!);
  const own = doc.reports[sentence.report]?.region.code ?? null;
  // 苏州市捐赠口罩…: a guest opens a sentence, not a part of the report
  if (!heading && own !== null && !isWithin(doc.index, code, own)) return null;
  return { code, section: sentence.section, heading, table: sentence.cell?.place.table ?? null };
}

/** 市劳模协会…, 全市…: a later sentence whose subject is the report's own division again. */
function opensWithItself(doc: RegionDocument, sentence: Sentence): boolean {
  const own = doc.reports[sentence.report]?.region.code;
  const division = own == null ? undefined : doc.index.byCode.get(own);
  if (division === undefined) return false;
  const { start } = sentence.span;
  const opening = doc.text
    .slice(start, start + 3)
    .trimStart()
    .replace(/^[全我本]/, '');
  // takes 市劳模协会, 全市; must not take 市、县两级, 市场
  return opening.startsWith(rankWord(division)) && !/^.[、场区民]/.test(opening);
}

function liesIn(sections: readonly Section[], section: number, outer: number): boolean {
  for (let at: number | null = section; at !== null; at = sections[at]?.parent ?? null)
    if (at === outer) return true;
  return false;
}

const inSameRow = (a: Sentence | undefined, b: Sentence): boolean =>
  a?.cell != null && a.cell.place.table === b.cell?.place.table && a.cell.place.row === b.cell.place.row;

/** A cell names the division of its row alone, unless it fills a row of its own above others. */
const hasRowNeighbour = (sentences: readonly Sentence[], index: number): boolean =>
  inSameRow(sentences[index - 1], sentences[index]!) || inSameRow(sentences[index + 1], sentences[index]!);

/** To the end of its section, or of its table. */
const governs = ({ section, table }: Lead, sentence: Sentence, sections: readonly Section[]): boolean =>
  liesIn(sections, sentence.section, section) && (table === null || table === sentence.cell?.place.table);

// takes 合计, 全市总计; leaves 小计, which is its group's
const TOTAL = /合计$|总计$/;
const isTotal = ({ cell }: Sentence): boolean =>
  cell?.rowHeaders.some((label) => TOTAL.test(label.replace(/\s/g, ''))) ?? false;

/** For each sentence the division that its paragraph's opening, a sentence in front of it or its section states; null where neither does. */
export function findSectionRegions(doc: RegionDocument): (string | null)[] {
  const { sections, sentences } = doc.segments;
  const codes = sectionCodes(doc);
  let heading: Lead | null = null;
  let lead: Lead | null = null;
  const regions: (string | null)[] = [];
  let previous: Sentence | undefined;
  for (const [index, sentence] of sentences.entries()) {
    if (previous?.paragraph !== sentence.paragraph || previous.report !== sentence.report) {
      lead = paragraphLead(doc, sentence);
      if (lead?.heading === true && !hasRowNeighbour(sentences, index)) heading = lead;
    } else if (lead?.heading === false && opensWithItself(doc, sentence)) {
      lead = null;
    } else if (lead !== null || doc.reports[sentence.report]?.region.code == null) {
      // 北京市全力安置。门头沟区配送… : the subject of a later sentence takes over, but not from the report itself
      lead = paragraphLead(doc, sentence) ?? lead;
    }
    if (heading !== null && !governs(heading, sentence, sections)) heading = null;
    const above = heading?.table != null && isTotal(sentence) ? null : (heading?.code ?? null);
    regions.push(lead?.code ?? above ?? codes[sentence.section] ?? null);
    previous = sentence;
  }
  return regions;
}
