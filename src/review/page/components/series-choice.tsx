/** Which of a comparison's series is drawn, where there are several. */
import type { CompareAnswer } from '../../compare-api.js';
import type { CompareRoute } from '../logic/compare-route.js';
import { formatSeries } from '../logic/format-cell.js';
import { language, t } from '../state/language.js';
import { navigate } from '../state/navigation.js';

/** The index of it; of one that is not there, the first. */
export const drawnSeries = ({ of }: CompareRoute, { series }: CompareAnswer): number =>
  of < series.length ? of : 0;

export function SeriesChoice({ route, answer }: { route: CompareRoute; answer: CompareAnswer }) {
  if (answer.series.length < 2) return null;
  return (
    <label class="filter drawn">
      <span>{t('drawn')}</span>
      <select
        class="select"
        value={drawnSeries(route, answer)}
        onChange={({ currentTarget }) =>
          navigate({ ...route, of: Number(currentTarget.value), open: null }, 'replace')
        }
      >
        {answer.series.map((series, i) => (
          <option key={i} value={i}>
            {formatSeries(series, language.value)}
          </option>
        ))}
      </select>
    </label>
  );
}
