/** The days for which numbers are taken: a usual span up to the latest day, or two dates of one's own. */
import { useState } from 'preact/hooks';
import { USUAL_WINDOW, WHENEVER } from '../../../compare/days.js';
import type { CompareAnswer } from '../../compare-api.js';
import type { CompareRoute } from '../logic/compare-route.js';
import { parseDate } from '../logic/dates.js';
import { askFor } from '../state/compare.js';
import { t } from '../state/language.js';

const SPANS = [
  ['', 'daysLast'],
  ['31', 'daysLast'],
  ['365', 'daysYear'],
  [String(WHENEVER), 'daysAll'],
  ['own', 'daysOwn'],
] as const;

export function DaysInput({ route, answer }: { route: CompareRoute; answer: CompareAnswer | null }) {
  const { from, to, window } = route.query;
  const isOwn = from !== undefined || to !== undefined;
  const shown = isOwn ? 'own' : String(window ?? '');
  const take = (value: string): void => {
    if (value === 'own')
      // after all time, from nothing in particular
      askFor(route, {
        from: window === WHENEVER ? undefined : answer?.from,
        to: answer?.to ?? answer?.latest ?? undefined,
        window: undefined,
      });
    else askFor(route, { from: undefined, to: undefined, window: value === '' ? undefined : Number(value) });
  };
  return (
    <>
      <label class="filter">
        <span>{t('days')}</span>
        <select
          class={shown === '' ? 'select' : 'select chosen'}
          value={shown}
          onChange={({ currentTarget }) => take(currentTarget.value)}
        >
          {SPANS.map(([value, word]) => (
            <option key={value} value={value}>
              {t(word, { n: value || USUAL_WINDOW })}
            </option>
          ))}
          {!SPANS.some(([value]) => value === shown) && (
            <option value={shown}>{t('daysLast', { n: shown })}</option>
          )}
        </select>
      </label>
      {isOwn && <Day route={route} field="from" value={from ?? answer?.from ?? ''} />}
      {isOwn && <Day route={route} field="to" value={to ?? answer?.to ?? ''} />}
    </>
  );
}

/** Taken when the field is left, or with Enter. */
function Day({ route, field, value }: { route: CompareRoute; field: 'from' | 'to'; value: string }) {
  const [isWrong, setWrong] = useState(false);
  const { from, to } = route.query;
  const fits = (day: string): boolean => (field === 'from' ? day <= (to ?? day) : (from ?? day) <= day);
  return (
    <label class="filter day">
      <span>{t(field === 'from' ? 'fromDay' : 'toDay')}</span>
      <input
        class="input"
        inputMode="numeric"
        autoComplete="off"
        value={value}
        aria-invalid={isWrong}
        title={isWrong ? t('faultDate') : undefined}
        onChange={({ currentTarget }) => {
          const day = parseDate(currentTarget.value);
          setWrong(day === null || !fits(day));
          if (day !== null && fits(day)) askFor(route, { [field]: day, window: undefined });
        }}
      />
    </label>
  );
}
