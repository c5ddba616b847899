/** Decisions whose figure is gone, with the words around it, so that its place can be found again. */
import { useEffect, useState } from 'preact/hooks';
import type { UnplacedDecisions } from '../../api.js';
import { formatRoute } from '../logic/route.js';
import { api } from '../state/api-client.js';
import type { Loaded } from '../state/details.js';
import { t } from '../state/language.js';
import { indicatorName } from '../state/session.js';
import { DecisionLine } from './history.js';
import { Empty, Failure, Waiting } from './states.js';

export function Unplaced() {
  const [list, setList] = useState<Loaded<UnplacedDecisions>>({ state: 'loading' });
  useEffect(() => {
    api.unplaced().then(
      (value) => setList({ state: 'ready', value }),
      (error: unknown) => setList({ state: 'failed', error }),
    );
  }, []);
  return (
    <div class="sheet">
      <header class="sheet-head">
        <h2>{t('unplacedTitle')}</h2>
        <p class="quiet">{t('unplacedText')}</p>
      </header>
      {list.state === 'failed' && <Failure error={list.error} />}
      {list.state === 'loading' && <Waiting />}
      {list.state === 'ready' && list.value.length === 0 && (
        <Empty title={t('unplacedNone')}>
          <p>{t('unplacedNoneText')}</p>
        </Empty>
      )}
      {list.state === 'ready' && list.value.length > 0 && (
        <ul class="cards">
          {list.value.map((decision) => (
            <li key={decision.id} class="card">
              <p>
                <DecisionLine decision={decision} />
              </p>
              <p class="quote" lang="zh-CN">
                …{decision.prefix}
                <b>{decision.exact}</b>
                {decision.suffix}…
              </p>
              <p class="quiet">
                {indicatorName(decision.indicator)} ·{' '}
                {decision.file === null ? (
                  t('fileGone')
                ) : (
                  <a href={formatRoute({ page: 'document', id: decision.document_id, place: null })}>
                    {decision.file}
                  </a>
                )}
                {' · '}
                <a href={formatRoute({ page: 'search', q: decision.prefix.slice(-6).trim() })}>
                  {t('findPlace')}
                </a>
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
