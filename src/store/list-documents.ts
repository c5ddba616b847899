/** The documents of a database, by file name: a filter in, rows with what was found in each out. */
import type { DocumentStatus } from './records.js';
import type { Store } from './store.js';

export interface DocumentSummary {
  readonly id: string;
  readonly file: string;
  readonly format: string;
  readonly status: DocumentStatus;
  readonly reports: number;
  /** Reports that repeat another one. */
  readonly reposts: number;
  readonly figures: number;
  /** Figures that need review and that nobody has decided on. */
  readonly review: number;
  readonly diagnostics: number;
}

export interface DocumentFilter {
  /** Part of the file's name. */
  readonly file?: string | undefined;
  readonly status?: DocumentStatus | undefined;
  readonly id?: string | undefined;
}

const CONDITIONS: Readonly<Record<keyof DocumentFilter, string>> = {
  file: 'instr(lower(d.file), lower(:file)) > 0',
  status: 'd.status = :status',
  id: 'd.id = :id',
};

function where(filter: DocumentFilter): { sql: string; parameters: Record<string, string> } {
  const given = Object.entries(filter).filter(
    (entry): entry is [keyof DocumentFilter, string] => entry[1] !== undefined,
  );
  const conditions = given.map(([name]) => CONDITIONS[name]);
  // a single document is shown too where its file has changed since
  if (filter.id === undefined) conditions.push('d.superseded_by IS NULL');
  return { sql: conditions.join(' AND '), parameters: Object.fromEntries(given) };
}

export function countDocuments(store: Store, filter: DocumentFilter = {}): number {
  const { sql, parameters } = where(filter);
  return store.get<{ count: number }>(`SELECT count(*) AS count FROM documents d WHERE ${sql}`, parameters)!
    .count;
}

/** By file name and id, behind the document `after` where it is given. */
export function listDocuments(
  store: Store,
  filter: DocumentFilter = {},
  { limit = 100, after }: { readonly limit?: number; readonly after?: string | undefined } = {},
): DocumentSummary[] {
  const { sql, parameters } = where(filter);
  const behind =
    after === undefined ? '' : 'AND (d.file, d.id) > (SELECT file, id FROM documents WHERE id = :after)';
  return store.all<DocumentSummary>(
    `SELECT d.id, d.file, d.format, d.status,
       (SELECT count(*) FROM reports r WHERE r.document_id = d.id) AS reports,
       (SELECT count(*) FROM reports r WHERE r.document_id = d.id AND r.duplicate_of IS NOT NULL) AS reposts,
       (SELECT count(*) FROM figures f WHERE f.document_id = d.id) AS figures,
       (SELECT count(*) FROM figures f
        JOIN reports r ON r.document_id = f.document_id AND r.report = f.report
        WHERE f.document_id = d.id AND f.needs_review = 1 AND r.duplicate_of IS NULL AND d.superseded_by IS NULL
          AND NOT EXISTS (SELECT 1 FROM standing_decisions x WHERE x.figure_id = f.figure_id)) AS review,
       (SELECT count(*) FROM diagnostics x WHERE x.document_id = d.id) AS diagnostics
     FROM (
       SELECT number, file, id FROM documents d WHERE ${sql} ${behind} ORDER BY file, id LIMIT :limit
     ) page CROSS JOIN documents d ON d.number = page.number ORDER BY d.file, d.id`,
    { ...parameters, limit, ...(after === undefined ? {} : { after }) },
  );
}

/** A report of a document with where it stands (code points) and the file of the report that it repeats. */
export interface DocumentReport {
  readonly title: string | null;
  readonly issuer: string | null;
  readonly region_code: string | null;
  readonly region_name: string | null;
  readonly date: string | null;
  readonly start: number;
  readonly end: number;
  readonly repost_of: string | null;
}

export function reportsOf(store: Store, documentId: string): DocumentReport[] {
  return store.all<DocumentReport>(
    `SELECT r.title, r.issuer, r.region_code, r.region_name, r.date, r.start, r."end", od.file AS repost_of
     FROM reports r
     LEFT JOIN reports o ON o.id = r.duplicate_of
     LEFT JOIN documents od ON od.id = o.document_id
     WHERE r.document_id = :documentId ORDER BY r.report`,
    { documentId },
  );
}
