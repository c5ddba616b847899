/** The rows of a comparison → their names by code; those that share one are told apart by what they lie in. */
import type { ComparedRow } from '../../compare-api.js';

export function rowNames(rows: readonly ComparedRow[]): ReadonlyMap<string, string> {
  const [seen, shared] = [new Set<string>(), new Set<string>()];
  for (const { name } of rows) (seen.has(name) ? shared : seen).add(name);
  return new Map(
    rows.map(({ code, name, within }) => [code, shared.has(name) ? `${name} ${within ?? code}` : name]),
  );
}
