/** A comparison as a heat map: regions × series, each column with its own scale. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { columnsOf, heatMapOption, sizeOf } from '../charts/heat-map.js';
import type { CompareAnswer } from '../../compare-api.js';
import type { CompareRoute } from '../logic/compare-route.js';
import { rowNames } from '../logic/row-names.js';
import { sortRows } from '../logic/sort-rows.js';
import { opening } from '../state/compare.js';
import { language, t } from '../state/language.js';
import { navigate } from '../state/navigation.js';
import { wordFor, words } from '../state/session.js';
import { Chart } from './chart.js';

/** Rows that are drawn at a time; a canvas has its limits. */
const STEP = 100;
const MOST = 400;

export function CompareHeatMap({ route, answer }: { route: CompareRoute; answer: CompareAnswer }) {
  const { rows, series } = answer;
  const { by, order } = route.sort;
  const sorted = useMemo(() => {
    const names = rowNames(rows);
    return sortRows(rows, { by, order }).map((row) => ({ ...row, name: names.get(row.code)! }));
  }, [rows, by, order]);
  const [shown, setShown] = useState(STEP);
  useEffect(() => setShown(STEP), [sorted]);
  const drawn = useMemo(() => sorted.slice(0, shown), [sorted, shown]);
  const columns = useMemo(() => columnsOf(rows, series), [rows, series]);
  const { height, width } = sizeOf(drawn, series.length, language.value);
  const { value: tongue } = language;
  return (
    <div class="picture" role="region" tabIndex={0} aria-label={t('viewHeat')}>
      <p class="quiet">{t('heatScale')}</p>
      <Chart
        label={t('heatLabel', { n: rows.length, series: series.length })}
        height={height}
        minWidth={width}
        version={[drawn, columns, words.value]}
        option={(look) =>
          heatMapOption(drawn, {
            ...{ series, columns, language: tongue, look },
            gap: (reason) => wordFor(`gap-${reason}`),
          })
        }
        pick={({ at }) => {
          const [x, y] = [Math.round(at?.[0] ?? -1), Math.round(at?.[1] ?? -1)];
          const row = drawn[y];
          if (row && series[x]) navigate(opening(route, { cell: { at: row.code, series: x } }));
        }}
      />
      {shown < Math.min(sorted.length, MOST) && (
        <button type="button" class="button small more" onClick={() => setShown(shown + STEP)}>
          {t('showRest', { shown, total: sorted.length })}
        </button>
      )}
    </div>
  );
}
