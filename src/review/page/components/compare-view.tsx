/** Regions beside each other: what is compared, its answer as a table or a picture, and what stands behind a cell. */
import type { CompareAnswer } from '../../compare-api.js';
import { queryParameters, type CompareRoute } from '../logic/compare-route.js';
import { api } from '../state/api-client.js';
import { useAnswer } from '../state/answers.js';
import { closeOpen } from '../state/compare.js';
import { t } from '../state/language.js';
import { layout } from '../state/layout.js';
import { CompareBars } from './compare-bars.js';
import { CompareConflicts } from './compare-conflicts.js';
import { CompareHeatMap } from './compare-heat-map.js';
import { CompareNothing } from './compare-nothing.js';
import { CompareQuestion } from './compare-question.js';
import { CompareSummary } from './compare-summary.js';
import { CompareTable } from './compare-table.js';
import { CompareTrend } from './compare-trend.js';
import { OpenPanel } from './open-panel.js';
import { Failure, Waiting } from './states.js';

export function CompareView(route: CompareRoute) {
  const { query, open } = route;
  const { answer, isLate, retry } = useAnswer(
    queryParameters(query).toString(),
    async (signal) => await api.compare(query, signal),
  );
  const known = answer.state === 'ready' ? answer.value : null;
  return (
    <div
      class="compare"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || !open) return;
        event.preventDefault();
        closeOpen(route);
      }}
    >
      <h2 class="visually-hidden">{t('compareTitle')}</h2>
      <CompareQuestion route={route} answer={known} />
      {answer.state === 'failed' && <Failure error={answer.error} retry={retry} />}
      {answer.state === 'loading' && <Waiting />}
      {known && (
        <div class={open ? 'compare-body compare-open' : 'compare-body'} aria-busy={isLate}>
          {(!open || layout.value !== 'narrow') && <Answer route={route} answer={known} />}
          {open && <OpenPanel route={route} open={open} answer={known} />}
        </div>
      )}
    </div>
  );
}

function Answer({ route, answer }: { route: CompareRoute; answer: CompareAnswer }) {
  if (answer.rows.length === 0 || answer.series.length === 0)
    return <CompareNothing route={route} answer={answer} />;
  return (
    <div class="compare-answer">
      <CompareSummary route={route} answer={answer} />
      <Shown route={route} answer={answer} />
    </div>
  );
}

function Shown(props: { route: CompareRoute; answer: CompareAnswer }) {
  switch (props.route.view) {
    case 'table':
      return <CompareTable {...props} />;
    case 'bars':
      return <CompareBars {...props} />;
    case 'heat':
      return <CompareHeatMap {...props} />;
    case 'trend':
      return <CompareTrend {...props} />;
    case 'conflicts':
      return <CompareConflicts {...props} />;
  }
}
