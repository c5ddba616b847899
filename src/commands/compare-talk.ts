/** A comparison → what is said beside its table, on standard error; null where there is nothing to say. */
import type { Cell, Comparison, Series } from '../compare/index.js';
import { say } from '../language/language.js';
import { titleOf } from './compare-rows.js';
import { databaseOption } from './shell-words.js';

export const daysLine = ({ from, to }: Comparison): string =>
  say({ en: 'numbers that hold for {from} to {to}', zh: '取 {from} 至 {to} 的数据' }, { from, to });

export function othersLine(others: readonly Series[]): string | null {
  if (others.length === 0) return null;
  const shown = others.slice(0, 6).map((each) => `${titleOf(each, null)} ${each.regions}`);
  const names = `${shown.join(say({ en: ', ', zh: '、' }))}${others.length > 6 ? ' …' : ''}`;
  return say(
    {
      en: 'stated too, by so many regions (--unit, --item, --every-series): {names}',
      zh: '另有（后为地区数；--unit、--item、--every-series）：{names}',
    },
    { names },
  );
}

export function conflictLine({ conflicts }: Comparison, db: string): string | null {
  if (conflicts.length === 0) return null;
  return say(
    {
      en: '{n} conflicts (marked ! where they touch a number): huibao compare --show conflicts{db}',
      zh: '{n} 处矛盾（相关数值标 !）：huibao compare --show conflicts{db}',
    },
    { n: conflicts.length, db: databaseOption(db) },
  );
}

export function reviewLine({ rows }: Comparison, db: string): string | null {
  const isWaiting = (cell: Cell): boolean => cell.kind === 'gap' && cell.reason === 'in-review';
  const n = rows.flatMap(({ cells }) => cells).filter(isWaiting).length;
  if (n === 0) return null;
  return say(
    {
      en: '{n} cells wait for review: huibao review{db} (or --include-review)',
      zh: '{n} 格有待审核：huibao review{db}（或加 --include-review）',
    },
    { n, db: databaseOption(db) },
  );
}

export function reasonLine({ rows }: Comparison, db: string): string | null {
  if (rows.length === 0) return null;
  return say(
    {
      en: 'where a number comes from: huibao explain FIGURE{db}',
      zh: '查看数字的来历：huibao explain 编号{db}',
    },
    { db: databaseOption(db) },
  );
}
