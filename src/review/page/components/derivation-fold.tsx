/** How the figure came about, folded away until it is asked for: it is worked out anew and takes a moment. */
import { useEffect, useState } from 'preact/hooks';
import { api } from '../state/api-client.js';
import { derivationOpen } from '../state/actions.js';
import type { Loaded } from '../state/details.js';
import { language, t } from '../state/language.js';
import { explain } from './states.js';

export function DerivationFold({ figure }: { figure: string }) {
  return (
    <details
      class="block fold"
      open={derivationOpen.value}
      onToggle={({ currentTarget }) => {
        derivationOpen.value = currentTarget.open;
      }}
    >
      <summary>
        {t('derivation')} <kbd>D</kbd>
      </summary>
      {derivationOpen.value && <DerivationText key={figure} figure={figure} />}
    </details>
  );
}

function DerivationText({ figure }: { figure: string }) {
  const [text, setText] = useState<Loaded<string>>({ state: 'loading' });
  const { value: tongue } = language;
  useEffect(() => {
    let isWanted = true;
    api.derivation(figure, tongue).then(
      (answer) => isWanted && setText({ state: 'ready', value: answer.text }),
      (error: unknown) => isWanted && setText({ state: 'failed', error }),
    );
    return () => {
      isWanted = false;
    };
  }, [figure, tongue]);
  if (text.state === 'failed') return <p class="quiet">{explain(text.error)}</p>;
  if (text.state === 'loading') return <p class="quiet">{t('derivationWait')}</p>;
  return (
    <pre class="derivation" tabIndex={0} aria-label={t('derivation')}>
      {text.value}
    </pre>
  );
}
