/** What is compared, as fields; each change is another question, and another address. */
import { useEffect, useState } from 'preact/hooks';
import type { CompareAnswer, CompareQuery } from '../../compare-api.js';
import { LEVELS, USUAL, type CompareRoute } from '../logic/compare-route.js';
import { formatRoute } from '../logic/route.js';
import { askFor, withQuery } from '../state/compare.js';
import { t } from '../state/language.js';
import { layout } from '../state/layout.js';
import { wordFor } from '../state/session.js';
import { DaysInput } from './days-input.js';
import { IndicatorPicker } from './indicator-picker.js';
import { RegionInput } from './region-input.js';

interface Props {
  readonly route: CompareRoute;
  /** The last one; null before the first. */
  readonly answer: CompareAnswer | null;
}

export function CompareQuestion(props: Props) {
  return (
    <div class="review-bar compare-bar">
      {layout.value === 'narrow' ? (
        <details class="fold">
          <summary>{t('question')}</summary>
          <Fields {...props} />
        </details>
      ) : (
        <Fields {...props} />
      )}
    </div>
  );
}

function Fields({ route, answer }: Props) {
  const { query } = route;
  const isUsual = formatRoute(withQuery(route, {})) === formatRoute({ ...USUAL, view: route.view });
  return (
    <form
      class="filters"
      role="search"
      aria-label={t('question')}
      onSubmit={(event) => event.preventDefault()}
    >
      <IndicatorPicker route={route} />
      <label class="filter">
        <span>{t('level')}</span>
        <select
          class={query.level ? 'select chosen' : 'select'}
          value={query.level ?? ''}
          onChange={({ currentTarget: { value } }) =>
            askFor(route, { level: LEVELS.find((level) => level === value) })
          }
        >
          <option value="">
            {answer && query.level === undefined
              ? t('levelUsual', { level: wordFor(`level-${answer.level}`) })
              : t('levelUsualAlone')}
          </option>
          {LEVELS.map((level) => (
            <option key={level} value={level}>
              {wordFor(`level-${level}`)}
            </option>
          ))}
        </select>
      </label>
      <Within
        route={route}
        name={answer?.within?.code === query.region ? (answer?.within?.name ?? '') : ''}
      />
      <DaysInput route={route} answer={answer} />
      <div class="ticks">
        <Tick field="review" route={route} />
        <Tick field="every" route={route} />
      </div>
      {(['unit', 'item'] as const).map((field) => {
        const what = query[field];
        if (what === undefined) return null;
        const words = t(field === 'unit' ? 'onlyUnit' : 'onlyItem', { [field]: what });
        return (
          <button
            key={field}
            type="button"
            class="button small"
            aria-label={t('dropChoice', { what: words })}
            onClick={() => askFor(route, { [field]: undefined })}
          >
            {words} ×
          </button>
        );
      })}
      {!isUsual && (
        <a class="link" href={formatRoute({ ...USUAL, view: route.view })}>
          {t('reset')}
        </a>
      )}
    </form>
  );
}

const TICKS = { review: 'takeReview', every: 'takeEvery' } as const;

function Tick({ field, route }: { field: 'review' | 'every'; route: CompareRoute }) {
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={route.query[field]}
        onChange={({ currentTarget }) => askFor(route, { [field]: currentTarget.checked })}
      />
      {t(TICKS[field])}
    </label>
  );
}

/** The division is asked for once it is taken from the list, and all of them once the field is empty. */
function Within({ route, name }: { route: CompareRoute; name: string }) {
  const region: CompareQuery['region'] = route.query.region;
  const [typed, setTyped] = useState(name);
  useEffect(() => setTyped(name), [name, region]);
  return (
    <div class={region ? 'filter within chosen' : 'filter within'}>
      <RegionInput
        label={t('inRegion')}
        placeholder={t('inRegionHint')}
        code={region ?? ''}
        name={typed}
        fault={undefined}
        edit={({ region_code: code = '', region_name: words = '' }) => {
          setTyped(words);
          // what is compared in it follows from the division
          if (code !== '') askFor(route, { region: code, level: undefined });
          else if (words === '' && region !== undefined)
            askFor(route, { region: undefined, level: undefined });
        }}
      />
    </div>
  );
}
