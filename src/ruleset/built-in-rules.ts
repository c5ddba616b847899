/** Gives the directory of the rule files that come with huibao. */
import { fileURLToPath } from 'node:url';

/** The `rules/` directory of this package; found from `dist/ruleset/` as well as from `src/ruleset/`. */
export function builtInRules(): string {
  return fileURLToPath(new URL('../../rules', import.meta.url));
}
