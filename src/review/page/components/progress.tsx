/** How much of the queue is done. */
import { formatNumber } from '../logic/numbers.js';
import { t } from '../state/language.js';
import { counts } from '../state/queue.js';

export function Progress() {
  const { total, done } = counts.value;
  const numbers = { done: formatNumber(done), total: formatNumber(total) };
  return (
    <div class="progress">
      <progress max={Math.max(total, 1)} value={done} aria-label={t('progressLabel', numbers)} />
      <span class="numbers" aria-hidden="true">
        {t('progressText', numbers)}
      </span>
    </div>
  );
}
