/** The points of trends as a table, each leading to its sentences. */
import type { Line } from '../charts/trend.js';
import type { CompareRoute } from '../logic/compare-route.js';
import { formatAmount } from '../logic/format-cell.js';
import { formatRoute } from '../logic/route.js';
import { moveInTable } from '../state/cell-focus.js';
import { openerId } from '../state/compare.js';
import { language, t } from '../state/language.js';

interface Props {
  readonly route: CompareRoute;
  readonly lines: readonly Line[];
  readonly unit: string;
}

export function TrendTable({ route, lines, unit }: Props) {
  return (
    <table class="matrix matrix-trend" onKeyDown={moveInTable}>
      <thead>
        <tr>
          <th scope="col" class="plain">
            {t('region')}
          </th>
          <th scope="col" class="plain">
            {t('asOf')}
          </th>
          <th scope="col" class="plain number">
            {t('value')}
          </th>
          <th scope="col" class="plain">
            {t('note')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.flatMap(({ name, points }) =>
          points.map((point, i) => {
            const open = { figures: point.figures };
            const { number, bounds } = formatAmount(point.amount, language.value);
            return (
              <tr key={`${name} ${i}`}>
                <th scope="row">{name}</th>
                <td class="days">{point.as_of}</td>
                <td>
                  <a class="cell" id={openerId(open)} href={formatRoute({ ...route, open })}>
                    <span class="amount">
                      {number} {unit}
                      {bounds !== null && <small class="bounds">{bounds}</small>}
                    </span>
                  </a>
                </td>
                <td class="days">
                  {point.contradicted && t('contradicted')}
                  {point.falls && t('falls')}
                  {point.repeats && t('statedBefore')}
                </td>
              </tr>
            );
          }),
        )}
      </tbody>
    </table>
  );
}
