/** Options → current figures, and for people their comparison, in one file of the format that was asked for. */
import { extname } from 'node:path';
import { csvLines, jsonLines } from '../export/figure-lines.js';
import { reportHtml } from '../export/html/report.js';
import { paced } from '../export/paced.js';
import { writeParquet } from '../export/parquet.js';
import { resultSheets } from '../export/result-workbook.js';
import { writeWorkbook } from '../export/xlsx/workbook.js';
import { say } from '../language/language.js';
import { countFigures, queryFigures, type Store } from '../store/index.js';
import { databaseOption } from './shell-words.js';
import { warn } from './labelled-documents.js';
import { write } from './print-rows.js';
import { picturesOf } from './report-pictures.js';
import { filtersOf, listFigures, resultsOf, type Filters, type Narrowing } from './results-at-hand.js';
import { checkTarget, saveFile, type Put } from './save-file.js';
import { optionNamed, UsageError } from './usage-error.js';

const FORMATS = ['xlsx', 'html', 'csv', 'jsonl', 'parquet'] as const;
type Format = (typeof FORMATS)[number];

export interface ResultOptions extends Narrowing {
  readonly format?: string;
  readonly out?: string;
  readonly force?: boolean;
}

/** Options that choose among the results, or say how they look. */
export const NARROWING = [
  'indicator', 'region', 'level', 'from', 'to', 'includeReview', 'wan', 'title', 'unit', 'item', 'everySeries', 'perHead', 'per',
] as const satisfies readonly (keyof ResultOptions)[]; // prettier-ignore
/** Options of results that decisions do not take. */
export const RESULT_OPTIONS = ['force', ...NARROWING] as const;
const FOR_PEOPLE = ['level', 'wan', 'title', 'unit', 'item', 'everySeries', 'perHead', 'per'] as const;

/** @throws {UsageError} */
export async function exportResults(store: Store, options: ResultOptions): Promise<void> {
  const format = formatOf(options);
  const filters = filtersOf(store, options);
  const { db, out, force = false, includeReview = false } = options;
  if (out === undefined) await print(linesOf(store, format, filters));
  else {
    const target = { path: out, force, spare: db };
    checkTarget(target);
    await saveFile(target, writerOf(store, format, filters, { ...options, out }));
    warn(WRITTEN, { out, figures: countFigures(store, filters.figures) });
  }
  const waiting = includeReview ? 0 : countFigures(store, filters.waiting);
  const database = databaseOption(db);
  if (waiting > 0) warn(WAITING, { waiting, database });
}

/** The format that is named, else that of the file's ending. */
function formatOf({ format, out, ...options }: ResultOptions): Format {
  const ending = out === undefined ? '' : extname(out).slice(1).toLowerCase();
  const found = FORMATS.find((one) => one === (format ?? ending));
  if (!found)
    throw new UsageError(
      say(format === 'examples' ? ONLY_DECISIONS : NO_FORMAT, { formats: FORMATS.join(', ') }),
      'huibao export --format xlsx --out FILE.xlsx',
    );
  const isForPeople = found === 'xlsx' || found === 'html';
  const foreign = FOR_PEOPLE.find((name) => options[name] !== undefined);
  if (!isForPeople && foreign !== undefined)
    throw new UsageError(say(NOT_FOR_PROGRAMS, { option: optionNamed(foreign) }));
  if (out === undefined && (isForPeople || found === 'parquet'))
    throw new UsageError(
      say(NEEDS_FILE, { format: found }),
      `huibao export --format ${found} --out FILE.${found}`,
    );
  return found;
}

function linesOf(store: Store, format: Format, { figures }: Filters): Iterable<string> {
  const found = queryFigures(store, figures);
  return format === 'csv' ? csvLines(found) : jsonLines(found);
}

async function print(lines: Iterable<string>): Promise<void> {
  for (const line of lines) if (!(await write(line))) return;
}

/** What puts the file, part by part; what cannot be asked is refused before. */
function writerOf(
  store: Store,
  format: Format,
  filters: Filters,
  options: ResultOptions & { readonly out: string },
): (put: Put) => Promise<void> {
  if (format === 'xlsx') {
    const listed = listFigures(store, filters, options.db, options.out);
    const sheets = resultSheets(resultsOf(store, filters, options), listed);
    return (put) => writeWorkbook(sheets, put);
  }
  if (format === 'parquet') return (put) => writeParquet(queryFigures(store, filters.figures), put);
  const putAll = async (lines: Iterable<string>, put: Put): Promise<void> => {
    for await (const line of paced(lines)) put(line);
  };
  if (format !== 'html') return (put) => putAll(linesOf(store, format, filters), put);
  const results = resultsOf(store, filters, options);
  return async (put) => putAll(reportHtml(results, await picturesOf(results.comparison)), put);
}

const WRITTEN = { en: 'written: {out}, {figures} figures', zh: '已写入 {out}，{figures} 条数据' };
const WAITING = {
  en: '{waiting} figures wait for review and are left out (--include-review takes them): huibao review{database}',
  zh: '另有 {waiting} 条数据待审核，未计入（--include-review 可计入）：huibao review{database}',
};
const NO_FORMAT = {
  en: 'say what to write with --format ({formats}), or by the ending of --out',
  zh: '请用 --format（{formats}）或 --out 的扩展名指定格式',
};
const ONLY_DECISIONS = {
  en: 'examples are made of decisions: --decisions',
  zh: 'examples 只用于 --decisions',
};
const NOT_FOR_PROGRAMS = {
  en: '{option} goes with --format xlsx or html',
  zh: '{option} 只用于 --format xlsx 或 html',
};
const NEEDS_FILE = { en: '{format} goes into a file: --out', zh: '{format} 格式须写入文件：请用 --out 指定' };
