/** What reviewers decided → examples for rule files, on standard output or in a new file. */
import { formatExamples } from '../export/examples.js';
import { judgedFiguresOf } from '../export/judged-figures.js';
import { reviewedDocuments, type Store } from '../store/index.js';
import { warn } from './labelled-documents.js';
import { write } from './print-rows.js';
import { save } from './save-gold.js';

/** @throws {UsageError} where `out` is there already, or cannot be written */
export async function exportExamples(store: Store, out: string | undefined): Promise<void> {
  const all = reviewedDocuments(store)
    .filter(({ decided }) => decided > 0)
    .map(({ document_id }) => judgedFiguresOf(store, document_id));
  const { yaml, examples, counterExamples } = formatExamples(all.flatMap(({ judged }) => judged));
  if (out === undefined) await write(yaml);
  else save(out, yaml, { fresh: true });
  warn(WRITTEN, { examples, counterExamples });
  const leftOut = all.reduce((sum, one) => sum + one.leftOut, 0);
  if (leftOut > 0) warn(LEFT_OUT, { count: leftOut });
  if (examples + counterExamples > 0) warn(NEXT);
}

const WRITTEN = {
  en: 'written: {examples} examples, {counterExamples} counter-examples',
  zh: '已导出 {examples} 条正例、{counterExamples} 条反例',
};
const LEFT_OUT = {
  en: '{count} figures left out: in tables, or in sentences that are too long or hold control characters',
  zh: '另有 {count} 条数据位于表格中，或所在句子过长或含控制字符，未导出',
};
const NEXT = {
  en: 'paste them into the rule files of their indicators, and run: huibao rules check DIR',
  zh: '粘贴到相应指标的规则文件后运行：huibao rules check 目录',
};
