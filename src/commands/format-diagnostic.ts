/** A diagnostic → one line in the reader's language. */
import { describeDiagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../model.js';
import { detectLanguage } from '../language/language.js';
import { printable } from './print-rows.js';

/** `file: message (hint)` */
export function formatDiagnostic(file: string, diagnostic: Diagnostic): string {
  const { message, hint } = describeDiagnostic(diagnostic, detectLanguage());
  // What a parser says may have several lines.
  const line = message.replace(/\s+/g, ' ').trim();
  return printable(`${file.replace(/\s/g, ' ')}: ${line}${hint === null ? '' : ` (${hint})`}`);
}
