/** A CSV of populations or households (code,value,year,source) → what numbers are divided by; all its faults at once. */
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Populations } from '../compare/index.js';
import { say, type Phrase } from '../language/language.js';
import { UsageError } from './usage-error.js';

/** More than all people; whoever writes more means something else. */
const MOST = 1e10;

// takes 520000 and 520,000; must not take 5e5 or 0x10
const NUMBER = /^\d{1,3}(?:,\d{3})+$|^\d+(?:\.\d+)?$/;

const LINE = z.object({
  // takes 320800; must not take 3208
  code: z.string().regex(/^\d{6}$/),
  value: z
    .string()
    .regex(NUMBER)
    .transform((text) => Number(text.replaceAll(',', '')))
    .refine((value) => value >= 1 && value <= MOST),
  year: z
    .string()
    .regex(/^(?:19|2[01])\d\d$/)
    .transform(Number),
  source: z.string().default(''),
});
const COLUMNS = ['code', 'value', 'year'] as const;

/** What each column must be. */
const FAULTS: Readonly<Record<string, Phrase>> = {
  code: { en: 'code is six digits, not "{text}"', zh: 'code 应为六位数字，而不是“{text}”' },
  value: { en: 'value is a number from 1 on, not "{text}"', zh: 'value 应为 1 以上的数，而不是“{text}”' },
  year: { en: 'year is a year, not "{text}"', zh: 'year 应为年份，而不是“{text}”' },
};
const TWICE: Phrase = { en: '{code} has another line for {year}', zh: '{code} 的 {year} 年已有一行' };
const MISSING: Phrase = { en: 'columns are missing: {columns}', zh: '缺少这些列：{columns}' };

/** @throws {UsageError} where it can not be read, or a line is not what it should be */
export function readPopulations(path: string): Populations {
  const faults: string[] = [];
  const seen = new Set<string>();
  const read = parseFile(path).flatMap(({ record, info: { lines } }) => {
    const at = `${path}:${lines}`;
    const line = LINE.safeParse(record);
    if (!line.success) {
      const column = String(line.error.issues[0]!.path[0]);
      faults.push(`${at}: ${say(FAULTS[column]!, { text: record[column] ?? '' })}`);
      return [];
    }
    const { code, year } = line.data;
    if (seen.has(`${code} ${year}`)) faults.push(`${at}: ${say(TWICE, { code, year })}`);
    seen.add(`${code} ${year}`);
    return [line.data];
  });
  if (faults.length > 0) throw wrong(faults.slice(0, 10).join('\n'));
  return new Populations(read);
}

interface Line {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

function parseFile(path: string): Line[] {
  try {
    let columns: readonly string[] = [];
    const lines = parse(readFileSync(path), {
      ...{ bom: true, skip_empty_lines: true, trim: true, info: true },
      columns: (names: string[]) => (columns = names),
    }) as unknown as Line[];
    const missing = COLUMNS.filter((column) => !columns.includes(column));
    if (missing.length > 0) throw wrong(`${path}: ${say(MISSING, { columns: missing.join(', ') })}`);
    return lines;
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
