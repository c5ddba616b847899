/** How the figure came about, folded away until it is asked for: it is worked out anew and takes a moment. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { derivationOpen } from '../state/actions.js';
import { useDerivation } from '../state/derivations.js';
import { t } from '../state/language.js';
import { explain } from './states.js';

export function DerivationFold({ figure }: { figure: string }) {
  const fold = useRef<HTMLDetailsElement>(null);
  const { value: isOpen } = derivationOpen;
  const isNew = useRef(false);
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (wasOpen !== isOpen) {
    setWasOpen(isOpen);
    isNew.current = isOpen;
  }
  // It is called for by a key while it may be out of sight; from figure to figure, the panel starts at its top.
  const arrive = (): void => {
    if (isNew.current) fold.current?.scrollIntoView({ block: 'start' });
    isNew.current = false;
  };
  return (
    <details
      ref={fold}
      class="block fold"
      open={isOpen}
      onToggle={({ currentTarget }) => {
        derivationOpen.value = currentTarget.open;
      }}
    >
      <summary>
        {t('derivation')} <kbd>D</kbd>
      </summary>
      {isOpen && <DerivationText key={figure} figure={figure} arrive={arrive} />}
    </details>
  );
}

function DerivationText({ figure, arrive }: { figure: string; arrive: () => void }) {
  const derivation = useDerivation(figure);
  useEffect(() => {
    if (derivation.state === 'ready') arrive();
  }, [derivation.state]);
  if (derivation.state === 'failed') return <p class="quiet">{explain(derivation.error)}</p>;
  if (derivation.state === 'loading') return <p class="quiet">{t('derivationWait')}</p>;
  return (
    <pre class="derivation" tabIndex={0} aria-label={t('derivation')}>
      {derivation.value.text}
    </pre>
  );
}
