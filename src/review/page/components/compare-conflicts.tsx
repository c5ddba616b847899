/** The statements of a comparison that cannot all be right, each leading to both sides' sentences. */
import type { CompareAnswer, ConflictsAnswer } from '../../compare-api.js';
import { queryParameters, type CompareRoute } from '../logic/compare-route.js';
import { formatAmount } from '../logic/format-cell.js';
import { formatRoute } from '../logic/route.js';
import { api } from '../state/api-client.js';
import { useAnswer } from '../state/answers.js';
import { moveInTable } from '../state/cell-focus.js';
import { openerId } from '../state/compare.js';
import { language, t } from '../state/language.js';
import { wordFor } from '../state/session.js';
import { Empty, Failure, Waiting } from './states.js';

export function CompareConflicts({ route }: { route: CompareRoute; answer: CompareAnswer }) {
  const { answer, retry } = useAnswer(
    queryParameters(route.query).toString(),
    async (signal) => await api.conflicts(route.query, signal),
  );
  if (answer.state === 'failed') return <Failure error={answer.error} retry={retry} />;
  if (answer.state === 'loading') return <Waiting />;
  const { total, conflicts } = answer.value;
  if (total === 0)
    return (
      <Empty title={t('conflictsNone')}>
        <p>{t('conflictsNoneText')}</p>
      </Empty>
    );
  return (
    <div class="matrix-box" role="region" tabIndex={0} aria-label={t('viewConflicts')}>
      {conflicts.length < total && <p class="quiet">{t('conflictFirst', { total, n: conflicts.length })}</p>}
      <table class="matrix matrix-conflicts" onKeyDown={moveInTable}>
        <thead>
          <tr>
            {(['region', 'conflictKind', 'indicator', 'conflictStated', 'conflictOther'] as const).map(
              (word) => (
                <th key={word} scope="col">
                  {t(word)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {conflicts.map((conflict, i) => (
            <Row key={i} conflict={conflict} route={route} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ conflict, route }: { conflict: ConflictsAnswer['conflicts'][number]; route: CompareRoute }) {
  const { kind, name, item, unit, stated, other, stated_as_of, other_as_of } = conflict;
  const open = { figures: [conflict.stated_figure, ...conflict.other_figures].slice(0, 100) };
  return (
    <tr>
      <th scope="row">{conflict.region_name}</th>
      <td>
        <a class="cell cell-words" id={openerId(open)} href={formatRoute({ ...route, open })}>
          {wordFor(`conflict-${kind}`)}
        </a>
      </td>
      <td>{t('seriesTitle', { what: item === null ? name : `${name} · ${item}`, unit })}</td>
      <td class="number">
        {formatAmount(stated, language.value).number} <small>{stated_as_of}</small>
      </td>
      <td class="number">
        {formatAmount(other, language.value).number} <small>{other_as_of}</small>
      </td>
    </tr>
  );
}
