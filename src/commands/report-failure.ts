/** An error that ended a command → a message on stderr and the exit code. */
import { detectLanguage } from '../language/language.js';
import { formatRuleError, RuleError } from '../ruleset/index.js';
import { StoreError } from '../store/errors.js';
import { printable } from './print-rows.js';
import { UsageError } from './usage-error.js';

/**
 * Prints what went wrong and what to do about it.
 * @returns 2 for wrong use, a broken rule file or a database that cannot be used; 1 for a fault of ours
 */
export function reportFailure(error: unknown): 1 | 2 {
  if (error instanceof RuleError) {
    process.stderr.write(`${printable(formatRuleError(error))}\n`);
    return 2;
  }
  if (error instanceof UsageError || error instanceof StoreError) {
    const { message, hint } = error instanceof StoreError ? error.describe(detectLanguage()) : error;
    process.stderr.write(printable(`huibao: ${message}\n${hint ? `  ${hint}\n` : ''}`));
    return 2;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `huibao: a fault of the program; please report it with the file that caused it\n${text}\n`,
  );
  return 1;
}
