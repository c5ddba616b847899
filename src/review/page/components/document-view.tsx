/** One document: its whole text with all figures marked, and beside it what was found in it and what went wrong. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { DocumentDetail } from '../../api.js';
import type { Highlighted } from '../logic/segments.js';
import { formatRoute, type Place } from '../logic/route.js';
import { api } from '../state/api-client.js';
import type { Loaded } from '../state/details.js';
import { language, t } from '../state/language.js';
import { perform } from '../state/actions.js';
import { documentRevision } from '../state/decide.js';
import { DocumentAside } from './document-aside.js';
import { Legend } from './legend.js';
import { MarkedText } from './marked-text.js';
import { Failure, Waiting } from './states.js';

const WHOLE = { start: false, end: false };

export function DocumentView({ id, place }: { id: string; place: Place | null }) {
  const [detail, setDetail] = useState<Loaded<DocumentDetail>>({ state: 'loading' });
  const { value: tongue } = language;
  const { value: revision } = documentRevision;
  useEffect(() => {
    let isWanted = true;
    api.document(id, tongue).then(
      (value) => isWanted && setDetail({ state: 'ready', value }),
      (error: unknown) => isWanted && setDetail({ state: 'failed', error }),
    );
    return () => {
      isWanted = false;
    };
  }, [id, tongue, revision]);
  const highlights = useMemo<readonly Highlighted[]>(
    () => (place ? [{ kind: 'place', ...place }] : []),
    [place],
  );
  if (detail.state === 'failed') return <Failure error={detail.error} />;
  if (detail.state === 'loading') return <Waiting />;
  const { value: document } = detail;
  return (
    <div class="columns columns-document">
      <section class="column-source" aria-label={t('source')}>
        <div class="source-head">
          <div class="source-title">
            <h2>{document.file}</h2>
            <p class="where">
              <span>{document.format}</span>
            </p>
          </div>
          <div class="source-tools">
            {document.review > 0 && (
              <a
                class="button small primary"
                href={formatRoute({ page: 'queue', filter: { status: 'open', document: id }, figure: null })}
              >
                {t('reviewDocument', { n: document.review })}
              </a>
            )}
            <button
              type="button"
              class="button small"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => perform('add')}
            >
              {t('add')} <kbd>M</kbd>
            </button>
          </div>
        </div>
        <Legend highlights={highlights} marks={document.marks} />
        <MarkedText
          document={id}
          offset={0}
          text={document.text}
          cut={WHOLE}
          highlights={highlights}
          marks={document.marks}
          current={null}
          centre={place?.start ?? null}
        />
      </section>
      <aside class="column-panel" aria-label={t('figuresIn')}>
        <div class="panel-scroll" tabIndex={0} role="group" aria-label={t('figuresIn')}>
          <DocumentAside document={document} />
        </div>
      </aside>
    </div>
  );
}
