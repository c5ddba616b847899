/** One series of a few regions over time: lines, and the same points as a table whose rows lead to their sentences. */
import { useMemo, useState } from 'preact/hooks';
import { WHENEVER } from '../../../compare/days.js';
import { lookNow } from '../charts/look.js';
import { HEIGHT, trendOption, type Line } from '../charts/trend.js';
import type { CompareAnswer, TrendsAnswer } from '../../compare-api.js';
import { MOST_LINES, queryParameters, type CompareRoute } from '../logic/compare-route.js';
import { formatSeries } from '../logic/format-cell.js';
import { isFilled, sortRows } from '../logic/sort-rows.js';
import { api } from '../state/api-client.js';
import { useAnswer } from '../state/answers.js';
import { opening } from '../state/compare.js';
import { language, t } from '../state/language.js';
import { navigate } from '../state/navigation.js';
import { isDark } from '../state/theme.js';
import { Chart } from './chart.js';
import { RegionInput } from './region-input.js';
import { drawnSeries, SeriesChoice } from './series-choice.js';
import { Empty, Failure, Waiting } from './states.js';
import { TrendTable } from './trend-table.js';

interface Props {
  readonly route: CompareRoute;
  readonly answer: CompareAnswer;
}

/** Lines that are drawn where nobody has chosen any. */
const USUAL_LINES = 5;

export function CompareTrend({ route, answer }: Props) {
  const index = drawnSeries(route, answer);
  const over = route.over.length > 0 ? route.over : usualRegions(answer, index);
  const { indicator, unit, item } = answer.series[index]!;
  const query = {
    ...route.query,
    indicator: [indicator],
    unit,
    item: item ?? undefined,
    every: item === null,
  };
  const {
    answer: loaded,
    isLate,
    retry,
  } = useAnswer(
    `${queryParameters(query).toString()} ${over.join()}`,
    async (signal) => await api.trends(query, over, signal),
  );
  return (
    <div class="picture" role="region" tabIndex={0} aria-label={t('viewTrend')} aria-busy={isLate}>
      <SeriesChoice route={route} answer={answer} />
      {loaded.state === 'failed' && <Failure error={loaded.error} retry={retry} />}
      {loaded.state === 'loading' && <Waiting />}
      {loaded.state === 'ready' && (
        <Trends route={route} answer={answer} index={index} trends={loaded.value} />
      )}
    </div>
  );
}

/** The first ones that state it themselves. */
const usualRegions = ({ rows }: CompareAnswer, index: number): string[] => {
  const sorted = sortRows(rows, { by: index, order: 'down' });
  const stating = sorted.filter(({ cells }) => {
    const cell = cells[index];
    return isFilled(cell) && cell.sum === undefined;
  });
  return (stating.length > 0 ? stating : sorted).slice(0, USUAL_LINES).map(({ code }) => code);
};

function Trends({
  route,
  answer,
  index,
  trends,
}: Props & { readonly index: number; readonly trends: TrendsAnswer }) {
  const series = answer.series[index]!;
  const { value: tongue } = language;
  const { value: dark } = isDark;
  const lines = useMemo((): readonly Line[] => {
    const colours = lookNow().lines;
    return trends.regions.map(({ code, name }, i) => {
      const trend = trends.trends.find(
        ({ region, series: { unit, item } }) =>
          region === code && unit === series.unit && item === series.item,
      );
      return { name, colour: colours[i % colours.length]!, points: trend?.points ?? [] };
    });
  }, [trends, series, dark]);
  const isEmpty = lines.every(({ points }) => points.length === 0);
  const go = (over: readonly string[]): void => navigate({ ...route, over, open: null });
  const codes = trends.regions.map(({ code }) => code);
  const { from, to, window } = route.query;
  const isOverDays = [from, to, window].some((asked) => asked !== undefined && asked !== WHENEVER);
  return (
    <>
      <p class="quiet">
        {isOverDays ? t('trendDays', { from: trends.from, to: trends.to }) : t('trendWhole')}
      </p>
      <Chosen lines={lines} codes={codes} go={go} />
      {isEmpty ? (
        <Empty title={t('trendNone')}>
          <p>{t('trendNoneText')}</p>
        </Empty>
      ) : (
        <>
          <Chart
            label={t('trendLabel', {
              series: formatSeries(series, tongue),
              regions: lines.map(({ name }) => name).join(', '),
            })}
            height={HEIGHT}
            version={[lines, tongue]}
            option={(look) => trendOption(lines, { unit: series.unit, language: tongue, look })}
            pick={({ item }) => {
              const point = item && lines[item[0]]?.points[item[1]];
              if (point) navigate(opening(route, { figures: point.figures }));
            }}
          />
          <TrendTable route={route} lines={lines} unit={series.unit} />
        </>
      )}
    </>
  );
}

interface ChosenProps {
  readonly lines: readonly Line[];
  readonly codes: readonly string[];
  readonly go: (over: readonly string[]) => void;
}

/** The regions that are drawn, in the colours of their lines, and a field for one more. */
function Chosen({ lines, codes, go }: ChosenProps) {
  const [typed, setTyped] = useState('');
  return (
    <div class="chosen-regions">
      <ul aria-label={t('trendRegions')}>
        {lines.map(({ name, colour, points }, i) => (
          <li key={codes[i]}>
            <span class="swatch" style={{ backgroundColor: colour }} />
            {name}
            {points.length === 0 && <span class="quiet">{t('trendOfNone')}</span>}
            {codes.length > 1 && (
              <button
                type="button"
                class="icon"
                aria-label={t('trendRemove', { region: name })}
                onClick={() => go(codes.filter((_, j) => j !== i))}
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      {codes.length < MOST_LINES && (
        <RegionInput
          label={t('trendAdd')}
          code=""
          name={typed}
          fault={undefined}
          edit={({ region_code: code = '', region_name: name = '' }) => {
            setTyped(code === '' ? name : '');
            if (code !== '' && !codes.includes(code)) go([...codes, code]);
          }}
        />
      )}
    </div>
  );
}
