/** An open database → what Datasette shows about it: `metadata` for 0.64 and 1.0 (`-m`), `config` for 1.0 besides (`-c`). */
import { basename, extname } from 'node:path';
import type { Store } from '../store/index.js';
import { DATASETTE_QUERIES } from './datasette-queries.js';
import { columnWords, TABLE_WORDS, type Words } from './schema-words.js';

/** How a table or view opens: its facets, and how its rows are ordered. */
interface Look {
  readonly sort?: string;
  readonly sort_desc?: string;
  readonly facets?: readonly string[];
  /** Of a view, Datasette sorts by no other columns. */
  readonly sortable_columns?: readonly string[];
  /** What a link to a row reads. */
  readonly label_column?: string;
  readonly size?: number;
  readonly units?: Readonly<Record<string, string>>;
  readonly fts_table?: string;
  readonly fts_pk?: string;
}

export interface DatasetteTable extends Look {
  readonly description?: string;
  readonly columns?: Readonly<Record<string, string>>;
  readonly hidden?: boolean;
}

export interface DatasetteQuery {
  readonly title: string;
  readonly sql: string;
  readonly params: readonly string[];
  readonly hide_sql: true;
}

export interface DatasetteFiles {
  readonly metadata: {
    readonly title: string;
    readonly description: string;
    readonly databases: Readonly<
      Record<
        string,
        {
          readonly title: string;
          readonly description: string;
          readonly source: string;
          readonly tables: Readonly<Record<string, DatasetteTable>>;
          readonly queries: Readonly<Record<string, DatasetteQuery>>;
        }
      >
    >;
  };
  readonly config: {
    readonly settings: Readonly<Record<string, number>>;
    readonly databases: Readonly<
      Record<string, { readonly queries: Readonly<Record<string, DatasetteQuery>> }>
    >;
  };
}

const NUMBERS = [
  'value',
  'lower',
  'upper',
  'confidence',
  'as_of',
  'region_code',
  'indicator',
  'file',
] as const;

const LOOKS: Readonly<Record<string, Look>> = {
  current_figures: {
    sortable_columns: NUMBERS,
    sort: 'file',
    facets: ['indicator', 'region_name', 'unit', 'statistic', 'decision'],
  },
  review_queue: {
    sortable_columns: NUMBERS,
    sort: 'confidence',
    facets: ['indicator', 'region_name', 'file'],
  },
  region_totals: {
    sortable_columns: ['indicator', 'region_code', 'as_of', 'statements', 'value', 'lower', 'upper'],
    sort: 'region_code',
    facets: ['indicator', 'unit'],
  },
  conflicts: {
    sortable_columns: ['region_code', 'indicator', 'as_of_a', 'as_of_b'],
    sort: 'region_code',
    facets: ['kind', 'indicator'],
  },
  restatements: {
    sortable_columns: ['region_code', 'indicator', 'value', 'as_of', 'first_as_of'],
    sort: 'region_code',
    facets: ['indicator'],
  },
  reposts: { sortable_columns: ['file', 'original_file'], sort: 'file', facets: ['how'] },
  disagreements: { sortable_columns: ['at_a', 'at_b', 'who_a', 'who_b'], facets: ['who_a', 'who_b'] },
  standing_decisions: { sortable_columns: ['id', 'at', 'who'], facets: ['action', 'who'] },
  held_decisions: { sortable_columns: ['id', 'at', 'who'], facets: ['action', 'who'] },
  figures: { facets: ['indicator', 'unit', 'statistic', 'qualifier', 'needs_review'], label_column: 'exact' },
  documents: {
    facets: ['format', 'status'],
    label_column: 'file',
    sort: 'file',
    // a page of whole texts is long
    size: 10,
    units: { bytes: 'byte' },
    fts_table: 'document_words',
    fts_pk: 'number',
  },
  document_files: { label_column: 'file' },
  reports: { facets: ['region_name', 'issuer'], label_column: 'title', sort_desc: 'date' },
  decisions: { facets: ['action', 'who'], sort_desc: 'id', label_column: 'exact' },
  diagnostics: { facets: ['code', 'severity'], label_column: 'message' },
  indicators: { facets: ['core'], label_column: 'name', size: 50 },
  regions: { facets: ['level'], label_column: 'name' },
  units: { label_column: 'id' },
  runs: { sort_desc: 'started_at', label_column: 'started_at' },
};

const ABOUT: Words = [
  'Figures from Chinese work reports; each leads back to its sentence. Begin with current_figures, region_totals or a query.',
  '从工作总结、汇报、简报中提取的数据，每个数字都能回到原句。请从 current_figures、region_totals 或下列查询开始。',
];
const SEARCH_HELP: Words = [
  'The search box takes two-character words (志愿 服务); the query search_documents takes words of any length.',
  '检索框请填两个字的词，多个词用空格隔开（如：志愿 服务）；不限字数请用查询 search_documents。',
];
const TITLE: Words = ['huibao: figures from work reports', '汇报数据'];

const both = ([en, zh]: Words): string => `${zh} · ${en}`;

/** The database is named as Datasette names it: by its file, without the extension. */
export function datasetteMetadata(store: Store): DatasetteFiles {
  const file = basename(store.path);
  const name = basename(file, extname(file));
  const queries = Object.fromEntries(
    Object.entries(DATASETTE_QUERIES).map(([id, { title, sql, params }]) => [
      id,
      { title: both(title), sql, params, hide_sql: true } as const,
    ]),
  );
  const tables = Object.fromEntries(tablesOf(store).map((table) => [table, describe(store, table)]));
  return {
    metadata: {
      title: both(TITLE),
      description: both(ABOUT),
      databases: {
        [name]: { title: both(TITLE), description: both(ABOUT), source: sourceOf(store), tables, queries },
      },
    },
    // views over many figures take longer than Datasette's second
    config: { settings: { sql_time_limit_ms: 5000 }, databases: { [name]: { queries } } },
  };
}

const tablesOf = (store: Store): string[] =>
  store
    .all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name")
    .map(({ name }) => name);

/** What nobody has described is the text index or SQLite's own, and hidden. */
function describe(store: Store, table: string): DatasetteTable {
  const words = TABLE_WORDS[table];
  if (words === undefined) return { hidden: true };
  const columns = store
    .all<{ name: string }>('SELECT name FROM pragma_table_info(:table) ORDER BY cid', { table })
    .flatMap(({ name }) => {
      const found = columnWords(table, name);
      return found === undefined ? [] : [[name, both(found)] as const];
    });
  const description = table === 'documents' ? `${both(words)} ${both(SEARCH_HELP)}` : both(words);
  return { description, ...LOOKS[table], columns: Object.fromEntries(columns) };
}

/** Reports as of when, and how many: what stands at the foot of each page. */
function sourceOf(store: Store): string {
  const { documents, versions } = store.get<{ documents: number; versions: string | null }>(
    `SELECT count(*) AS documents, group_concat(DISTINCT rule_version) AS versions
     FROM documents WHERE superseded_by IS NULL`,
  )!;
  const rules = versions === null ? '' : `, rules ${versions}`;
  return both([`${documents} documents${rules}`, `${documents} 份文档`]);
}
