/** A CSV of populations or households (code,value,year,source) → what numbers are divided by; all its faults at once. */
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Populations } from '../compare/index.js';
import { say } from '../language/language.js';
import { UsageError } from './usage-error.js';

const LINE = z.object({
  // takes 320800; must not take 3208
  code: z.string().regex(/^\d{6}$/),
  value: z.coerce.number().positive(),
  year: z.coerce.number().int().min(1900).max(2199),
  source: z.string().default(''),
});
const COLUMNS = ['code', 'value', 'year'];

/** @throws {UsageError} where it can not be read, or a line is not what it should be */
export function readPopulations(path: string): Populations {
  const rows = parseFile(path);
  const faults: string[] = [];
  const read = rows.flatMap((row, i) => {
    const line = LINE.safeParse(row);
    if (line.success) return [line.data];
    const [issue] = line.error.issues;
    faults.push(`${path}:${i + 2}: ${issue!.path.join('.')}: ${issue!.message}`);
    return [];
  });
  if (faults.length > 0) throw wrong(faults.slice(0, 10).join('\n'));
  return new Populations(read);
}

function parseFile(path: string): Record<string, string>[] {
  try {
    const rows = parse(readFileSync(path), {
      ...{ bom: true, columns: true, skip_empty_lines: true, trim: true },
    }) as unknown as Record<string, string>[];
    const missing = COLUMNS.filter((column) => !(column in (rows[0] ?? {})));
    if (missing.length > 0) throw wrong(`${path}: ${missing.join(', ')}?`);
    return rows;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw wrong(`${path}: ${(error as Error).message}`);
  }
}

const wrong = (what: string): UsageError =>
  new UsageError(
    `--per-head: ${what}`,
    say({
      en: 'a CSV file in UTF-8 with the columns code (six digits), value, year, source',
      zh: '应为 UTF-8 编码的 CSV 文件，列为 code（六位代码）、value、year、source',
    }),
  );
