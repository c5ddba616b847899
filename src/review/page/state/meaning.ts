/** A figure's detail in; out what its text means, by the detail alone at first and by its derivation when that has come. */
import { useMemo } from 'preact/hooks';
import type { Derivation, FigureDetail, Highlight, Mark } from '../../api.js';
import { useDerivation } from './derivations.js';

export interface Meaning {
  readonly highlights: readonly Highlight[];
  readonly marks: readonly Mark[];
  /** What speaks for the figure and against it; empty until the derivation has come. */
  readonly factors: Derivation['factors'];
}

export function useMeaning({ found, highlights, marks }: FigureDetail): Meaning {
  const derivation = useDerivation(found.figure_id);
  const derived = derivation.state === 'ready' ? derivation.value : null;
  return useMemo(
    () => ({
      // where the present rules do not give the figure, its number is all that is known
      highlights: derived?.highlights.length ? derived.highlights : highlights,
      marks: derived ? [...marks, ...derived.marks] : marks,
      factors: derived?.factors ?? [],
    }),
    [derived, highlights, marks],
  );
}
