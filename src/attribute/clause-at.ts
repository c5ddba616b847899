/** A sentence and a place in it → the clause that holds the place. */
import type { NormalizedSpan, Sentence } from '../model.js';
import { countBelow } from '../text/span.js';

/** The whole sentence where it has no clauses. */
export const clauseAt = ({ clauses, span }: Sentence, at: number): NormalizedSpan =>
  clauses[countBelow(clauses.length, (i) => clauses[i]!.start <= at) - 1] ?? span;
