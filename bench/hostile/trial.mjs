/** A folder of hostile files in; out what `ingest` made of them, by kind, and whether it kept its promises. */
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { loadBuilt, megabytes } from '../measure.mjs';
import { canWatch, networkCalls } from './network.mjs';
import { keepChanging, makeUnreadable } from './places.mjs';
import { runIngest } from './run-ingest.mjs';
import { fileStatuses } from './statuses.mjs';

/** What the main thread holds: program, rules, database, results that wait for their turn. */
const MAIN_BYTES = 700e6;
/** A worker holds a file's bytes and what is unpacked of it beside its heap. */
const BESIDE_HEAP_BYTES = 500e6;
/** Of the whole run, in seconds; a run that takes longer hangs. */
const DEADLINE = 3600;

/** Starting, and storing what was found, in seconds; and reading a file that is not stopped. */
const [SLACK, REST] = [30, 1.5];
/** Attacks as large as files may be meet a limit now and then; were it many, honest reports would too. */
const MOST_STOPPED = 0.05;

/** C0 controls but line break and tab, and C1. */
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f]/;

const optionsOf = ({ seconds, megabytes, threads }) =>
  ['--timeout', seconds, '--silence', seconds, '--memory', megabytes, '--concurrency', threads].map(String);

const COLUMN = {
  'ok': 'ok',
  'empty': 'empty',
  'document-timeout': 'timeout',
  'document-hangs': 'timeout',
  'out-of-memory': 'memory',
  'document-crashed': 'crashed',
}; // prettier-ignore

function countByKind({ statuses, without }) {
  const kinds = new Map();
  const count = (file, column) => {
    const kind = file.split('/')[0];
    const row = kinds.get(kind) ?? { kind, files: 0, ok: 0, empty: 0, refused: 0, timeout: 0, memory: 0, crashed: 0, without: 0 }; // prettier-ignore
    kinds.set(kind, { ...row, files: row.files + 1, [column]: row[column] + 1 });
  };
  for (const [file, status] of statuses) count(file, COLUMN[status] ?? 'refused');
  for (const file of without) count(file, 'without');
  return [...kinds.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

const sum = (rows, column) => rows.reduce((total, row) => total + row[column], 0);
const shown = (list) => (list.length === 0 ? 'none' : list.slice(0, 5).map((one) => JSON.stringify(one)).join(', ') + (list.length > 5 ? ` and ${list.length - 5} more` : '')); // prettier-ignore

/** A run that broke down with code 1 has told nobody that it is over. */
function isFinished(database) {
  const db = new Database(database, { readonly: true });
  try {
    return ['done', 'partial'].includes(db.prepare('SELECT status FROM runs').get().status);
  } finally {
    db.close();
  }
}

async function ungrounded(database) {
  const { GROUNDING_CHECK } = await loadBuilt('index');
  const db = new Database(database, { readonly: true });
  try {
    return Object.values(db.prepare(GROUNDING_CHECK).get())[0];
  } finally {
    db.close();
  }
}

/**
 * @param {string} folder with a folder a kind
 * @param {{ changing: string | null, report: Buffer }} written
 */
export async function readHostileFolder(folder, { changing, report }, limits) {
  const database = join(dirname(folder), 'hostile.sqlite');
  for (const suffix of ['', '-wal', '-shm']) rmSync(database + suffix, { force: true });
  const skipped = [];
  const log = canWatch() ? `${database}.calls` : null;
  if (log === null) skipped.push('calls to the network: strace is not installed, or may not watch');
  const stop = changing === null ? () => undefined : keepChanging(changing, report);
  const run = await runIngest({ folder, database, limits: optionsOf(limits), deadline: DEADLINE, log });
  stop();
  writeFileSync(`${database}.log`, run.output);
  const found = fileStatuses(folder, database);
  const kinds = countByKind(found);
  const crashed = [...found.statuses].filter(([, status]) => status === 'document-crashed');
  const bound = MAIN_BYTES + limits.threads * (limits.megabytes * 1024 * 1024 + BESIDE_HEAP_BYTES);
  const grounded = await ungrounded(database);
  const calls = log === null ? [] : networkCalls(log);
  const stopped = [...found.statuses].filter(
    ([, status]) => COLUMN[status] === 'timeout' || COLUMN[status] === 'memory',
  );
  // Files that are read at the same time, each until its limit and once more: small files are tried again one by one.
  const longest =
    SLACK +
    ((2 * limits.seconds) / limits.threads) * (stopped.length + limits.threads) +
    REST * sum(kinds, 'files');
  const checks = [
    { what: 'the run ends by itself with code 0 or 1', kept: (run.code === 0 || run.code === 1) && isFinished(database), found: isFinished(database) ? `code ${run.code}` : run.output.slice(-300) },
    { what: 'every file has a status', kept: found.without.length === 0, found: `without: ${shown(found.without)}` },
    { what: 'no file crashes its reader', kept: crashed.length === 0, found: shown(crashed.map(([file]) => file)) },
    { what: `the run takes less than ${Math.round(longest)} s`, kept: run.seconds < longest, found: `${run.seconds.toFixed(1)} s` },
    { what: 'few files are stopped at their limits', kept: stopped.length <= MOST_STOPPED * sum(kinds, 'files'), found: shown(stopped.map(([file, status]) => `${file}: ${status}`)) },
    { what: `peak memory below ${megabytes(bound)}`, kept: run.peakBytes !== null && run.peakBytes < bound, found: megabytes(run.peakBytes ?? 0) },
    { what: 'every figure is where it says', kept: grounded === 0, found: String(grounded) },
    { what: 'no control character is printed', kept: !CONTROLS.test(run.output), found: shown(run.output.match(CONTROLS) ?? []) },
    ...(log === null ? [] : [{ what: 'nothing goes to the network', kept: calls.length === 0, found: shown(calls) }]),
    await readUnreadable(report, limits, skipped),
  ].filter((check) => check !== null); // prettier-ignore
  return {
    kinds,
    files: sum(kinds, 'files'),
    seconds: run.seconds,
    peakBytes: run.peakBytes,
    checks,
    skipped,
  };
}

/** Debian's and most other systems' user without rights. */
const NOBODY = 65534;

/** Reads what may not be read, as somebody who may not. */
async function readUnreadable(report, limits, skipped) {
  const folder = mkdtempSync(join(tmpdir(), 'huibao-unreadable-'));
  const isRoot = process.getuid?.() === 0;
  try {
    const own = join(folder, 'unreadable');
    mkdirSync(own);
    makeUnreadable(own, report);
    if (isRoot) chownSync(folder, NOBODY, NOBODY);
    chmodSync(folder, 0o755);
    const database = join(folder, 'unreadable.sqlite');
    const user = isRoot ? NOBODY : undefined;
    const run = await runIngest({ folder: own, database, limits: optionsOf(limits), deadline: 60, user });
    if (run.output.includes('ERR_MODULE_NOT_FOUND') || run.output.includes('EACCES: permission denied, open') || run.code === 126) {
      skipped.push('files that may not be read: the user nobody may not read this project either');
      return null;
    } // prettier-ignore
    const statuses = isRoot || run.code !== null ? statusesOfUnreadable(own, database) : [];
    const expected = [
      'closed: document-unreadable',
      'readable.txt: ok',
      'unreadable.txt: document-unreadable',
    ];
    return {
      what: 'files that may not be read are told',
      kept: run.code === 1 && JSON.stringify(statuses) === JSON.stringify(expected),
      found: statuses.join(', ') || run.output.slice(-200),
    };
  } catch (error) {
    skipped.push(`files that may not be read: ${error.message}`);
    return null;
  } finally {
    chmodSync(join(folder, 'unreadable/closed'), 0o755);
    rmSync(folder, { recursive: true });
  }
}

function statusesOfUnreadable(folder, database) {
  const db = new Database(database, { readonly: true });
  try {
    const rows = db
      .prepare("SELECT file, code AS status FROM diagnostics WHERE code LIKE 'document-%' UNION SELECT file, status FROM documents WHERE status = 'ok'")
      .all(); // prettier-ignore
    return rows.map(({ file, status }) => `${file.split('/').at(-1)}: ${status}`).sort();
  } finally {
    db.close();
  }
}
