/** Is the database sound: an open database goes in, one finding a check comes out. */
import { StoreError } from './errors.js';
import { SCHEMA_VERSION } from './migrations/index.js';
import type { Store } from './store.js';

/** What one check found. */
export interface HealthCheck {
  readonly check: 'schema' | 'integrity' | 'foreign-keys' | 'grounding' | 'text-index';
  readonly ok: boolean;
  /** What was found, for a person; empty where all is well. */
  readonly detail: string;
}

/** The check that anyone can run on a database, and that must return 0. */
export const GROUNDING_CHECK = `SELECT count(*) FROM figures f JOIN documents d ON d.id = f.document_id
WHERE substr(d.text, f.start + 1, f.end - f.start) <> f.exact`;

/** How many figures do not stand where they say; anything but 0 is a bug. */
export function groundingErrors(store: Store): number {
  return store.get<{ errors: number }>(`SELECT (${GROUNDING_CHECK}) AS errors`)!.errors;
}

/** Runs every check; reads the whole file. `rebuildTextIndex` mends the text index. */
export function checkHealth(store: Store): HealthCheck[] {
  return [
    finding('schema', () => {
      const { user_version: version } = store.get<{ user_version: number }>('PRAGMA user_version')!;
      return version === SCHEMA_VERSION ? '' : `schema ${version}, expected ${SCHEMA_VERSION}`;
    }),
    finding('integrity', () => {
      const found = store.all<{ integrity_check: string }>('PRAGMA integrity_check(10)');
      const problems = found.map((row) => row.integrity_check).filter((line) => line !== 'ok');
      return problems.join('; ');
    }),
    finding('foreign-keys', () => {
      const broken = store.all<{ table: string; parent: string }>('PRAGMA foreign_key_check');
      const pairs = new Set(broken.map(({ table, parent }) => `${table} → ${parent}`));
      return broken.length === 0 ? '' : `${broken.length} rows: ${[...pairs].join(', ')}`;
    }),
    finding('grounding', () => {
      const errors = groundingErrors(store);
      return errors === 0 ? '' : `${errors} figures do not stand where they say`;
    }),
    finding('text-index', () => textIndexProblem(store)),
  ];
}

function finding(check: HealthCheck['check'], find: () => string): HealthCheck {
  try {
    const detail = find();
    return { check, ok: detail === '', detail };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { check, ok: false, detail: error.message };
  }
}

/** The index keeps no text: it is compared with the documents by count, and read through by FTS5. */
function textIndexProblem(store: Store): string {
  const { missing } = store.get<{ missing: number }>(
    `SELECT count(*) AS missing FROM documents d WHERE searchable = 1
       AND NOT EXISTS (SELECT 1 FROM document_words_docsize w WHERE w.id = d.number)`,
  )!;
  if (missing > 0) return `${missing} documents are missing from the text index`;
  // The check is an INSERT; a reader has to leave it out.
  if (!store.readonly) store.run("INSERT INTO document_words (document_words) VALUES ('integrity-check')");
  return '';
}
