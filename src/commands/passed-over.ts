/** What earlier runs told of a document, and what this one would try it with → whether to try it again, and what to say where not. */
import { createRequire } from 'node:module';
import { diagnose } from '../diagnostics.js';
import type { Diagnostic } from '../model.js';
import { diagnosticsOf, type Store } from '../store/index.js';
import { ATTEMPTS, type PoolLimits } from '../workers/index.js';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

/** What it tells of attempts that ended with the process that read it. */
interface Attempts {
  readonly attempts: number;
  /** Program, rules and limits. */
  readonly with: string;
  readonly reason: string;
}

/** Where it is the same, the same comes of it. */
export function circumstances(
  ruleVersion: string,
  { seconds, silence, megabytes, file }: PoolLimits,
): string {
  const limits = { seconds, silence, megabytes, ...file };
  return `huibao ${version}, rules ${ruleVersion}, ${JSON.stringify(limits)}`;
}

/** The diagnostic to pass a document over with; null where it is worth trying. */
export function passOver(store: Store, documentId: string, now: string): Diagnostic | null {
  const earlier = attemptsOf(store, documentId, now);
  if (!earlier || earlier.attempts < ATTEMPTS) return null;
  return diagnose('document-passed-over', { ...earlier });
}

/** Adds the attempts of earlier runs to those that a result tells of. */
export function countAttempts(
  store: Store,
  documentId: string,
  now: string,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const { attempts } = diagnostic.params;
    if (typeof attempts !== 'number' || diagnostic.code === 'document-passed-over') return diagnostic;
    const before = attemptsOf(store, documentId, now)?.attempts ?? 0;
    return { ...diagnostic, params: { ...diagnostic.params, attempts: before + attempts, with: now } };
  });
}

function attemptsOf(store: Store, documentId: string, now: string): Attempts | null {
  for (const { code, params, message } of diagnosticsOf(store, { documentId }))
    if (typeof params.attempts === 'number' && params.with === now) {
      // passed over before: the reason is that of the time before
      const reason = code === 'document-passed-over' ? String(params.reason) : message;
      return { attempts: params.attempts, with: now, reason };
    }
  return null;
}
