/** How confidence compares with truth, and review load with precision → tables for people. */
import type { ReliabilityRow, TradeRow } from '../evaluate/rates.js';
import { say } from '../language/language.js';
import { formatTable } from './print-rows.js';

const percent = (share: number | null): string => (share === null ? '' : (100 * share).toFixed(1));

/** Ten tenths of confidence; those without a figure are left out. */
export function formatReliability(rows: readonly ReliabilityRow[]): string {
  return formatTable(
    [
      { key: 'confidence', title: say({ en: 'confidence', zh: '置信度' }) },
      { key: 'figures', title: say({ en: 'figures', zh: '条数' }), align: 'right' },
      { key: 'said', title: say({ en: 'said %', zh: '预测 %' }), align: 'right' },
      { key: 'right', title: say({ en: 'right %', zh: '实际 %' }), align: 'right' },
    ],
    rows
      .filter(({ figures }) => figures > 0)
      .map(({ from, to, figures, confidence, right }) => ({
        confidence: `${from.toFixed(1)}–${to.toFixed(1)}`,
        figures,
        said: percent(confidence),
        right: percent(right),
      })),
  );
}

/** What reviewing so much would leave. */
export function formatTrade(rows: readonly TradeRow[]): string {
  return formatTable(
    [
      { key: 'review', title: say({ en: 'to review %', zh: '需审核 %' }), align: 'right' },
      { key: 'at', title: say({ en: 'accepted from', zh: '采用阈值' }), align: 'right' },
      { key: 'precision', title: say({ en: 'precision %', zh: '采用精确率 %' }), align: 'right' },
      { key: 'caught', title: say({ en: 'errors seen %', zh: '发现错误 %' }), align: 'right' },
    ],
    rows.map(({ review_share, accept_at, accepted_precision, errors_caught }) => ({
      review: percent(review_share),
      at: accept_at.toFixed(3),
      precision: percent(accepted_precision),
      caught: percent(errors_caught),
    })),
  );
}
