/** The review itself: queue, source text and the figure's panel. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatNumber } from '../logic/numbers.js';
import { formatRoute } from '../logic/route.js';
import { show, shown } from '../state/details.js';
import { dialog } from '../state/dialogs.js';
import { t } from '../state/language.js';
import { layout } from '../state/layout.js';
import {
  counts,
  currentId,
  figures,
  filter,
  finished,
  loading,
  loadQueue,
  queueError,
} from '../state/queue.js';
import { session } from '../state/session.js';
import { ActionBar } from './action-bar.js';
import { activeFilters, Filters } from './filters.js';
import { Panel } from './panel.js';
import { Progress } from './progress.js';
import { QueueList } from './queue-list.js';
import { SourcePane } from './source-pane.js';
import { Empty, Failure, Waiting } from './states.js';

export function QueueView() {
  const isEmpty = !loading.value && figures.value.length === 0 && currentId.value === null;
  return (
    <div class="review">
      <div class="review-bar">
        {layout.value !== 'wide' && (
          <button type="button" class="button small" onClick={() => (dialog.value = { name: 'queue' })}>
            {t('queueOf')} <span class="count">{formatNumber(counts.value.total - counts.value.done)}</span>
          </button>
        )}
        {layout.value === 'narrow' && <Progress />}
        {layout.value === 'narrow' ? (
          <details class="fold">
            <summary>
              {t('filter')} {activeFilters() > 0 && <span class="count">{activeFilters()}</span>}
            </summary>
            <Filters />
          </details>
        ) : (
          <Filters />
        )}
      </div>
      {queueError.value ? (
        <Failure error={queueError.value} retry={() => void loadQueue()} />
      ) : (
        <div class="columns">
          {layout.value === 'wide' && (
            <nav class="column-queue" aria-label={t('queue')}>
              <QueueList />
            </nav>
          )}
          {isEmpty || finished.value ? <NothingLeft /> : <Work />}
        </div>
      )}
    </div>
  );
}

function Work() {
  const { value } = shown;
  const scroll = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (scroll.current) scroll.current.scrollTop = 0;
  }, [value.id]);
  if (value.state === 'failed')
    return (
      <div class="column-rest">
        <Failure error={value.error} retry={() => void show(value.id)} />
      </div>
    );
  return (
    <>
      <section class="column-source" aria-label={t('source')}>
        {value.state === 'ready' ? <SourcePane detail={value.value} /> : <Waiting />}
      </section>
      <section class="column-panel" aria-label={t('figure')}>
        <div ref={scroll} class="panel-scroll" tabIndex={0} role="group" aria-label={t('figure')}>
          {value.state === 'ready' ? <Panel detail={value.value} /> : <Waiting />}
        </div>
        <ActionBar />
      </section>
    </>
  );
}

function NothingLeft() {
  const isDone = counts.value.done > 0 && filter.value.status === 'open';
  const unplaced = session.value?.unplaced ?? 0;
  const decided = formatRoute({
    page: 'queue',
    filter: { ...filter.value, status: 'decided' },
    figure: null,
  });
  const sure = formatRoute({ page: 'queue', filter: { ...filter.value, status: 'sure' }, figure: null });
  const open = formatRoute({ page: 'queue', filter: { status: 'open' }, figure: null });
  return (
    <div class="column-rest">
      <Empty title={t(isDone ? 'emptyTitle' : 'emptyNone')}>
        <p>{isDone ? t('emptyText', { done: formatNumber(counts.value.done) }) : t('emptyNoneText')}</p>
        <h3>{t('emptyNext')}</h3>
        <ul class="next-steps">
          {activeFilters() > 0 && (
            <li>
              <a href={open}>{t(isDone ? 'emptyRest' : 'clearFilters')}</a>
            </li>
          )}
          <li>
            <a href={decided}>{t('emptySeeDecided')}</a>
          </li>
          <li>
            <a href={sure}>{t('emptySeeSure')}</a>
          </li>
          {unplaced > 0 && (
            <li>
              <a href="/unplaced">{t('emptySeeUnplaced', { n: unplaced })}</a>
            </li>
          )}
          <li>{t('emptyExport')}</li>
        </ul>
      </Empty>
    </div>
  );
}
