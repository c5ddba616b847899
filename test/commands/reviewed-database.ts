/** Databases of small reports, decisions on their figures, and what `export` makes of them. */
import { expect } from 'vitest';
import { join, resolve } from 'node:path';
import type { FigureRecord } from '../../src/model.js';
import {
  openStore,
  queryFigures,
  recordDecision,
  type CurrentFigure,
  type Store,
} from '../../src/store/index.js';
import { figureId } from '../../src/text/figure-id.js';
import { folderOf, huibao, ungrounded, type Ended } from './huibao.js';

export const RULES = resolve(import.meta.dirname, '../../rules');
export const OBSERVATIONS = join(RULES, 'report-region-observations.jsonl');

export const NANJIANG = `南江县红十字会2023年工作总结

全县招募志愿者320名，累计服务时长1.2万余小时。筹集善款56.8万元，发放棉被800床。

南江县红十字会
2023年12月28日
`;
export const PINGCHANG = `平昌县红十字会2022年工作总结

全县招募志愿者近500名，募集善款X万元。

平昌县红十字会
2022年12月20日
`;

export const CANGXI = `苍溪县红十字会2023年工作总结

全县招募志愿者260名。

苍溪县红十字会
2023年12月30日
`;

export const VAGUE = CANGXI.replace('260名', '260名，发放宣传单若干份');

export interface Database {
  readonly db: string;
  readonly folder: string;
  readonly documents: string;
  readonly figures: readonly CurrentFigure[];
}

export async function ingested(files: Readonly<Record<string, string>>): Promise<Database> {
  const folder = folderOf(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`docs/${name}`, text])),
  );
  const db = join(folder, 'huibao.sqlite');
  const { code } = await huibao(['ingest', 'docs', '--db', db], { cwd: folder });
  expect([code, ungrounded(db)]).toEqual([0, 0]);
  const figures = withStore(db, (store) => [...queryFigures(store)]);
  return { db, folder, documents: join(folder, 'docs'), figures };
}

export function withStore<Result>(db: string, work: (store: Store) => Result): Result {
  const store = openStore(db);
  try {
    return work(store);
  } finally {
    store.close();
  }
}

export const BY = { who: '李', at: '2026-01-02T00:00:00.000Z' };

export const acceptAll = (
  { db, figures }: Database,
  but: (figure: CurrentFigure) => boolean = () => false,
): void =>
  withStore(db, (store) => {
    for (const figure of figures)
      if (!but(figure)) recordDecision(store, { ...BY, figureId: figure.figure_id, action: 'accept' });
  });

export const of = ({ figures }: Database, indicator: string): CurrentFigure =>
  figures.find((figure) => figure.indicator === indicator)!;

export const exported = ({ db, folder }: Database, ...args: string[]): Promise<Ended> =>
  huibao(['export', '--decisions', '--db', db, ...args], { cwd: folder });

export type Line = Record<string, unknown>;
export const linesOf = (text: string): Line[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);

export interface Evaluation {
  readonly all: { readonly precision: number; readonly recall: number; readonly fp: number };
}
export async function evaluated(
  { folder }: Database,
  gold = 'gold',
  documents = 'docs',
): Promise<Evaluation> {
  const { code, stdout, stderr } = await huibao(['evaluate', gold, documents, '--format', 'json'], {
    cwd: folder,
  });
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Evaluation;
}

export const goldIn = ({ folder }: Database, name: string): string => join(folder, 'gold', name);

/** A figure of the document of another one, on `exact`. */
export function addition(like: CurrentFigure, text: string, exact: string, value: number): FigureRecord {
  const start = text.indexOf(exact);
  const end = start + exact.length;
  return {
    ...like,
    ...{ value, lower: value, upper: value, start, end, exact },
    figure_id: figureId(like.document_id, start, end, like.indicator),
    quote: text.split('\n').find((line) => line.includes(exact))!,
    rule: 'reviewer',
  };
}
