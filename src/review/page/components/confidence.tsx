/** How sure the program is, and why: what speaks against the figure and for it, the strongest first. */
import type { Derivation } from '../../api.js';
import type { FigureRecord } from '../../../model.js';
import { formatShare } from '../logic/numbers.js';
import { t } from '../state/language.js';
import { wordFor } from '../state/session.js';

interface Props {
  readonly figure: FigureRecord;
  /** Empty where they are not known yet: then the reasons are told without their weight. */
  readonly factors: Derivation['factors'];
}

export function Confidence({ figure, factors }: Props) {
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
      {factors.length > 0 ? (
        <>
          <Weighed title={t('against')} sign="−" factors={factors.filter(({ weight }) => weight < 0)} />
          <Weighed title={t('inFavour')} sign="+" factors={factors.filter(({ weight }) => weight > 0)} />
        </>
      ) : (
        <ol class="reasons" aria-label={`${t('doubts')}: ${t('strongestFirst')}`}>
          {figure.reasons.map((reason) => (
            <li key={reason}>{wordFor(reason)}</li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Weighed({ title, sign, factors }: { title: string; sign: string; factors: Derivation['factors'] }) {
  if (factors.length === 0) return null;
  const sorted = [...factors].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return (
    <ul class={`weighed weighed-${sign === '−' ? 'against' : 'for'}`} aria-label={title}>
      {sorted.map(({ factor, words, weight }) => (
        <li key={factor}>
          <span class="numbers weight">
            {sign}
            {Math.abs(weight).toFixed(1)}
          </span>{' '}
          {words}
        </li>
      ))}
    </ul>
  );
}
