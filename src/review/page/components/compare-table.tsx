/** The table of a comparison: regions × series, sorted by any column, each cell a link to what stands behind it. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Total } from '../../../compare/index.js';
import type { ComparedRow, CompareAnswer } from '../../compare-api.js';
import type { CompareRoute, Sort } from '../logic/compare-route.js';
import { formatAmount, formatDays, formatSeries } from '../logic/format-cell.js';
import { formatRoute } from '../logic/route.js';
import { isFilled, sortRows } from '../logic/sort-rows.js';
import { moveInTable } from '../state/cell-focus.js';
import { language, t } from '../state/language.js';
import { navigate } from '../state/navigation.js';
import { CompareCell } from './compare-cell.js';
import { MoreButton } from './more-button.js';

/** Rows that are put on screen at a time. */
const STEP = 150;

interface Props {
  readonly route: CompareRoute;
  readonly answer: CompareAnswer;
}

export function CompareTable({ route, answer }: Props) {
  const { series, rows, totals } = answer;
  const { by, order } = route.sort;
  const sorted = useMemo(() => sortRows(rows, { by, order }), [rows, by, order]);
  const [shown, setShown] = useState(STEP);
  useEffect(() => setShown(STEP), [sorted]);
  const isAlone = series.length === 1;
  return (
    <>
      <div class="matrix-box" role="region" tabIndex={0} aria-label={t('viewTable')}>
        <table class="matrix" onKeyDown={moveInTable}>
          <thead>
            <tr>
              <SortHead route={route} by="region" title={t('region')} />
              {series.map((each, i) => (
                <SortHead key={i} route={route} by={i} title={formatSeries(each, language.value)} />
              ))}
              {isAlone && (
                <th scope="col" class="plain">
                  {t('asOf')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, shown).map((row, i) => (
              <Row key={row.code} row={row} route={route} answer={answer} isFirst={i === 0} />
            ))}
          </tbody>
          {totals.some((total) => total !== null) && (
            <tfoot>
              <tr>
                <th scope="row">{t('allTogether')}</th>
                {totals.map((total, i) => (
                  <td key={i}>{total && <Sum total={total} />}</td>
                ))}
                {isAlone && <td />}
              </tr>
            </tfoot>
          )}
        </table>
        {shown < sorted.length && (
          <MoreButton
            label={t('showRest', { shown, total: sorted.length })}
            more={() => setShown(shown + STEP)}
            within=".matrix-box"
            shown={shown}
          />
        )}
      </div>
      <p class="signs">{t('keySigns')}</p>
    </>
  );
}

function Sum({ total: { amount, counted, of } }: { total: Total }) {
  const { number, bounds } = formatAmount(amount, language.value);
  return (
    <span class="cell">
      <small class="rank" title={t('countedOf', { counted, of })}>
        {counted}/{of}
      </small>
      <span class="amount">
        {number}
        {bounds !== null && <small class="bounds">{bounds}</small>}
      </span>
    </span>
  );
}

function Row({
  row,
  route,
  answer,
  isFirst,
}: Props & { readonly row: ComparedRow; readonly isFirst: boolean }) {
  const { series, within } = answer;
  const [first] = row.cells;
  return (
    <tr>
      <th scope="row">
        {row.name}
        {row.within !== null && row.within !== within?.name && <small>{row.within}</small>}
      </th>
      {row.cells.map((cell, i) => (
        <td key={i}>
          <CompareCell
            cell={cell}
            route={route}
            place={{ at: row.code, series: i }}
            title={`${row.name}, ${formatSeries(series[i]!, language.value)}`}
            isFirst={isFirst && i === 0}
          />
        </td>
      ))}
      {row.cells.length === 1 && <td class="days">{isFilled(first) ? formatDays(first) : ''}</td>}
    </tr>
  );
}

const SORTED = { down: 'descending', up: 'ascending' } as const;

function SortHead({ route, by, title }: { route: CompareRoute; by: Sort['by']; title: string }) {
  const { sort } = route;
  const isHere = sort.by === by;
  const first = by === 'region' ? 'up' : 'down';
  const next = !isHere ? first : sort.order === 'down' ? 'up' : 'down';
  return (
    <th scope="col" aria-sort={isHere ? SORTED[sort.order] : undefined}>
      <a
        href={formatRoute({ ...route, sort: { by, order: next }, open: null })}
        title={t('sortBy', { what: title })}
        onClick={(event) => {
          // A step back leads out of the question, not through its orders.
          event.preventDefault();
          navigate({ ...route, sort: { by, order: next } }, 'replace');
        }}
      >
        {title}
        <span class="sort" aria-hidden="true">
          {isHere ? (sort.order === 'down' ? '▼' : '▲') : ''}
        </span>
      </a>
    </th>
  );
}
