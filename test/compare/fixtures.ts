/** A database of statements for comparisons: each of a report of its own, unless they share its text. */
import { compare, type Comparison, type Question } from '../../src/compare/index.js';
import type { FigureRecord } from '../../src/model.js';
import { saveDocument, type ReportRecord } from '../../src/store/index.js';
import { documentOf, figureAt, newStore, reportOf, type Fixture } from '../store/fixtures.js';

/** Of region, number and what else is told of it. */
export type Told = readonly [region: string, value: number, changes?: Partial<FigureRecord>];

let reports = 0;

/** Saves a report that states all of this; gives the figures' ids. */
export function tell(
  { store, run }: Fixture,
  told: readonly Told[],
  report: Partial<ReportRecord> = {},
): string[] {
  const text = `第${++reports}期：${told.map(([region, value], i) => `${region}第${i}项${value}人`).join('，')}。`;
  const figures = told.map(([region_code, value, changes = {}], i) => {
    const figure = figureAt(text, `第${i}项${value}`, value, {
      region_code,
      region_name: region_code,
      quote: text,
    });
    // the digits only, so that the figure's place is its number
    const start = figure.start + `第${i}项`.length;
    return { ...figure, start, exact: String(value), figure_id: `${figure.figure_id}:${i}`, ...changes };
  });
  const { region_code = null } = figures[0] ?? {};
  saveDocument(
    store,
    documentOf(run, text, figures, { reports: [reportOf(text, { region_code, ...report })] }),
  );
  return figures.map(({ figure_id }) => figure_id);
}

/** 淮安 (with 涟水) and 苏州 in 江苏; 湖北 with 仙桃 right below it; 北京 with 东城. */
export const newDatabase = (): Fixture => newStore();

export const ask = ({ store }: Fixture, question: Partial<Question> = {}): Comparison =>
  compare(store, {
    ...{ indicators: ['volunteers'], level: 'city', within: null, from: '2022-01-01', to: '2022-03-31' },
    ...question,
  });
