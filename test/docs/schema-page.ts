/** The comments in the migrations and the schema that they make → the page about the schema, as Markdown. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { columnWords, TABLE_WORDS } from '../../src/export/schema-words.js';
import { SCHEMA_VERSION, type Store } from '../../src/store/index.js';
import { ROOT } from './run-page.js';

interface Comments {
  /** Table or view → what the lines in front of its CREATE say. */
  readonly tables: ReadonlyMap<string, string>;
  /** `table.column` → what stands behind it. */
  readonly columns: ReadonlyMap<string, string>;
}

const MIGRATIONS = join(ROOT, 'src/store/migrations');

/** The SQL of all migrations, in order. */
async function migrations(): Promise<string> {
  const files = readdirSync(MIGRATIONS).filter((name) => /^\d{4}-/.test(name));
  const modules = await Promise.all(
    files
      .sort()
      .map((name) => import(pathToFileURL(join(MIGRATIONS, name)).href) as Promise<Record<string, unknown>>),
  );
  return modules
    .flatMap((module) => Object.values(module).filter((value) => typeof value === 'string'))
    .join('\n');
}

// takes `CREATE VIEW conflicts AS` and `CREATE TABLE figures (`; not `CREATE INDEX …`
const CREATE = /^CREATE (?:VIRTUAL )?(?:TABLE|VIEW) (\w+)/;
// takes `ALTER TABLE reports ADD COLUMN sketch BLOB;   -- hashes`; the last group is the comment
const ADD = /^ALTER TABLE (\w+) ADD COLUMN (\w+)[^-]*(?:-- (.*))?$/;
// takes `  figure_id     TEXT PRIMARY KEY,   -- depends on …` and `  "end" INTEGER,`; not `  CHECK (`
const COLUMN = /^ {2}"?([a-z_]+)"? .*?-- (.*)$/;

function commentsOf(sql: string): Comments {
  const [tables, columns] = [new Map<string, string>(), new Map<string, string>()];
  let [before, table]: [string[], string | null] = [[], null];
  for (const line of sql.split('\n')) {
    const [, created] = CREATE.exec(line) ?? [];
    const [, altered, added, said] = ADD.exec(line) ?? [];
    const [, column, comment] = COLUMN.exec(line) ?? [];
    if (created !== undefined) {
      if (before.length > 0) tables.set(created, before.join(' '));
      table = line.includes('VIEW') ? null : created;
    } else if (altered !== undefined) columns.set(`${altered}.${added!}`, said ?? before.join(' '));
    else if (column !== undefined && table !== null) columns.set(`${table}.${column}`, comment!);
    if (line.startsWith(')')) table = null;
    if (!line.startsWith('DROP VIEW'))
      before = line.startsWith('-- ') && !line.includes('──') ? [...before, line.slice(3)] : [];
  }
  return { tables, columns };
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

export async function schemaPage(store: Store): Promise<string> {
  const comments = commentsOf(await migrations());
  const kinds = store.all<{ name: string; type: string }>(
    "SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view')",
  );
  const known = Object.keys(TABLE_WORDS).flatMap((name) => kinds.filter((one) => one.name === name));
  const sections = (type: string): string =>
    known
      .filter((one) => one.type === type)
      .map(({ name }) => section(store, name, type, comments))
      .join('\n');
  return `${HEAD}\n## Views\n\nWhat to query first.\n\n${sections('view')}\n## Tables\n\n${sections('table')}\n${INDEX}`;
}

const HEAD = `# The schema

Version ${SCHEMA_VERSION} (\`PRAGMA user_version\`). Made from the comments in [\`src/store/migrations\`](../src/store/migrations) and the schema that
they make by \`npx vitest run test/docs --update\`; [a test](../test/docs/schema.test.ts) holds it against them. Questions to
begin with: [queries.md](queries.md). An older database is brought up to date by the next command that writes to it.
`;

const INDEX = `### document_words

The text index (FTS5, without content): two-character words, \`rowid\` is \`documents.number\`. How to ask it:
[queries.md](queries.md#full-text-search--全文检索).
`;

function section(store: Store, table: string, type: string, comments: Comments): string {
  const columns = columnsOf(store, table);
  const base = type === 'view' ? BASES.find((one) => takesMostOf(columns, columnsOf(store, one))) : undefined;
  const inBase = new Set(base === undefined ? [] : columnsOf(store, base).map(({ name }) => name));
  const references = new Map(
    store
      .all<{
        column: string;
        target: string;
      }>('SELECT "from" AS column, "table" AS target FROM pragma_foreign_key_list(:table)', { table })
      .map(({ column, target }) => [column, target]),
  );
  const rows = columns
    .filter(({ name }) => !inBase.has(name))
    .map(({ name, type: kind, notnull, pk }) => {
      const [en, zh] = columnWords(table, name)!;
      const target = references.get(name);
      const constraints = [
        pk > 0 && 'key',
        notnull === 1 && pk === 0 && 'always',
        target !== undefined && `→ ${target}`,
      ].filter((one) => one !== false);
      const said = comments.columns.get(`${table}.${name}`) ?? en;
      return [`\`${name}\``, ...(type === 'view' ? [kind] : [kind, constraints.join(', ')]), said, zh];
    });
  const head = ['column', 'type', ...(type === 'view' ? [] : ['']), 'meaning', '含义'];
  const [words, chinese] = TABLE_WORDS[table]!;
  const parts = [
    `### ${table}\n\n${comments.tables.get(table) ?? words}\n${chinese}\n`,
    base !== undefined &&
      `The columns of [\`${base}\`](#${base})${without(columns, columnsOf(store, base))}${rows.length > 0 ? ', and:' : '.'}\n`,
    rows.length > 0 && [head, head.map(() => '---'), ...rows].map(tableLine).join(''),
  ];
  return parts.filter((part) => part !== false).join('\n');
}

const columnsOf = (store: Store, table: string): Column[] =>
  store.all<Column>('SELECT name, type, "notnull", pk FROM pragma_table_info(:table) ORDER BY cid', {
    table,
  });

/** Tables that views take over column by column. */
const BASES = ['figures', 'decisions'] as const;

const without = (columns: readonly Column[], base: readonly Column[]): string => {
  const missing = base.filter(({ name }) => !columns.some((column) => column.name === name));
  return missing.length === 0 ? '' : ` without ${missing.map(({ name }) => `\`${name}\``).join(', ')}`;
};

const takesMostOf = (columns: readonly Column[], base: readonly Column[]): boolean =>
  base.filter(({ name }) => columns.some((column) => column.name === name)).length > 0.8 * base.length;

const tableLine = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.trim().replaceAll('|', '\\|').replaceAll('<', '&lt;')).join(' | ')} |\n`;
