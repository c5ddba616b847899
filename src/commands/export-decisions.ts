/** `huibao export --decisions`: what reviewers decided → gold lines for `evaluate` and `calibrate`, or examples for rule files. */
import { figuresOf, goldLinesOf } from '../export/gold-lines.js';
import { say } from '../language/language.js';
import { reviewedDocuments, type ReviewedDocument, type Store } from '../store/index.js';
import { databaseOption } from './shell-words.js';
import { exportExamples } from './export-examples.js';
import { warn } from './labelled-documents.js';
import { printable, write } from './print-rows.js';
import { saveGold, type GoldOfDocument } from './save-gold.js';
import { UsageError } from './usage-error.js';

export interface DecisionOptions {
  readonly db: string;
  readonly format?: string;
  readonly partial?: boolean;
  readonly out?: string;
}

/** @throws {UsageError} for another format than gold lines (`jsonl`, also where none is given) and `examples` */
export async function exportDecisions(store: Store, options: DecisionOptions): Promise<void> {
  const { format = 'jsonl', partial, out } = options;
  if (format !== 'jsonl' && format !== 'examples')
    throw new UsageError(
      say({
        en: '--decisions goes with --format jsonl or examples',
        zh: '--decisions 只能用 --format jsonl 或 examples',
      }),
    );
  if (partial && format === 'examples') {
    throw new UsageError(
      say({ en: '--partial goes with --format jsonl', zh: '--partial 只用于 --format jsonl' }),
      say({
        en: 'examples are made of all figures that were decided on',
        zh: '样例总是包括所有已核的数据',
      }),
    );
  }
  if (format === 'examples') await exportExamples(store, out);
  else await exportGold(store, options);
}

/** Why a document is no complete gold; the first that holds counts. */
const LEFT_OUT = [
  {
    holds: ({ waiting }: ReviewedDocument) => waiting > 0,
    phrase: {
      en: '{count} documents left out, as figures in them still wait: huibao review{database} (--partial exports what was decided)',
      zh: '另有 {count} 份文档尚有数据待核，未导出：huibao review{database}（--partial 可导出已核的数据）',
    },
  },
  {
    holds: ({ waiting_in_reposts }: ReviewedDocument) => waiting_in_reposts > 0,
    phrase: {
      en: '{count} documents left out, as they repeat other reports, and what repeats is not reviewed',
      zh: '另有 {count} 份文档含转载内容，转载部分未经审核，未导出',
    },
  },
  {
    holds: ({ decided }: ReviewedDocument) => decided === 0,
    phrase: {
      en: '{count} documents left out, as nobody has decided on anything in them',
      zh: '另有 {count} 份文档无人审核过，未导出',
    },
  },
  {
    holds: ({ lost }: ReviewedDocument) => lost > 0,
    phrase: {
      en: '{count} documents left out, as the rules no longer find figures that were accepted in them',
      zh: '另有 {count} 份文档中已确认的数据现行规则不再识别，未导出',
    },
  },
] as const;

async function exportGold(store: Store, { partial = false, out, db }: DecisionOptions): Promise<void> {
  const all = reviewedDocuments(store);
  const reasonOf = (document: ReviewedDocument): (typeof LEFT_OUT)[number] | undefined =>
    LEFT_OUT.find(({ holds }) => holds(document));
  const chosen = all.filter((one) => (partial ? one.decided > 0 : reasonOf(one) === undefined));
  const golds = chosen.map(({ document_id, file }) => ({
    ...{ document_id, file },
    ...goldLinesOf(figuresOf(store, document_id), { sure: !partial }),
  }));
  if (out !== undefined) {
    for (const { file, gold } of saveGold(store, golds, out))
      warn(SET_APART, { file: printable(file), gold: printable(gold) });
  } else await writeAll(golds);
  const sum = (count: (gold: (typeof golds)[number]) => number): number =>
    golds.reduce((total, gold) => total + count(gold), 0);
  warn(WRITTEN, { documents: golds.length, figures: sum(({ lines }) => lines.length) });
  const unstatable = sum((gold) => gold.unstatable);
  if (unstatable > 0) warn(UNSTATABLE, { count: unstatable });
  if (partial) return;
  const database = databaseOption(db);
  for (const reason of LEFT_OUT) {
    const count = all.filter((one) => reasonOf(one) === reason).length;
    if (count > 0) warn(reason.phrase, { count, database });
  }
}

async function writeAll(golds: readonly GoldOfDocument[]): Promise<void> {
  for (const { lines } of golds) {
    for (const line of lines) if (!(await write(`${line}\n`))) return;
  }
  if (golds.length > 1) warn(NAMELESS);
}

const WRITTEN = {
  en: 'written: {documents} documents, {figures} figures',
  zh: '已导出 {documents} 份文档的 {figures} 条数据',
};
const UNSTATABLE = {
  en: '{count} figures left out, as they have no number, or bounds that cross',
  zh: '另有 {count} 条数据没有数值或上下限颠倒，未导出',
};
const NAMELESS = {
  en: 'the lines do not say of which document they are: --out DIR writes a file for each',
  zh: '各行不含文档名称：用 --out 目录 可为每份文档各写一个文件',
};
const SET_APART = {
  en: '{file} shares its name with another file; evaluate it alone: huibao evaluate {gold} {file}',
  zh: '{file} 与其他文件同名，请单独评测：huibao evaluate {gold} {file}',
};
