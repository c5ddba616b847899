/** What the figure states, line by line; where a reviewer changed it, also what the program had found. */
import type { FigureDetail } from '../../api.js';
import { formatBounds } from '../logic/format-figure.js';
import { language, t } from '../state/language.js';
import { indicatorName, wordFor } from '../state/session.js';
import type { Word } from '../words.js';

type Props = Pick<FigureDetail, 'found' | 'current'>;

export function Facts({ found, current }: Props) {
  const { value: tongue } = language;
  const facts: readonly (readonly [word: Word, now: string | null, before: string | null, how?: string])[] = [
    ['indicator', indicatorName(current.indicator), indicatorName(found.indicator)],
    ['bounds', formatBounds(current, tongue), formatBounds(found, tongue)],
    ['unit', current.unit, found.unit],
    ['item', current.item, found.item],
    [
      'region',
      current.region_name,
      found.region_name,
      found.region_method === 'none' ? '' : wordFor(found.region_method),
    ],
    ['asOf', current.as_of, found.as_of, found.as_of_method === 'none' ? '' : wordFor(found.as_of_method)],
    ['statistic', wordFor(current.statistic), wordFor(found.statistic)],
    ['rule', found.rule, found.rule],
  ];
  return (
    <dl class="facts">
      {facts
        .filter(([word, now, before]) => now !== before || isTold(word, now))
        .map(([word, now, before, how]) => (
          <div key={word} class={now === before ? 'fact' : 'fact fact-changed'}>
            <dt>{t(word)}</dt>
            <dd>
              <span class={now === null ? 'quiet' : word === 'rule' ? 'code' : ''}>
                {now ?? t('unknown')}
              </span>
              {now !== before && <span class="how">{t('foundAs', { found: before ?? t('unknown') })}</span>}
              {now === before && now !== null && how && <span class="how">{how}</span>}
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** The name above says the indicator, the big number the unit: they come again only where they were changed. */
function isTold(word: Word, now: string | null): boolean {
  if (word === 'indicator' || word === 'unit' || word === 'bounds') return false;
  return word !== 'item' || now !== null;
}
