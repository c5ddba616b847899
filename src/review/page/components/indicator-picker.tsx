/** A field of which several indicators are ticked; none: the core ones. */
import { useEffect, useRef } from 'preact/hooks';
import type { CompareRoute } from '../logic/compare-route.js';
import { askFor } from '../state/compare.js';
import { t } from '../state/language.js';
import { indicatorName, session } from '../state/session.js';

export function IndicatorPicker({ route }: { route: CompareRoute }) {
  const { indicator: chosen } = route.query;
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const closeFromOutside = (event: Event): void => {
      const { current: own } = box;
      if (own?.open && event.target instanceof Node && !own.contains(event.target)) own.open = false;
    };
    for (const kind of ['pointerdown', 'focusin']) document.addEventListener(kind, closeFromOutside);
    return () => {
      for (const kind of ['pointerdown', 'focusin']) document.removeEventListener(kind, closeFromOutside);
    };
  }, []);
  const known = Object.entries(session.value?.indicators ?? {});
  const core = known.flatMap(([id, { core: isCore }]) => (isCore ? [id] : []));
  const others = known.flatMap(([id, { core: isCore }]) => (isCore ? [] : [id]));
  const ticked = chosen.length > 0 ? chosen : core;
  const tick = (id: string, isTicked: boolean): void =>
    askFor(route, {
      indicator: isTicked ? [...ticked, id] : ticked.filter((each) => each !== id),
      ...{ unit: undefined, item: undefined },
    });
  return (
    <div class="filter picker">
      <span id="picker-label">{t('indicators')}</span>
      <details
        ref={box}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !event.currentTarget.open) return;
          event.preventDefault();
          event.currentTarget.open = false;
          event.currentTarget.querySelector('summary')?.focus();
        }}
      >
        <summary class={chosen.length > 0 ? 'select chosen' : 'select'} aria-describedby="picker-label">
          {describe(chosen)}
        </summary>
        <div class="picker-list" role="group" aria-labelledby="picker-label">
          {[...core, ...others].map((id) => (
            <label key={id} class="tick">
              <input
                type="checkbox"
                checked={ticked.includes(id)}
                onChange={({ currentTarget }) => tick(id, currentTarget.checked)}
              />
              {indicatorName(id)}
            </label>
          ))}
          {chosen.length > 0 && (
            <button type="button" class="link" onClick={() => askFor(route, { indicator: [] })}>
              {t('indicatorsReset')}
            </button>
          )}
        </div>
      </details>
    </div>
  );
}

function describe(chosen: readonly string[]): string {
  if (chosen.length === 0) return t('indicatorsUsual');
  return chosen.length === 1 ? indicatorName(chosen[0]!) : t('indicatorsChosen', { n: chosen.length });
}
