/** The source text around a figure: where it stands, what the colours mean, and the text itself. */
import type { FigureDetail } from '../../api.js';
import { describePlace } from '../logic/describe-place.js';
import { formatRoute } from '../logic/route.js';
import { language, t } from '../state/language.js';
import { perform, printed } from '../state/actions.js';
import { useMeaning } from '../state/meaning.js';
import { Legend } from './legend.js';
import { MarkedText } from './marked-text.js';
import { PrintedPage } from './printed-page.js';

export function SourcePane({ detail }: { detail: FigureDetail }) {
  const { document, found, text, offset, cut } = detail;
  const { highlights, marks } = useMeaning(detail);
  const number = detail.highlights.find(({ kind }) => kind === 'number') ?? null;
  const isPrinted = printed.value && document.format === 'pdf';
  const place = number ? { start: offset + number.start, end: offset + number.end } : null;
  const whole = formatRoute({ page: 'document', id: document.id, place });
  return (
    <>
      <div class="source-head">
        <div class="source-title">
          <h2 lang="zh-CN">
            <a href={whole}>{document.title ?? document.file}</a>
          </h2>
          <p class="where">
            {document.title !== null && <span>{document.file}</span>}
            <span>{describePlace(found, language.value)}</span>
          </p>
        </div>
        <div class="source-tools">
          <a class="button small" href={whole}>
            {t('openDocument')}
          </a>
          {document.format === 'pdf' && (
            <button
              type="button"
              class="button small"
              aria-pressed={printed.value}
              onClick={() => perform('printed')}
            >
              {t(printed.value ? 'showText' : 'showPage')} <kbd>P</kbd>
            </button>
          )}
          <button
            type="button"
            class="button small"
            // Pressing the button must not take away the selection that it is about.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => perform('add')}
          >
            {t('add')} <kbd>M</kbd>
          </button>
        </div>
      </div>
      {isPrinted ? (
        <PrintedPage key={found.figure_id} document={document.id} figure={found.figure_id} />
      ) : (
        <>
          <Legend highlights={highlights} marks={marks} />
          <MarkedText
            key={found.figure_id}
            document={document.id}
            parts={[{ text, offset, highlights, marks }]}
            cut={cut}
            current={found.figure_id}
            centre={place?.start ?? null}
          />
        </>
      )}
    </>
  );
}
