/** Where there is nothing to compare: why, and what to ask for instead. */
import { WHENEVER } from '../../../compare/days.js';
import type { CompareAnswer } from '../../compare-api.js';
import type { CompareRoute } from '../logic/compare-route.js';
import { formatRoute } from '../logic/route.js';
import { withQuery } from '../state/compare.js';
import { t } from '../state/language.js';
import { Empty } from './states.js';

export function CompareNothing({ route, answer }: { route: CompareRoute; answer: CompareAnswer }) {
  if (answer.latest === null)
    return (
      <Empty title={t('noDataTitle')}>
        <p>{t('noDataText')}</p>
      </Empty>
    );
  const { query } = route;
  const steps = [
    {
      isOpen: query.window !== WHENEVER,
      word: 'tryAllTime',
      to: { from: undefined, to: undefined, window: WHENEVER },
    },
    { isOpen: !query.review, word: 'tryReview', to: { review: true } },
    {
      isOpen: query.region !== undefined,
      word: 'tryEverywhere',
      to: { region: undefined, level: undefined },
    },
    {
      isOpen: query.indicator.length > 0 || query.unit !== undefined || query.item !== undefined,
      word: 'tryUsual',
      to: { indicator: [], unit: undefined, item: undefined },
    },
  ] as const;
  return (
    <Empty title={t('noNumbersTitle')}>
      <p>{t('noNumbersText', { from: answer.from, to: answer.to })}</p>
      <ul class="next-steps">
        {steps.map(
          ({ isOpen, word, to }) =>
            isOpen && (
              <li key={word}>
                <a href={formatRoute(withQuery(route, to))}>{t(word)}</a>
              </li>
            ),
        )}
      </ul>
    </Empty>
  );
}
