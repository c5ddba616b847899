/** One document: its whole text with all figures marked, and beside it what was found in it and what went wrong. */
import { useMemo } from 'preact/hooks';
import type { DocumentPart } from '../../api.js';
import { formatRoute, type Place } from '../logic/route.js';
import { perform } from '../state/actions.js';
import { useDocument } from '../state/document-parts.js';
import { t } from '../state/language.js';
import { DocumentAside } from './document-aside.js';
import { Legend } from './legend.js';
import { MarkedText } from './marked-text.js';
import { Failure, Waiting } from './states.js';
import type { SourcePart } from './text-part.js';

/** The line break at the end of a part ends its last line, and begins no empty one. */
const toSource = ({ text, offset, cut, marks }: DocumentPart, place: Place | null): SourcePart => {
  const isHere = place !== null && place.start < offset + text.length && place.end > offset;
  const here = isHere
    ? [{ kind: 'place' as const, start: place.start - offset, end: place.end - offset }]
    : NONE;
  const shown = cut.end ? text.replace(/\n$/, '') : text;
  return { text: shown, offset, highlights: here, marks };
};
const NONE: SourcePart['highlights'] = [];

export function DocumentView({ id, place }: { id: string; place: Place | null }) {
  const { document: loaded, loadMore } = useDocument(id, place?.start ?? 0);
  const known = loaded.state === 'ready' ? loaded.value.parts : [];
  const parts = useMemo(() => known.map((part) => toSource(part, place)), [known, place]);
  if (loaded.state === 'failed') return <Failure error={loaded.error} />;
  if (loaded.state === 'loading') return <Waiting />;
  const { detail: document } = loaded.value;
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
        <Legend
          highlights={parts.flatMap(({ highlights }) => highlights)}
          marks={known.flatMap(({ marks }) => marks)}
        />
        <MarkedText
          document={id}
          parts={parts}
          cut={{ start: known[0]!.cut.start, end: known.at(-1)!.cut.end }}
          current={null}
          centre={place?.start ?? null}
          loadMore={loadMore}
        />
      </section>
      <aside class="column-panel" aria-label={t('figuresIn')}>
        <div class="panel-scroll" tabIndex={0} role="group" aria-label={t('figuresIn')}>
          <DocumentAside document={document} parts={known} loadMore={loadMore} />
        </div>
      </aside>
    </div>
  );
}
