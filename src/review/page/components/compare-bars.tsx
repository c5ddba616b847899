/** One series of a comparison as bars, the greatest first, and below them the regions without a number. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { barOption, heightOf } from '../charts/bars.js';
import type { CompareAnswer } from '../../compare-api.js';
import type { CompareRoute } from '../logic/compare-route.js';
import { formatAmount, formatSeries } from '../logic/format-cell.js';
import { rowNames } from '../logic/row-names.js';
import { isFilled, sortRows } from '../logic/sort-rows.js';
import { opening } from '../state/compare.js';
import { language, t } from '../state/language.js';
import { navigate } from '../state/navigation.js';
import { Chart } from './chart.js';
import { GapList } from './gap-list.js';
import { drawnSeries, SeriesChoice } from './series-choice.js';

/** Bars that are drawn at a time; a canvas has its limits. */
const STEP = 100;
const MOST = 400;

export function CompareBars({ route, answer }: { route: CompareRoute; answer: CompareAnswer }) {
  const { rows } = answer;
  const index = drawnSeries(route, answer);
  const series = answer.series[index]!;
  const bars = useMemo(() => {
    const names = rowNames(rows);
    return sortRows(rows, { by: index, order: 'down' }).flatMap(({ code, cells }) => {
      const cell = cells[index];
      return isFilled(cell) ? [{ code, name: names.get(code)!, cell }] : [];
    });
  }, [rows, index]);
  const [shown, setShown] = useState(STEP);
  useEffect(() => setShown(STEP), [bars]);
  const drawn = useMemo(() => bars.slice(0, shown), [bars, shown]);
  const { value: tongue } = language;
  const [first] = bars;
  return (
    <div class="picture" role="region" tabIndex={0} aria-label={t('viewBars')}>
      <SeriesChoice route={route} answer={answer} />
      {first && (
        <Chart
          label={t('barsLabel', {
            ...{ series: formatSeries(series, tongue), n: bars.length, first: first.name },
            number: formatAmount(first.cell, tongue).number,
          })}
          height={heightOf(drawn)}
          version={[drawn, tongue]}
          option={(look) =>
            barOption(drawn, { unit: series.unit, ranked: bars.length, language: tongue, look })
          }
          pick={({ at }) => {
            const bar = at && drawn[Math.round(at[1])];
            if (bar) navigate(opening(route, { cell: { at: bar.code, series: index } }));
          }}
        />
      )}
      {shown < Math.min(bars.length, MOST) && (
        <button type="button" class="button small more" onClick={() => setShown(shown + STEP)}>
          {t('showRest', { shown, total: bars.length })}
        </button>
      )}
      <GapList route={route} rows={rows} index={index} />
    </div>
  );
}
