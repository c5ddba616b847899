/** Says why nothing is saved now, and what waits; gone as soon as it is. */
import { t } from '../state/language.js';
import { away, pending, retryNow } from '../state/outbox.js';
import { explain } from './states.js';

export function Stopped() {
  return (
    <div role="alert">
      {away.value && (
        <div class="banner">
          <p>
            <strong>{explain(away.value)}</strong>
            {t('stoppedPending', { n: pending.value })}
          </p>
          <button type="button" class="button" onClick={retryNow}>
            {t('tryAgain')}
          </button>
        </div>
      )}
    </div>
  );
}
