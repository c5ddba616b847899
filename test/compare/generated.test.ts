/** Reports generated from known numbers, read by the program itself: a comparison says what is true of them, and nothing else. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeRegions, type TrueCell, type Truth } from '../../bench/make-regions.mjs';
import {
  compare,
  LEVELS,
  trendsOf,
  type Cell,
  type Comparison,
  type Level,
} from '../../src/compare/index.js';
import { findReposts, openStore, type Store } from '../../src/store/index.js';

const CLI = resolve(import.meta.dirname, '../../dist/cli.js');

/** What is told of a place, for the message of a test that fails. */
const keyOf = ({ region, indicator }: { readonly region: string; readonly indicator: string }): string =>
  `${indicator} of ${region}`;

describe.each([1, 7])('of the reports of seed %i', (seed) => {
  const folder = mkdtempSync(join(tmpdir(), 'generated-'));
  let store: Store;
  let truth: Truth;
  const comparisons = new Map<Level, Comparison>();

  beforeAll(() => {
    const made = makeRegions(seed);
    ({ truth } = made);
    const corpus = join(folder, 'reports');
    mkdirSync(corpus);
    for (const { file, text } of made.reports) writeFileSync(join(corpus, file), text);
    const database = join(folder, 'generated.sqlite');
    execFileSync(process.execPath, [CLI, 'ingest', corpus, '--db', database], { stdio: 'ignore' });
    store = openStore(database, { readonly: true });
    const indicators = truth.indicators.map(({ id }) => id);
    for (const level of LEVELS)
      comparisons.set(level, compare(store, { indicators, level, within: null, ...truth.question }));
  });
  afterAll(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The cells that are there, beside what is true of them. */
  const pairs = (level: Level): { truth: TrueCell; cell: Cell }[] => {
    const { rows, series } = comparisons.get(level)!;
    const columnOf = new Map(series.map(({ indicator }, i) => [indicator, i]));
    const byCode = new Map(rows.map((row) => [row.region.code, row.cells]));
    return truth.cells
      .filter((each) => each.level === level)
      .flatMap((each) => {
        const cell = byCode.get(each.region)?.[columnOf.get(each.indicator)!];
        return cell ? [{ truth: each, cell }] : [];
      });
  };

  test('each indicator is compared in the unit that most regions use', () => {
    for (const { series } of comparisons.values())
      expect(series.map(({ indicator, unit, item }) => ({ id: indicator, unit, item }))).toEqual(
        truth.indicators,
      );
  });

  test.each(LEVELS)('%s: the rows are the regions of which something is told', (level) => {
    const told = truth.cells.filter((each) => each.level === level && each.reason !== 'no-report');
    const rows = comparisons.get(level)!.rows.map(({ region }) => region.code);
    expect(rows.toSorted()).toEqual([...new Set(told.map(({ region }) => region))].toSorted());
  });

  test.each(LEVELS)('%s: each cell is stated, rolled up, or a gap with its reason', (level) => {
    const kindOf = ({ kind, reason }: { kind: string; reason?: string | undefined }): string =>
      reason ?? kind;
    const found = pairs(level).map((each) => `${keyOf(each.truth)}: ${kindOf(each.cell)}`);
    expect(found).toEqual(pairs(level).map((each) => `${keyOf(each.truth)}: ${kindOf(each.truth)}`));
  });

  test.each(LEVELS)('%s: the truth is within the bounds of each cell, nothing counted twice', (level) => {
    for (const { cell, truth: known } of pairs(level)) {
      if (cell.kind === 'gap') continue;
      const { lower, upper } = cell.amount;
      expect(lower ?? 0, keyOf(known)).toBeLessThanOrEqual(known.value!);
      if (known.complete) expect(upper ?? Infinity, keyOf(known)).toBeGreaterThanOrEqual(known.value!);
      else expect(upper, keyOf(known)).toBeNull();
      const parts = cell.kind === 'rolled-up' ? cell.parts.toSorted() : [];
      expect(parts, keyOf(known)).toEqual(known.parts);
    }
  });

  test.each(LEVELS)('%s: a sum over the rows holds what the rows that tell something come to', (level) => {
    const { totals, rows, series } = comparisons.get(level)!;
    series.forEach(({ indicator }, i) => {
      const told = pairs(level).filter((each) => each.truth.indicator === indicator && each.cell.kind !== 'gap');
      const sum = told.reduce((all, each) => all + each.truth.value!, 0);
      expect(totals[i], indicator).toMatchObject({ counted: told.length, of: rows.length });
      const { lower, upper } = totals[i]!.amount;
      expect(lower, indicator).toBeLessThanOrEqual(sum);
      expect(upper ?? Infinity, indicator).toBeGreaterThanOrEqual(sum);
      // hedges leave less than a third open, and nothing is left out
      expect(lower, indicator).toBeGreaterThan(sum * 0.66);
    });
  }); // prettier-ignore

  test('regions inside a province that report nothing are gaps without a report', () => {
    const silent = truth.withoutReport.filter((code) => !code.endsWith('00'));
    expect(silent).not.toEqual([]);
    for (const code of silent) {
      const { parent } = truth.regions.find((region) => region.code === code)!;
      const question = { level: 'county', within: parent, ...truth.question } as const;
      const { rows } = compare(store, { indicators: truth.indicators.map(({ id }) => id), ...question });
      const cells = rows.find(({ region }) => region.code === code)!.cells;
      const expected = truth.cells.filter(({ region }) => region === code).map(({ kind, reason }) => reason ?? kind);
      expect(cells.map((cell) => (cell.kind === 'gap' ? cell.reason : cell.kind)), code).toEqual(expected);
    }
  }); // prettier-ignore

  test('what was planted is found, with its kind, and nothing besides', () => {
    const found = LEVELS.flatMap((level) => comparisons.get(level)!.conflicts).map(
      ({ kind, indicator, region_code }) => `${kind}: ${keyOf({ region: region_code, indicator })}`,
    );
    const planted = truth.conflicts.map(({ kind, ...place }) => `${kind}: ${keyOf(place)}`);
    expect([...new Set(found)].toSorted()).toEqual(planted.toSorted());
  });

  test('reports posted again are found, and no others', () => {
    const pair = (a: string, b: string): string => [a, b].map((file) => basename(file)).toSorted().join(' ');
    const found = [...findReposts(store)].map(({ file, original_file }) => pair(file, original_file));
    expect(found.toSorted()).toEqual(truth.reposts.map(({ file, original }) => pair(file, original)).toSorted());
  }); // prettier-ignore

  test('a number that a later report states again is told as a repetition', () => {
    for (const { region, indicator } of truth.restated) {
      const question = { regions: [region], indicators: [indicator], ...truth.question };
      const [trend] = trendsOf(store, question).trends;
      expect(trend!.points.at(-1), keyOf({ region, indicator })).toMatchObject({ repeats: true });
    }
  });
});
