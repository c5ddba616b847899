/**
 * Kills `huibao ingest` (SIGKILL) at random moments, runs it again each time, and compares the database with that of a
 * run that nobody disturbed. Prints how far each run had come; exit code 1 where a database differs or is damaged, or
 * where a process that reads outlives the run. Needs a build (`npm run build`).
 *
 *     node bench/kill.mjs [--runs 50] [--seed 1] [--docx 60] [--txt 80] [--pdf 20] [--out FOLDER]
 */
import console from 'node:console';
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { createRandom } from './corpus/random.mjs';
import { databaseContent, databaseFaults } from './database-content.mjs';
import { makeCorpus, SIZE_OPTIONS, sizeOf } from './make-corpus.mjs';
import { count, inProject, temporaryFolder } from './measure.mjs';

/** Some of the extra documents cannot be read. */
const SOME_FAILED = 1;

const { values } = parseArgs({
  options: {
    ...SIZE_OPTIONS,
    docx: { type: 'string', default: '60' },
    txt: { type: 'string', default: '80' },
    pdf: { type: 'string', default: '20' },
    runs: { type: 'string', default: '50' },
  },
});
const size = sizeOf(values);
const runs = count(values, 'runs');
const folder = temporaryFolder();
const corpus = makeCorpus(size, values.out);
const documents = [...Object.values(corpus).map((format) => format.folder), writeExtra()];
const random = createRandom(size.seed);

const begun = performance.now();
const undisturbed = join(folder, 'undisturbed.sqlite');
const code = await start(undisturbed).ended;
if (code !== SOME_FAILED) throw new Error(`an undisturbed run ends with ${code}`);
const duration = performance.now() - begun;
const expected = databaseContent(undisturbed);

const faults = [];
for (let run = 1; run <= runs; run += 1) faults.push(...(await killAndGoOn(run)));
console.log(`${runs} runs killed, ${faults.length} faults`);
for (const fault of faults) console.log(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

/** @returns {Promise<string[]>} what is wrong afterwards */
async function killAndGoOn(run) {
  const path = join(folder, `killed-${run}.sqlite`);
  const moment = random.below(Math.ceil(duration));
  const { child, ended } = start(path);
  const readers = new Set();
  for (const until = performance.now() + moment; performance.now() < until; await delay(5))
    for (const reader of childrenOf(child.pid)) readers.add(reader);
  child.kill('SIGKILL');
  await ended;
  const saved = savedIn(path);
  const wrong = await stillThere(readers);
  const second = await start(path).ended;
  if (second !== SOME_FAILED) wrong.push(`the next run ends with ${second}`);
  else wrong.push(...databaseFaults(path), ...differences(databaseContent(path)));
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, { force: true });
  const found = wrong.length === 0 ? 'the same' : wrong.join('; ');
  process.stderr.write(`${run}: killed after ${Math.round(moment)} ms, ${saved} documents saved: ${found}\n`);
  return wrong.map((fault) => `run ${run}, killed after ${Math.round(moment)} ms: ${fault}`);
}

/** Beside the corpus: reports that were posted again, and documents that cannot be read. */
function writeExtra() {
  const extra = join(folder, 'extra');
  mkdirSync(extra);
  for (const name of readdirSync(corpus.txt.folder).slice(0, 5)) {
    const text = readFileSync(join(corpus.txt.folder, name));
    writeFileSync(join(extra, `again-${name}`), text);
    writeFileSync(join(extra, `printed-${name}`), `浏览次数：12\n${text.toString('utf8')}\n打印本页\n`);
  }
  for (const name of readdirSync(corpus.docx.folder).slice(0, 3))
    writeFileSync(join(extra, `cut-${name}`), readFileSync(join(corpus.docx.folder, name)).subarray(0, 9000));
  writeFileSync(join(extra, 'empty.txt'), '');
  return extra;
}

function start(database) {
  const child = spawn(
    process.execPath,
    [inProject('dist/cli.js'), 'ingest', ...documents, '--db', database, '--concurrency', '2'],
    { stdio: 'ignore' },
  );
  return { child, ended: new Promise((resolve, reject) => child.on('error', reject).on('close', resolve)) };
}

/** Where content is not what the undisturbed run gave. */
function differences(content) {
  return Object.entries(expected).flatMap(([source, rows]) => {
    const wanted = new Set(rows);
    const found = new Set(content[source]);
    const [missing, more] = [
      rows.filter((row) => !found.has(row)),
      content[source].filter((row) => !wanted.has(row)),
    ];
    if (missing.length + more.length === 0 && rows.length === content[source].length) return [];
    return [`${source}: ${missing.length} rows are missing, ${more.length} too many (${(missing[0] ?? more[0] ?? '').slice(0, 300)})`]; // prettier-ignore
  });
}

function savedIn(path) {
  try {
    const database = new Database(path, { readonly: true });
    try {
      return database.prepare('SELECT count(*) FROM documents').pluck().get();
    } finally {
      database.close();
    }
  } catch {
    // not there yet, or without tables yet
    return 0;
  }
}

/** Ids of a process's children; known on Linux only. */
function childrenOf(id) {
  try {
    return readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** Processes that read end by themselves when nobody waits for them any longer. */
async function stillThere(ids) {
  const isThere = (id) => {
    try {
      return process.kill(id, 0);
    } catch {
      return false;
    }
  };
  for (let waited = 0; waited < 100 && [...ids].some(isThere); waited += 1) await delay(100);
  return [...ids].filter(isThere).map((id) => `process ${id} goes on reading`);
}
