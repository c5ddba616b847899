/** A cell with a number → the lines that are shown as one points at it. */
import type { Language } from '../../api.js';
import type { FilledCell } from '../../compare-api.js';
import { formatAmount, formatDays, formatRank } from '../logic/format-cell.js';
import { say } from '../words.js';

interface Named {
  readonly region: string;
  readonly unit: string;
  /** Regions that have a number. */
  readonly ranked: number;
}

export function describeCell(
  cell: FilledCell,
  { region, unit, ranked }: Named,
  language: Language,
): readonly string[] {
  const { number, bounds } = formatAmount(cell, language);
  return [
    region,
    `${number} ${unit}`,
    ...(bounds === null ? [] : [say('bound', language, { bounds })]),
    say('rankOf', language, { rank: formatRank(cell.rank), n: ranked }),
    `${say('asOf', language)} ${formatDays(cell)}`,
    ...(cell.sum === undefined
      ? []
      : [`Σ ${say('sumOf', language, { counted: cell.sum[0], divisions: cell.sum[1] })}`]),
    ...(cell.contradicted ? [`! ${say('contradicted', language)}`] : []),
    say('figureCount', language, { n: cell.figures }),
  ];
}
