/** What the marks in a text mean, each drawn as it is drawn there; only those that are there. */
import type { Mark } from '../../api.js';
import { kindsIn, type Highlighted } from '../logic/segments.js';
import { t } from '../state/language.js';

export const KIND_WORDS = {
  number: 'kindNumber',
  hedge: 'kindHedge',
  unit: 'kindUnit',
  cue: 'kindCue',
  region: 'kindRegion',
  date: 'kindDate',
  sentence: 'kindSentence',
  place: 'kindPlace',
} as const;

export function Legend({
  highlights,
  marks,
}: {
  highlights: readonly Highlighted[];
  marks: readonly Mark[];
}) {
  return (
    <ul class="legend" aria-label={t('legend')}>
      {kindsIn(highlights).map((kind) => (
        <li key={kind}>
          <span class={`hl hl-${kind}`}>{t(KIND_WORDS[kind])}</span>
        </li>
      ))}
      {marks.some(({ figure_id, state }) => figure_id !== null && state !== 'redacted') && (
        <li>
          <span class="mark mark-figure">{t('otherFigure')}</span>
        </li>
      )}
      {marks.some(({ state }) => state === 'redacted') && (
        <li>
          <span class="mark mark-redacted">{t('stateRedacted')}</span>
        </li>
      )}
      {marks.some(({ figure_id }) => figure_id === null) && (
        <li>
          <span class="mark mark-set-aside">{t('noFigure')}</span>
        </li>
      )}
    </ul>
  );
}
