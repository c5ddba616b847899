/** A database of small reports of one province, for comparing on the command line. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { huibao } from './huibao.js';

export const report = (title: string, day: string, sentences: string): string =>
  `${title}\n${day}\n截至${day}，${sentences}`;

/** Of four cities of 江苏, one of them twice. */
export const CITIES = {
  '淮安.txt': report('淮安市志愿服务工作汇报', '2022年3月31日', '全市累计招募志愿者6200名，服务4200余小时。'),
  '苏州.txt': report('苏州市志愿服务工作汇报', '2022年3月28日', '全市累计招募志愿者近6000名，服务9000小时。'),
  '苏州（旧）.txt': report('苏州市志愿服务工作汇报', '2022年1月31日', '全市累计招募志愿者4100名。'),
  '盐城.txt': report('盐城市志愿服务工作汇报', '2022年3月30日', '全市累计招募志愿者X名。'),
};

/** The same, one of another year, and two of their counties. */
export const CITIES_AND_COUNTIES = {
  ...CITIES,
  '涟水.txt': report('涟水县志愿服务工作汇报', '2022年3月20日', '全县累计招募志愿者900名。'),
  '大丰.txt': report('盐城市大丰区志愿服务工作汇报', '2022年3月30日', '全区累计开展志愿服务1200小时。'),
  '南京.txt': report('南京市志愿服务工作汇报', '2019年3月30日', '全市累计招募志愿者800名。'),
};

/** Reads the reports before the tests of a file, and takes the database away behind them. */
export function comparedDatabase(reports: Readonly<Record<string, string>>): () => string {
  const folder = mkdtempSync(join(tmpdir(), 'compare-'));
  const database = join(folder, 'reports.sqlite');
  beforeAll(async () => {
    for (const [name, text] of Object.entries(reports)) writeFileSync(join(folder, name), text);
    await huibao(['ingest', folder, '--db', database]);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));
  return () => database;
}
