/** Who decided what on the figure, when and why; what was taken back is struck out. */
import type { ListedFigure } from '../../api.js';
import type { Decision } from '../../../store/index.js';
import { describeChanges } from '../state/describe-changes.js';
import { DECIDED } from '../state/decide.js';
import { formatTime } from '../logic/format-figure.js';
import { t } from '../state/language.js';

export function DecisionBadge({ figure }: { figure: ListedFigure }) {
  if (figure.decision)
    return (
      <span class={`badge badge-${figure.decision}`}>
        {t(DECIDED[figure.decision])}
        {figure.decided_by && ` · ${figure.decided_by}`}
      </span>
    );
  return figure.needs_review ? <span class="badge badge-open">{t('needsReview')}</span> : null;
}

export function History({ decisions }: { decisions: readonly Decision[] }) {
  const undone = new Set(decisions.map(({ undoes }) => undoes));
  return (
    <section class="block">
      <h3>{t('history')}</h3>
      {decisions.length === 0 ? (
        <p class="quiet">{t('historyNone')}</p>
      ) : (
        <ol class="history">
          {decisions.map((decision) => (
            <li key={decision.id} class={undone.has(decision.id) ? 'undone' : ''}>
              <DecisionLine decision={decision} />
              {undone.has(decision.id) && <span class="quiet">{t('takenBack')}</span>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

export function DecisionLine({ decision }: { decision: Decision }) {
  const { who, at, action, changes, note } = decision;
  return (
    <>
      <span class={`badge badge-${action}`}>{t(DECIDED[action])}</span> <strong>{who}</strong>{' '}
      <time class="numbers quiet" dateTime={at}>
        {formatTime(at)}
      </time>
      {action !== 'add' && Object.keys(changes).length > 0 && (
        <span class="change">{describeChanges(changes)}</span>
      )}
      {note && <span class="note">{note}</span>}
    </>
  );
}
