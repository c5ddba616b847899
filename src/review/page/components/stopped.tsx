/** Says that nobody answers, and what waits; gone as soon as somebody does. */
import { t } from '../state/language.js';
import { pending, retryNow, stopped } from '../state/outbox.js';

export function Stopped() {
  return (
    <div role="alert">
      {stopped.value && (
        <div class="banner">
          <p>
            <strong>{t('stopped', { port: location.port })}</strong>{' '}
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
