/** Above the answer: how it is shown, what it is of, and what else the indicators are stated in. */
import { WHENEVER } from '../../../compare/days.js';
import type { CompareAnswer } from '../../compare-api.js';
import { VIEWS, type CompareRoute, type View } from '../logic/compare-route.js';
import { formatSeries } from '../logic/format-cell.js';
import { formatNumber } from '../logic/numbers.js';
import { formatRoute } from '../logic/route.js';
import { withQuery } from '../state/compare.js';
import { language, t } from '../state/language.js';
import { wordFor } from '../state/session.js';
import type { Word } from '../words.js';

const VIEW_WORDS: Readonly<Record<View, Word>> = {
  table: 'viewTable',
  bars: 'viewBars',
  heat: 'viewHeat',
  trend: 'viewTrend',
  conflicts: 'viewConflicts',
};

/** So many other series are named. */
const NAMED = 6;

export function CompareSummary({ route, answer }: { route: CompareRoute; answer: CompareAnswer }) {
  const { rows, level, from, to, others, conflicts } = answer;
  return (
    <header class="compare-head">
      <nav class="tabs" aria-label={t('views')}>
        {VIEWS.map((view) => (
          <a
            key={view}
            href={formatRoute({ ...route, view, open: null })}
            aria-current={view === route.view ? 'page' : undefined}
          >
            {t(VIEW_WORDS[view])}
            {view === 'conflicts' && conflicts > 0 && <span class="count">{formatNumber(conflicts)}</span>}
          </a>
        ))}
      </nav>
      <p class="quiet" role="status">
        {t(route.query.window === WHENEVER ? 'summaryAll' : 'summary', {
          level: wordFor(`level-${level}`),
          n: formatNumber(rows.length),
          from,
          to,
        })}
      </p>
      {others.length > 0 && (
        <details class="fold others">
          <summary>
            {t('statedToo')} <span class="count">{others.length}</span>
          </summary>
          <ul>
            {others.slice(0, NAMED * 4).map((series) => {
              const { indicator, unit, item } = series;
              const to = { indicator: [indicator], unit, item: item ?? undefined, every: item === null };
              return (
                <li key={`${indicator} ${unit} ${item ?? ''}`}>
                  <a href={formatRoute(withQuery(route, to))}>{formatSeries(series, language.value)}</a>{' '}
                  <span class="quiet">{t('statedBy', { n: series.regions })}</span>
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </header>
  );
}
