/** All that is known of the figure on screen. */
import type { FigureDetail } from '../../api.js';
import { formatBounds, formatValue, isBounded } from '../logic/format-figure.js';
import { phraseOf } from '../logic/segments.js';
import { language, t } from '../state/language.js';
import { useMeaning } from '../state/meaning.js';
import { indicatorName, wordFor } from '../state/session.js';
import { Confidence } from './confidence.js';
import { DecisionBadge, History } from './history.js';
import { DerivationFold } from './derivation-fold.js';
import { Facts } from './facts.js';

export function Panel({ detail }: { detail: FigureDetail }) {
  const { current, found, text, left_out, disagreement } = detail;
  const { highlights, factors } = useMeaning(detail);
  const phrase = phraseOf(text, highlights) ?? found.exact;
  const { value: tongue } = language;
  const isRange = isBounded(current);
  return (
    <div class="panel" data-figure={found.figure_id}>
      <div class="panel-top">
        <div class="panel-indicator">
          <h2>{indicatorName(current.indicator)}</h2>
          <DecisionBadge figure={current} />
        </div>
        <p class={current.redacted ? 'big big-redacted' : 'big'}>
          {formatValue(current, tongue)}
          {!current.redacted && <span class="big-unit">{current.unit}</span>}
        </p>
        <p class="written">
          {isRange && <span class="range">{formatBounds(current, tongue)}</span>}
          {isRange && ' · '}
          <q lang="zh-CN">{phrase}</q>
          {current.qualifier !== 'exact' && <span class="chip">{wordFor(current.qualifier)}</span>}
        </p>
      </div>
      {disagreement && <p class="warning">{t('disagreement')}</p>}
      {left_out && <p class="warning">{t(left_out === 'repost' ? 'leftRepost' : 'leftSuperseded')}</p>}
      <Facts found={found} current={current} />
      <Confidence figure={found} factors={factors} />
      <History decisions={detail.decisions} />
      <DerivationFold figure={found.figure_id} />
    </div>
  );
}
