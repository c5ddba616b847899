/** How sure the program is, and why, the strongest doubt first. */
import type { FigureRecord } from '../../../model.js';
import { formatShare } from '../logic/numbers.js';
import { t } from '../state/language.js';
import { wordFor } from '../state/session.js';

export function Confidence({ figure }: { figure: FigureRecord }) {
  const share = formatShare(figure.confidence);
  return (
    <section class="block">
      <h3>
        {t('confidence')} <span class="numbers">{share}</span>
        <meter
          class="meter"
          min={0}
          max={1}
          low={0.5}
          high={0.8}
          optimum={1}
          value={figure.confidence}
          aria-label={t('confidenceOf', { share })}
        />
      </h3>
      <ol class="reasons" aria-label={`${t('doubts')}: ${t('strongestFirst')}`}>
        {figure.reasons.map((reason) => (
          <li key={reason}>{wordFor(reason)}</li>
        ))}
      </ol>
    </section>
  );
}
