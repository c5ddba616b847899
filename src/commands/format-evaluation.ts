/** An evaluation → tables for people, in the reader's language. */
import type { Evaluation } from '../evaluate/evaluate.js';
import type { Rates } from '../evaluate/rates.js';
import { formatReliability, formatTrade } from './format-reliability.js';
import { say } from '../language/language.js';
import { formatTable, type Row } from './print-rows.js';

const percent = (share: number | null): string => (share === null ? '–' : (100 * share).toFixed(1));

const rateRow = (name: string, { precision, recall, f1, tp, fp, fn }: Rates): Row => ({
  name, precision: percent(precision), recall: percent(recall), f1: percent(f1), tp, fp, fn,
}); // prettier-ignore

/** The evaluation as tables for people. */
export function formatEvaluation(evaluation: Evaluation, withErrors: boolean): string {
  const { core, all, indicators, attributes, redacted, review, documents, errors, reliability, trade } =
    evaluation;
  const right = (key: string, en: string, zh: string) => ({
    key,
    title: say({ en, zh }),
    align: 'right' as const,
  });
  const rates = formatTable(
    [
      { key: 'name', title: say({ en: '{documents} documents', zh: '{documents} 份文档' }, { documents }) },
      right('precision', 'precision %', '精确率 %'), right('recall', 'recall %', '召回率 %'), right('f1', 'F1 %', 'F1 %'),
      right('tp', 'right', '正确'), right('fp', 'false', '误报'), right('fn', 'missed', '遗漏'),
    ], // prettier-ignore
    [
      ...Object.entries(indicators).map(([id, one]) => rateRow(id, one)),
      rateRow('CORE', core),
      rateRow('ALL', all),
    ],
  );
  const attributeTable = formatTable(
    [
      { key: 'name', title: say({ en: 'of matched figures', zh: '匹配数据的属性' }) },
      right('share', 'right %', '正确 %'),
    ],
    Object.entries(attributes).map(([name, share]) => ({ name, share: percent(share) })),
  );
  const lines = [
    say(
      {
        en: 'redacted mentions found: {found} of {gold}; given a value: {leaked}',
        zh: '隐去的数字：找到 {found} / {gold}，误给出数值 {leaked}',
      },
      redacted,
    ),
    say(
      {
        en: 'accepted at {at}: {accepted} figures, precision {precision} %; to review {share} %; errors that review sees {caught} %; calibration error {error} %',
        zh: '置信度 ≥ {at} 直接采用：{accepted} 条，精确率 {precision} %；需审核 {share} %；审核可发现的错误 {caught} %；校准误差 {error} %',
      },
      {
        at: review.accept_at, accepted: review.accepted, precision: percent(review.accepted_precision),
        share: percent(review.review_share), caught: percent(review.errors_caught), error: percent(review.calibration_error),
      }, // prettier-ignore
    ),
  ];
  const list = withErrors && errors.length > 0 ? `\n${formatErrors(errors)}` : '';
  const tables = `\n${formatReliability(reliability)}\n${formatTrade(trade)}`;
  return `${rates}\n${attributeTable}\n${lines.join('\n')}\n${tables}${list}`;
}

const formatErrors = (errors: Evaluation['errors']): string =>
  formatTable(
    [
      { key: 'kind', title: say({ en: 'error', zh: '错误' }) },
      { key: 'document', title: say({ en: 'document', zh: '文档' }), max: 32 },
      { key: 'start', title: say({ en: 'place', zh: '位置' }), align: 'right' },
      { key: 'indicator', title: say({ en: 'indicator', zh: '指标' }) },
      { key: 'gold', title: say({ en: 'gold', zh: '标注' }), max: 28 },
      { key: 'got', title: say({ en: 'got', zh: '结果' }), max: 28 },
      { key: 'quote', title: say({ en: 'sentence', zh: '原句' }), max: 80 },
    ],
    errors.map((error) => ({ ...error })),
  );
