/** Figures with their sentences, each leading to its place in the review. */
import type { QuotedFigure } from '../../compare-api.js';
import { describePlace } from '../logic/describe-place.js';
import { formatBounds, formatValue, isBounded } from '../logic/format-figure.js';
import { formatRoute } from '../logic/route.js';
import { DECIDED } from '../state/decide.js';
import { language, t } from '../state/language.js';
import { wordFor } from '../state/session.js';

interface Props {
  readonly figures: readonly QuotedFigure[];
  /** Ids of those that contradict the others. */
  readonly against: readonly string[];
}

export function QuotedList({ figures, against }: Props) {
  return (
    <ul class="quoted">
      {figures.map((figure, i) => (
        <li key={figure.figure_id}>
          <Figure
            figure={figure}
            role={
              against.includes(figure.figure_id) ? 'against' : i === 0 && against.length > 0 ? 'first' : null
            }
          />
        </li>
      ))}
    </ul>
  );
}

function Figure({ figure, role }: { figure: QuotedFigure; role: 'against' | 'first' | null }) {
  const { value: tongue } = language;
  const place = describePlace(figure, tongue);
  return (
    <>
      <p class="quoted-value">
        <strong>{formatValue(figure, tongue)}</strong> {figure.redacted ? '' : figure.unit}
        {isBounded(figure) && <span class="range">{formatBounds(figure, tongue)}</span>}
        {figure.qualifier !== 'exact' && <span class="chip">{wordFor(figure.qualifier)}</span>}
        {role === 'against' && <span class="badge badge-error">{t('speaksAgainst')}</span>}
        {role === 'first' && <span class="badge badge-accept">{t('speaksFirst')}</span>}
        {figure.decision ? (
          <span class={`badge badge-${figure.decision}`}>{t(DECIDED[figure.decision])}</span>
        ) : (
          figure.needs_review && <span class="badge badge-open">{t('needsReview')}</span>
        )}
      </p>
      <p class="quiet">
        {figure.region_name ?? t('regionNone')}
        {figure.as_of !== null && ` · ${t('asOf')} ${figure.as_of}`}
      </p>
      <blockquote class="quote" lang="zh-CN">
        <Sentence figure={figure} />
      </blockquote>
      <p class="quoted-source">
        <span class="file">{figure.file}</span>
        {place !== '' && <span class="quiet">{place}</span>}
      </p>
      <p class="quoted-links">
        <a
          href={formatRoute({
            page: 'queue',
            filter: { status: 'all', document: figure.document_id },
            figure: figure.figure_id,
          })}
        >
          {t('toFigure')}
        </a>
        <a href={formatRoute({ page: 'document', id: figure.document_id, place: null })}>{t('toDocument')}</a>
      </p>
    </>
  );
}

/** The sentence with its number marked; of one that is not in one piece, the words around the number. */
function Sentence({ figure: { quote, mark, before, exact, after } }: { figure: QuotedFigure }) {
  if (mark === null)
    return (
      <>
        …{before}
        <mark>{exact}</mark>
        {after}…
      </>
    );
  const isAlone = quote.trim().length <= mark.end - mark.start + 1;
  return (
    <>
      {isAlone && `…${before}`}
      {!isAlone && quote.slice(0, mark.start)}
      <mark>{quote.slice(mark.start, mark.end)}</mark>
      {isAlone ? `${after}…` : quote.slice(mark.end)}
    </>
  );
}
