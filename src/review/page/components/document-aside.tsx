/** What was found in a document: its reports, its diagnostics and its figures, each with a link to its place. */
import { useState } from 'preact/hooks';
import type { DocumentDetail, DocumentPart } from '../../api.js';
import { formatNumber } from '../logic/numbers.js';
import { formatRoute } from '../logic/route.js';
import { t } from '../state/language.js';
import type { Side } from '../state/document-parts.js';
import { FigureLinks } from './figure-links.js';
import { MoreButton } from './more-button.js';

const SEVERITIES = { error: 'severityError', warning: 'severityWarning', info: 'severityInfo' } as const;

/** Figures that are put on screen at a time. */
const ROWS = 100;

interface Props {
  readonly document: DocumentDetail;
  /** Those whose text is on screen. */
  readonly parts: readonly DocumentPart[];
  readonly loadMore: (side: Side) => void;
}

export function DocumentAside({ document, parts, loadMore }: Props) {
  const { id, reports_in_it, diagnostics_of_it } = document;
  const toPlace = (start: number, end: number): string =>
    formatRoute({ page: 'document', id, place: { start, end } });
  return (
    <div class="panel">
      {diagnostics_of_it.length > 0 && (
        <section class="block">
          <h3>
            {t('diagnostics')} <span class="count">{document.diagnostics}</span>
          </h3>
          <ul class="plain">
            {diagnostics_of_it.map(({ code, severity, message, hint, start, end }, i) => (
              <li key={i} class="diagnostic">
                <span class={`badge badge-${severity}`}>{t(SEVERITIES[severity])}</span> {message}
                {hint && <span class="how">{hint}</span>}
                <span class="how">
                  <span class="code">{code}</span>
                  {start !== null && end !== null && (
                    <>
                      {' · '}
                      <a href={toPlace(start, end)}>{t('showPlace')}</a>
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="block">
        <h3>
          {t('reportsIn')} <span class="count">{document.reports}</span>
        </h3>
        <ul class="plain">
          {reports_in_it.map(({ title, issuer, region_name, date, start, repost_of }) => (
            <li key={start}>
              <a href={toPlace(start, start + (title?.length ?? 0))}>{title ?? t('untitled')}</a>
              <span class="how">
                {[issuer, region_name, date, repost_of && t('repostOf')].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <Figures total={document.figures} parts={parts} loadMore={loadMore} />
    </div>
  );
}

function Figures({ total, parts, loadMore }: Omit<Props, 'document'> & { readonly total: number }) {
  const [rows, setRows] = useState(ROWS);
  const figures = parts.flatMap((part) => part.figures);
  const [isCutBefore, isCutBehind] = [parts[0]?.cut.start ?? false, parts.at(-1)?.cut.end ?? false];
  const isWhole = !isCutBefore && !isCutBehind;
  const hidden = figures.length > rows;
  return (
    <section class="block">
      <h3>
        {t('figuresIn')} <span class="count">{formatNumber(isWhole ? figures.length : total)}</span>
      </h3>
      {isCutBefore && (
        <button type="button" class="button small more" onClick={() => loadMore('start')}>
          {t('loadMore')}
        </button>
      )}
      {figures.length === 0 && isWhole ? (
        <p class="quiet">{t('figuresNone')}</p>
      ) : (
        <FigureLinks figures={figures.slice(0, rows)} />
      )}
      {(hidden || isCutBehind) && (
        <MoreButton
          label={t('loadMore')}
          more={() => (hidden ? setRows(rows + ROWS) : loadMore('end'))}
          within=".panel-scroll"
          shown={rows + (parts.at(-1)?.offset ?? 0)}
        />
      )}
    </section>
  );
}
