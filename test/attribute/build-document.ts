/** Builds small segmented documents for the tests of attribution, and figures in them. */
import { readFileSync } from 'node:fs';
import type {
  NormalizedText,
  Quantity,
  RegionModel,
  RuleMatch,
  Section,
  Segments,
  Sentence,
  Span,
} from '../../src/model.js';
import { buildDivisionIndex } from '../../src/attribute/division-index.js';
import { type PreparedAttribution, prepareAttribution } from '../../src/attribute/prepare.js';
import { readRegionModel } from '../../src/ruleset/region-model.js';
import { parseTowns } from '../../src/ruleset/towns.js';
import { parseDivisions } from '../../src/ruleset/regions.js';

export const divisions = parseDivisions(
  readFileSync(new URL('../../rules/regions.tsv', import.meta.url), 'utf8'),
);
const towns = parseTowns(
  readFileSync(new URL('../../rules/towns.tsv', import.meta.url), 'utf8'),
  new Set(divisions.map(({ code }) => code)),
);
export const index = buildDivisionIndex(divisions, towns);
const modelFile = new URL('../../rules/report-region.json', import.meta.url);
export const regionModel = readRegionModel(
  [{ layer: 0, name: 'report-region.json', file: modelFile.pathname, text: readFileSync(modelFile, 'utf8') }],
  [],
);

// takes 一、成效 and （二）江宁区 and 【江阴】 and 淮安市： as whole lines
const HEADING = /^(?:([一二三四五]、)|(（[一二三四五]）)|(【.+】$|.{2,8}[：]$))/u;

const pieces = (text: string, from: number, stops: RegExp): Span<'normalized'>[] => {
  const spans: Span<'normalized'>[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (!stops.test(text[i]!) && i < text.length - 1) continue;
    spans.push({ start: from + start, end: from + i + 1 });
    start = i + 1;
  }
  return spans;
};

/** Lines are paragraphs, `----` starts another report; a first line without 。 is the report's title. */
export function segmentsOf(text: string, titled = true): Segments {
  const sections: Section[] = [];
  const sentences: Sentence[] = [];
  const reports: { span: Span<'normalized'>; title: Span<'normalized'> | null }[] = [];
  let at = 0;
  let paragraph = 0;
  let open: { section: number; level: number }[] = [];
  const start = (from: number): void => {
    reports.push({ span: { start: from, end: text.length }, title: null });
    sections.push({
      span: { start: from, end: text.length },
      heading: null,
      level: 0,
      parent: null,
      report: reports.length - 1,
    });
    open = [{ section: sections.length - 1, level: 0 }];
  };
  start(0);
  for (const line of text.split('\n')) {
    const span = { start: at, end: at + line.length };
    at += line.length + 1;
    if (line === '----') {
      reports[reports.length - 1]!.span = { start: reports.at(-1)!.span.start, end: span.start };
      start(at);
      continue;
    }
    if (line.trim() === '') continue;
    paragraph += 1;
    const report = reports.at(-1)!;
    const isTitle =
      titled && report.title === null && !line.includes('。') && span.start === report.span.start;
    if (isTitle) report.title = span;
    const heading = HEADING.exec(line);
    if (heading && !line.includes('。') && !isTitle) {
      const level = heading[1] === undefined ? (heading[2] === undefined ? 3 : 2) : 1;
      open = open.filter((each) => each.level < level);
      sections.push({
        span: { start: span.start, end: text.length },
        heading: span,
        level,
        parent: open.at(-1)!.section,
        report: reports.length - 1,
      });
      open.push({ section: sections.length - 1, level });
    }
    for (const sentence of pieces(line, span.start, /[。！？]/u))
      sentences.push({
        span: sentence,
        kind: 'body',
        report: reports.length - 1,
        section: open.at(-1)!.section,
        paragraph,
        clauses: pieces(text.slice(sentence.start, sentence.end), sentence.start, /[，；：]/u),
        cell: null,
      });
  }
  return { reports, sections, sentences };
}

/** A text that normalising left as it was. */
export const plain = (text: string): NormalizedText => ({
  text,
  passes: [],
  toSource: ({ start, end }) => ({ start, end }),
  fromSource: ({ start, end }) => ({ start, end }),
});

const MEASURE = /^余?(?:人次|[只个支人名件条元瓶桶箱套双份次万户盒包]+)/u;

/** The quantity of the digits at `at`, with the measure word behind them. */
export function quantityAt(text: string, at: number): Quantity {
  const digits = /^[\d.]+万?/u.exec(text.slice(at))![0];
  const unitText = MEASURE.exec(text.slice(at + digits.length))?.[0] ?? null;
  const end = at + digits.length;
  const value = Number.parseFloat(digits);
  return {
    span: { start: at, end },
    phrase: { start: at, end: end + (unitText?.length ?? 0) },
    value, lower: value, upper: value, qualifier: 'exact', unit: unitText, unitText, redacted: false, flags: [],
  }; // prettier-ignore
}

export interface TestDocument {
  readonly text: string;
  readonly segments: Segments;
  readonly prepared: PreparedAttribution;
  readonly quantities: readonly Quantity[];
}

/** A document whose every number with a measure word is a quantity. */
export function documentOf(text: string, titled = true, model: RegionModel = regionModel): TestDocument {
  const segments = segmentsOf(text, titled);
  const quantities = Array.from(text.matchAll(/\d[\d.]*万?/gu), ({ index: at }) =>
    quantityAt(text, at),
  ).filter(({ unit }) => unit !== null);
  const prepared = prepareAttribution({
    text: plain(text),
    segments,
    quantities,
    divisions: index,
    regionModel: model,
  });
  return { text, segments, prepared, quantities };
}

/** The match of the last place where `number` stands as a quantity. */
export function matchOf(document: TestDocument, number: string, indicator = 'volunteers'): RuleMatch {
  const quantity = document.quantities.findLast(
    ({ span }) => document.text.slice(span.start, span.end) === number,
  );
  if (quantity === undefined) throw new Error(`no quantity ${number}`);
  const sentence = document.segments.sentences.findIndex(
    ({ span }) => span.start <= quantity.span.start && quantity.span.start < span.end,
  );
  return {
    quantity, sentence, rule: indicator, indicator, level: 'phrase', gap: 0, cue: null,
    direction: 'after', support: 1, rival: 'none', unit: quantity.unit ?? '', unitSupplied: false, losers: [],
  }; // prettier-ignore
}
