/** Databases in temporary folders, and documents to put into them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { afterEach } from 'vitest';
import type { Division, FigureRecord } from '../../src/model.js';
import {
  beginRun,
  openStore,
  saveCatalogue,
  saveDocument,
  type DocumentToSave,
  type ReportRecord,
  type Run,
  type Saved,
  type Store,
} from '../../src/store/index.js';

const folders: string[] = [];
const stores: Store[] = [];

afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  folders.push(folder);
  return folder;
}

/** Closes the store after the test. */
export function closing(store: Store): Store {
  stores.push(store);
  return store;
}

const division = (code: string, name: string, parent: string | null): Division => ({
  code,
  name,
  aliases: [],
  parent,
  level: code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'county',
  heir: null,
});

export const CATALOGUE = {
  ruleVersion: 'v1',
  indicators: ['volunteers', 'volunteer_visits', 'supplies', 'posts'].map((id) => ({
    id,
    name: id,
    core: true,
    description: null,
    units: new Set(['人']),
    unitWhenMissing: null,
    convert: new Map<string, string>(),
  })),
  regions: [
    // Children first: the order in the table must not matter.
    division('320826', '涟水县', '320800'),
    division('320800', '淮安市', '320000'),
    division('320500', '苏州市', '320000'),
    division('320000', '江苏省', null),
    division('420000', '湖北省', null),
    division('429004', '仙桃市', '420000'),
    division('110000', '北京市', null),
    division('110101', '东城区', '110000'),
    // Put under a province whose digits it does not share.
    division('659001', '石河子市', '420000'),
  ],
  units: [
    { word: '名', unit: '人', factor: '1' },
    { word: '人次', unit: '人次', factor: '1' },
    { word: '个', unit: '个', factor: '1' },
  ],
};

export interface Fixture {
  readonly store: Store;
  readonly run: Run;
  readonly path: string;
}

/** A database with a catalogue and a run that has begun. */
export function newStore(startedAt = '2026-01-01T00:00:00.000Z'): Fixture {
  const path = join(temporaryFolder(), 'reports.db');
  const store = closing(openStore(path, { create: true }));
  saveCatalogue(store, CATALOGUE);
  return { store, path, run: beginRun(store, { startedAt, ruleVersion: 'v1', options: {} }) };
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A figure on the first occurrence of `exact` in the text; offsets in code points. */
export function figureAt(
  text: string,
  exact: string,
  value: number | null,
  changes: Partial<FigureRecord> = {},
): FigureRecord {
  const start = Array.from(text.slice(0, text.indexOf(exact))).length;
  const indicator = changes.indicator ?? 'volunteers';
  return {
    file: 'ignored',
    document_id: sha256(text),
    report: 0,
    figure_id: `${sha256(text).slice(0, 12)}:${start}:${indicator}`,
    indicator,
    item: null,
    value,
    lower: value,
    upper: value,
    qualifier: 'exact',
    unit: '人',
    unit_text: '名',
    statistic: 'total',
    redacted: false,
    region_code: '320800',
    region_name: '淮安市',
    region_method: 'title',
    as_of: '2022-03-31',
    as_of_method: 'stated',
    start,
    end: start + Array.from(exact).length,
    exact,
    quote: text,
    page: null,
    paragraph: 1,
    cell: null,
    confidence: 0.9,
    reasons: ['cue-near'],
    needs_review: false,
    rule: 'volunteers@v1',
    ...changes,
  };
}

export function reportOf(text: string, changes: Partial<ReportRecord> = {}): ReportRecord {
  return {
    report: 0,
    title: '工作汇报',
    issuer: null,
    region_code: '320800',
    region_name: '淮安市',
    region_method: 'title',
    date: '2022-04-01',
    start: 0,
    end: Array.from(text).length,
    content_hash: sha256(text),
    sketch: null,
    ...changes,
  };
}

/** What `saveDocument` takes for a text with these figures. */
export function documentOf(
  run: Run,
  text: string,
  figures: readonly FigureRecord[] = [],
  changes: Partial<DocumentToSave> = {},
): DocumentToSave {
  return {
    run,
    file: `${sha256(text).slice(0, 8)}.txt`,
    document: { id: sha256(text), format: 'txt', encoding: 'utf-8', text, bytes: Buffer.byteLength(text) },
    status: 'ok',
    ruleVersion: 'v1',
    reports: [reportOf(text)],
    figures,
    diagnostics: [],
    ...changes,
  };
}

/** Saves a text that holds one figure, `exact`, of this value. */
export function saveFigure(
  { store, run }: Fixture,
  text: string,
  exact: string,
  value: number | null,
  changes: Partial<FigureRecord> = {},
): Saved & { readonly figure: FigureRecord } {
  const figure = figureAt(text, exact, value, changes);
  return { ...saveDocument(store, documentOf(run, text, [figure])), figure };
}
