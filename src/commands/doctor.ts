/** Checks the installation, the readers, the rules and a database, and says what to do about what is amiss. */
import { existsSync } from 'node:fs';
import { builtInRules, formatProblem, readRuleSet, RuleError } from '../ruleset/index.js';
import { checkHealth, openStore, StoreError, summary } from '../store/index.js';
import { checkFormats } from './check-formats.js';
import { formatTable, type Row } from './print-rows.js';

interface DoctorOptions {
  readonly db?: string;
  readonly rules?: readonly string[];
  readonly format: 'table' | 'json';
}

interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
}

const DEFAULT_DATABASE = 'huibao.sqlite';
const OLDEST_NODE = [20, 19] as const;

export default async function doctor(options: DoctorOptions): Promise<number> {
  const findings = [
    checkNode(),
    checkSqlite(),
    ...(await checkFormats()),
    checkRules(options.rules ?? []),
    ...checkDatabase(options.db),
  ];
  if (options.format === 'json') process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
  else {
    const columns = [
      { key: 'ok', title: '', show: (row: Row) => (row.ok ? '✓' : '✗') },
      { key: 'check', title: 'check' },
      { key: 'detail', title: 'found', max: 110 },
    ];
    process.stdout.write(formatTable(columns, findings as readonly unknown[] as readonly Row[]));
  }
  return findings.every(({ ok }) => ok) ? 0 : 1;
}

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return {
    check: 'Node.js',
    ok,
    detail: `${process.versions.node}${ok ? '' : ` is too old: ${OLDEST_NODE.join('.')} or later`}`,
  };
}

/** SQLite is asked for what the schema uses: STRICT tables and FTS5. */
function checkSqlite(): Finding {
  try {
    const store = openStore(':memory:', { create: true });
    const { version } = store.get<{ version: string }>('SELECT sqlite_version() AS version')!;
    store.close();
    return { check: 'SQLite', ok: true, detail: `${version}, with full-text search` };
  } catch (error) {
    return { check: 'SQLite', ok: false, detail: messageOf(error) };
  }
}

function checkRules(directories: readonly string[]): Finding {
  try {
    const { ruleSet, examples } = readRuleSet([builtInRules(), ...directories]);
    const detail = `${ruleSet.rules.length} indicators, ${examples.length} examples, ${ruleSet.divisions.length} divisions, version ${ruleSet.version}`;
    return { check: 'rules', ok: true, detail };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return {
      check: 'rules',
      ok: false,
      detail: error.problems.map((problem) => formatProblem(problem).split('\n')[0]!).join('; '),
    };
  }
}

/** The database's own checks; without `--db`, those of the usual file where it exists. */
function checkDatabase(path: string | undefined): Finding[] {
  if (path === undefined && !existsSync(DEFAULT_DATABASE)) {
    return [{ check: 'database', ok: true, detail: 'none here yet: huibao ingest FOLDER makes one' }];
  }
  try {
    const store = openStore(path ?? DEFAULT_DATABASE, { readonly: true });
    try {
      const { documents, figures, needReview } = summary(store);
      const read = `${documents.ok} documents read, ${documents.empty + documents.failed} not`;
      return [
        { check: 'database', ok: true, detail: `${read}; ${figures} figures, ${needReview} to review` },
        ...checkHealth(store).map(({ check, ok, detail }) => ({
          check: `database: ${check}`,
          ok,
          detail: detail || 'ok',
        })),
      ];
    } finally {
      store.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return [
      { check: 'database', ok: false, detail: `${error.message}${error.hint ? ` (${error.hint})` : ''}` },
    ];
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
