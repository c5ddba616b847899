/** What was found in a document: its reports, its diagnostics and its figures, each with a link to its place. */
import type { DocumentDetail } from '../../api.js';
import { formatRoute } from '../logic/route.js';
import { t } from '../state/language.js';
import { FigureLinks } from './figure-links.js';

const SEVERITIES = { error: 'severityError', warning: 'severityWarning', info: 'severityInfo' } as const;

export function DocumentAside({ document }: { document: DocumentDetail }) {
  const { id, reports_in_it, diagnostics_of_it, figures_in_it } = document;
  const toPlace = (start: number, end: number): string =>
    formatRoute({ page: 'document', id, place: { start, end } });
  return (
    <div class="panel">
      {diagnostics_of_it.length > 0 && (
        <section class="block">
          <h3>
            {t('diagnostics')} <span class="count">{diagnostics_of_it.length}</span>
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
          {t('reportsIn')} <span class="count">{reports_in_it.length}</span>
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
      <section class="block">
        <h3>
          {t('figuresIn')} <span class="count">{figures_in_it.length}</span>
        </h3>
        {figures_in_it.length === 0 ? (
          <p class="quiet">{t('figuresNone')}</p>
        ) : (
          <FigureLinks figures={figures_in_it} />
        )}
      </section>
    </div>
  );
}
