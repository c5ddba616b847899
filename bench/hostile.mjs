/**
 * Files that are broken or mean harm: makes several hundred of them (the same for the same seed), has `huibao ingest` read them
 * all, and holds it to what it promises: it ends by itself with code 0 or 1 and in time, no file is without a status, every
 * figure's text is where it says, memory stays below a bound, nothing commands the terminal, nothing goes to the network.
 * Exit code 1 where one of these is broken. Needs a build; works in a temporary folder, with some 300 MB of files.
 *
 *     node bench/hostile.mjs [--short] [--seed 1] [--only KIND,KIND] [--each] [--keep FOLDER] [--format table|json]
 *
 * `--short`: some 60 small files, in seconds. `--each`: reads every file by itself too, to find the slowest ten.
 */
import { parseArgs } from 'node:util';
import { createRandom } from './corpus/random.mjs';
import { formatTable, loadBuilt, megabytes, temporaryFolder, count } from './measure.mjs';
import { hostileKinds } from './hostile/kinds.mjs';
import { findSlowest } from './hostile/slowest.mjs';
import { findSamples } from './hostile/samples.mjs';
import { readHostileFolder } from './hostile/trial.mjs';
import { writeKinds } from './hostile/write-kinds.mjs';

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    each: { type: 'boolean', default: false },
    keep: { type: 'string' },
    format: { type: 'string', default: 'table' },
  },
});
if (!['table', 'json'].includes(values.format)) throw new Error('--format takes table or json');

/** Attacks of full size are as large as they get: 100 MB of text, 10,000 pages, 100,000 tags inside one another. */
const SCALE = values.short ? { size: 2, times: 1, most: 7 } : { size: 1000, times: 4, most: 140 };
/** Of one file; an honest report takes less than a second, a page that is a picture several. */
const LIMITS = { seconds: 60, megabytes: 768, threads: 2 };

const folder = values.keep ?? temporaryFolder();
const wanted = values.only?.split(',');
const { READERS } = await loadBuilt('index');
const extensions = new Set(READERS.flatMap((reader) => reader.extensions));
const random = createRandom(count(values, 'seed', 0));
const samples = await findSamples((extension) => extensions.has(extension), `${folder}/samples`, 6);
const kinds = hostileKinds(random, samples, SCALE).filter(({ kind }) => !wanted || wanted.includes(kind));
const written = writeKinds(kinds, `${folder}/files`, samples.get('txt')[0], wanted);
const trial = await readHostileFolder(`${folder}/files`, written, LIMITS);
const slowest = values.each ? await findSlowest(`${folder}/files`, `${folder}/each`, LIMITS) : [];

if (values.format === 'json') console.log(JSON.stringify({ ...trial, slowest }, null, 2));
else {
  console.log(formatTable(['kind', 'files', 'read', 'empty', 'refused', 'timed out', 'out of memory', 'crashed', 'without status'],
    trial.kinds.map((row) => [row.kind, ...[row.files, row.ok, row.empty, row.refused, row.timeout, row.memory, row.crashed, row.without].map(String)]))); // prettier-ignore
  console.log(
    `\n${trial.files} files in ${trial.seconds.toFixed(1)} s, at most ${megabytes(trial.peakBytes ?? 0)}\n`,
  );
  for (const { what, kept, found } of trial.checks)
    console.log(`${kept ? 'kept  ' : 'BROKEN'}  ${what}: ${found}`);
  if (slowest.length > 0)
    console.log(`\n${formatTable(['slowest by itself', 'seconds', 'peak memory'], slowest.map(({ file, seconds, peakBytes }) => [file, seconds.toFixed(1), megabytes(peakBytes ?? 0)]))}`); // prettier-ignore
}
for (const line of [...written.skipped, ...trial.skipped]) console.error(`SKIPPED ${line}`);
if (trial.checks.some(({ kept }) => !kept)) process.exitCode = 1;
