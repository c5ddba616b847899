/** What stands where something is still loading, could not be loaded, or is not there. */
import type { ComponentChildren } from 'preact';
import { Refused, Unreachable } from '../state/api-client.js';
import { t } from '../state/language.js';

export function Waiting() {
  return (
    <div class="waiting" role="status">
      <span class="visually-hidden">{t('loading')}</span>
      <span class="bone bone-wide" />
      <span class="bone" />
      <span class="bone bone-short" />
    </div>
  );
}

export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  return (
    <div class="state" role="alert">
      <p>{explain(error)}</p>
      {retry && (
        <button type="button" class="button" onClick={retry}>
          {t('tryAgain')}
        </button>
      )}
    </div>
  );
}

export function explain(error: unknown): string {
  if (error instanceof Unreachable) return t(error.why, { port: location.port, message: error.message });
  if (error instanceof Refused && error.status === 404) return t('notFound');
  return t('failed', { message: error instanceof Error ? error.message : String(error) });
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="state">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
