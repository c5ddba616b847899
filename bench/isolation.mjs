/**
 * What it costs to read each file in a process that can be lost, and what a second worker gains. How much there is to
 * gain depends on the machine, whose two cores may be the halves of one: two programs that have nothing to do with each
 * other, with half of the files each, show it. With `--core-share 60`, each process gets 60 % of a core and no more, as
 * on a machine that has a core for each of them; then only the gain is measured. Each round runs all subjects in turn,
 * every other round backwards. Exit code 1 where a limit is broken. Needs a build (`npm run build`).
 *
 *     node bench/isolation.mjs [--docx 1000] [--txt 0] [--pdf 300] [--rounds 5] [--core-share 60] [--format table|json]
 */
import console from 'node:console';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { FORMATS, makeCorpus, SIZE_OPTIONS, sizeOf } from './make-corpus.mjs';
import { count, formatTable, inProject, megabytes, percent, runNode, spread, temporaryFolder } from './measure.mjs'; // prettier-ignore

const { values } = parseArgs({
  options: {
    ...SIZE_OPTIONS,
    txt: { type: 'string', default: '0' },
    rounds: { type: 'string', default: '5' },
    'core-share': { type: 'string' },
    format: { type: 'string', default: 'table' },
  },
});
if (!['table', 'json'].includes(values.format)) throw new Error('--format takes table or json');

const folder = temporaryFolder();
const rounds = count(values, 'rounds');
const share = values['core-share'] === undefined ? null : count(values, 'core-share') / 100;
const corpus = makeCorpus(sizeOf(values), values.out);

const READ_ALL = [inProject('bench/read-all.mjs')];

/** `ingest` saves as well; the others only read and extract. */
const ALONE = {
  'bare thread': (documents) => [[...READ_ALL, 'bare', documents]],
  'two bare threads': (documents) =>
    ['0/2', '1/2'].map((share) => [...READ_ALL, 'bare', documents, '1', share]),
  'pool of one': (documents) => [[...READ_ALL, 'pool', documents, '1']],
};
const WITH_WORKERS = {
  'ingest, one worker': (documents) => [ingest(documents, 1)],
  'ingest, two workers': (documents) => [ingest(documents, 2)],
};

const subjects = share === null ? { ...ALONE, ...WITH_WORKERS } : WITH_WORKERS;

const results = [];
for (const format of FORMATS.filter((name) => corpus[name].documents > 0))
  results.push(await measure(format));
if (results.some(({ kept }) => !kept)) process.exitCode = 1;
console.log(values.format === 'json' ? JSON.stringify(results, null, 2) : results.map(table).join('\n\n'));

function ingest(documents, workers) {
  const database = join(folder, 'x.sqlite');
  rmSync(database, { force: true });
  return [inProject('dist/cli.js'), 'ingest', documents, '--db', database, '--concurrency', String(workers)];
}

async function measure(format) {
  const runs = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
  const runAll = (commands) => Promise.all(commands.map((args) => runNode(args, folder, share)));
  for (let round = 0; round < rounds; round++) {
    const order = Object.entries(subjects);
    for (const [name, commands] of round % 2 === 0 ? order : order.toReversed()) {
      const run = together(await runAll(commands(corpus[format].folder)));
      runs[name].push(run);
      process.stderr.write(`${format}, round ${round + 1} of ${rounds}: ${name} ${run.seconds.toFixed(2)} s, processor ${run.cpuSeconds.toFixed(2)} s\n`); // prettier-ignore
    }
  }
  const ratio = (what, a, b) => spread(runs[a].map((run, i) => run[what] / runs[b][i][what]));
  const gain = ratio('seconds', 'ingest, one worker', 'ingest, two workers');
  const found = { format, documents: corpus[format].documents, rounds, runs, gain };
  if (share !== null) return { ...found, kept: gain.median >= 1.6 };
  const cost = ratio('seconds', 'pool of one', 'bare thread');
  const cpuCost = ratio('cpuSeconds', 'pool of one', 'bare thread');
  const most = ratio('seconds', 'bare thread', 'two bare threads');
  return { ...found, cost, cpuCost, most, kept: cost.median < 1.1 && gain.median >= 1.6 };
}

/** Programs that ran at the same time, as one. */
function together(runs) {
  const sum = (what) => runs.reduce((total, run) => total + run[what], 0);
  const seconds = Math.max(...runs.map((run) => run.seconds));
  return { seconds, cpuSeconds: sum('cpuSeconds'), peakBytes: sum('peakBytes') };
}

function table({ format, documents, runs, cost, cpuCost, gain, most }) {
  const range = ({ median, min, max }, show) => `${show(median)} (${show(min)} to ${show(max)})`;
  const speeds = formatTable(
    [`${documents} ${format}, medians of ${rounds}`, 'seconds', 'processor seconds', 'memory'],
    Object.entries(runs).map(([name, list]) => [
      name,
      range(spread(list.map(({ seconds }) => seconds)), (n) => n.toFixed(2)),
      range(spread(list.map(({ cpuSeconds }) => cpuSeconds)), (n) => n.toFixed(2)),
      megabytes(Math.max(...list.map(({ peakBytes }) => peakBytes))),
    ]),
  );
  const over = (n) => percent(n - 1);
  const times = (n) => `${n.toFixed(2)} ×`;
  const gained = `two workers against one: ${range(gain, times)} (limit: 1.6 × or more)`;
  if (share !== null) return `${speeds}\n${gained}, each process with ${percent(share)} of a core`;
  return [
    speeds,
    `cost of isolation: ${range(cost, over)} of time, ${range(cpuCost, over)} of processor time (limit: below 10 % of time)`,
    gained,
    `two programs against one, half of the files each: ${range(most, times)}`,
  ].join('\n');
}
