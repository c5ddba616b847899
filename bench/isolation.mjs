/**
 * What it costs to read each file in a process that can be lost, and what a second worker gains. How much there is to
 * gain depends on the machine, whose two cores may be the halves of one: two programs that have nothing to do with each
 * other, with half of the files each, show it. Each round runs all subjects in turn, every other round backwards. Exit
 * code 1 where a limit is broken. Needs a build (`npm run build`).
 *
 *     node bench/isolation.mjs [--docx 1000] [--txt 0] [--pdf 300] [--rounds 5] [--format table|json]
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
    format: { type: 'string', default: 'table' },
  },
});
if (!['table', 'json'].includes(values.format)) throw new Error('--format takes table or json');

const folder = temporaryFolder();
const rounds = count(values, 'rounds');
const corpus = makeCorpus(sizeOf(values), values.out);

const READ_ALL = [inProject('bench/read-all.mjs')];

/** `ingest` saves as well; the others only read and extract. */
const SUBJECTS = {
  'bare thread': (documents) => [[...READ_ALL, 'bare', documents]],
  'two bare threads': (documents) =>
    ['0/2', '1/2'].map((share) => [...READ_ALL, 'bare', documents, '1', share]),
  'pool of one': (documents) => [[...READ_ALL, 'pool', documents, '1']],
  'ingest, one worker': (documents) => [ingest(documents, 1)],
  'ingest, two workers': (documents) => [ingest(documents, 2)],
};

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
  const runs = Object.fromEntries(Object.keys(SUBJECTS).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const order = Object.entries(SUBJECTS);
    for (const [name, args] of round % 2 === 0 ? order : order.toReversed()) {
      const run = together(await Promise.all(args(corpus[format].folder).map((own) => runNode(own, folder))));
      runs[name].push(run);
      process.stderr.write(`${format}, round ${round + 1} of ${rounds}: ${name} ${run.seconds.toFixed(2)} s, processor ${run.cpuSeconds.toFixed(2)} s\n`); // prettier-ignore
    }
  }
  const ratio = (what, a, b) => spread(runs[a].map((run, i) => run[what] / runs[b][i][what]));
  const cost = ratio('seconds', 'pool of one', 'bare thread');
  const cpuCost = ratio('cpuSeconds', 'pool of one', 'bare thread');
  const gain = ratio('seconds', 'ingest, one worker', 'ingest, two workers');
  const most = ratio('seconds', 'bare thread', 'two bare threads');
  return { format, documents: corpus[format].documents, rounds, runs, cost, cpuCost, gain, most, kept: cost.median < 1.1 && gain.median >= 1.6 }; // prettier-ignore
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
  return [
    speeds,
    `cost of isolation: ${range(cost, over)} of time, ${range(cpuCost, over)} of processor time (limit: below 10 % of time)`,
    `two workers against one: ${range(gain, (n) => `${n.toFixed(2)} ×`)} (limit: 1.6 × or more)`,
    `two programs against one, half of the files each: ${range(most, (n) => `${n.toFixed(2)} ×`)}`,
  ].join('\n');
}
