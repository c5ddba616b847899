/**
 * The benchmark: how fast and with how much memory `ingest` takes each format in, against the parser of that format
 * alone, and where the time goes. Needs a build (`npm run build`).
 *
 *     node bench/run.mjs [--docx 1000] [--txt 1000] [--pdf 300] [--rounds 3] [--concurrency 2] [--format table|json]
 */
import console from 'node:console';
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { FORMATS, makeCorpus, SIZE_OPTIONS, sizeOf } from './make-corpus.mjs';
import {
  count,
  formatTable,
  inProject,
  megabytes,
  percent,
  rate,
  runNode,
  spread,
  temporaryFolder,
} from './measure.mjs';
import { builtInEngine, profileStages, STAGES } from './stages.mjs';

/** The parsers that stand behind each format; `ingest` is compared with the first. */
const PARSERS = { docx: ['mammoth tree', 'mammoth raw text'], txt: [], pdf: ['pdf-parse'] };
const PAGES = 3;

const { values } = parseArgs({
  options: {
    ...SIZE_OPTIONS,
    rounds: { type: 'string', default: '3' },
    concurrency: { type: 'string', default: '2' },
    format: { type: 'string', default: 'table' },
  },
});
if (!['table', 'json'].includes(values.format)) throw new Error('--format takes table or json');

const folder = temporaryFolder();
const rounds = count(values, 'rounds');
const concurrency = count(values, 'concurrency');
const corpus = makeCorpus(sizeOf(values), values.out);
const formats = FORMATS.filter((format) => corpus[format].documents > 0);
const say = (text) => process.stderr.write(`${text}\n`);

const measured = [];
for (const format of formats) measured.push(...(await measureFormat(format)));
const stages = await measureStages();
const result = {
  machine: { node: process.version, processors: cpus().length, model: cpus()[0]?.model ?? null },
  corpus: Object.fromEntries(formats.map((format) => [format, { ...corpus[format], folder: undefined }])),
  rounds,
  concurrency,
  measured,
  stages,
};
console.log(values.format === 'json' ? JSON.stringify(result, null, 2) : tables(result));

/** The parsers alone and `ingest`, turn by turn, so that what slows the machine slows all of them. */
async function measureFormat(format) {
  const subjects = [...PARSERS[format], 'ingest'];
  const runs = new Map(subjects.map((subject) => [subject, []]));
  for (let round = 0; round < rounds; round++) {
    // every other round backwards: no subject always comes after the same one
    for (const subject of round % 2 === 0 ? subjects : subjects.toReversed()) {
      const run = await runSubject(subject, format, round);
      runs.get(subject).push(run);
      say(`${format}, round ${round + 1} of ${rounds}: ${subject} ${run.seconds.toFixed(2)} s`);
    }
  }
  const [reference] = subjects;
  return subjects.map((subject) => summarise(format, subject, runs.get(subject), runs.get(reference)));
}

async function runSubject(subject, format, round) {
  const { folder: documents } = corpus[format];
  if (subject !== 'ingest')
    return await runNode([inProject('bench/bare.mjs'), subject, documents, String(concurrency)], folder);
  const database = join(folder, `${format}-${round}.sqlite`);
  const options = ['--db', database, '--concurrency', String(concurrency)];
  return await runNode([inProject('dist/cli.js'), 'ingest', documents, ...options], folder);
}

function summarise(format, subject, runs, reference) {
  const { documents, characters } = corpus[format];
  const seconds = spread(runs.map((run) => run.seconds));
  const over = (what) => spread(runs.map((run, i) => run[what] / reference[i][what] - 1));
  const compared = subject === 'ingest' && reference !== runs;
  return {
    format,
    subject,
    seconds,
    documentsPerSecond: documents / seconds.median,
    pagesPerSecond: format === 'pdf' ? (documents * PAGES) / seconds.median : null,
    // of the text as UTF-8, where Han characters take three bytes
    megabytesPerSecond: (characters * 3) / 1e6 / seconds.median,
    peakBytes: spread(runs.map((run) => run.peakBytes)),
    cpuSeconds: spread(runs.map((run) => run.cpuSeconds)),
    overhead: compared ? over('seconds') : null,
    // less disturbed by what else the machine does
    cpuOverhead: compared ? over('cpuSeconds') : null,
  };
}

async function measureStages() {
  const engine = builtInEngine();
  const results = {};
  for (const format of formats) {
    say(`${format}: stages`);
    const { folder: documents } = corpus[format];
    const profile = await profileStages(documents, join(folder, `stages-${format}.sqlite`), engine);
    const total = STAGES.reduce((sum, stage) => sum + profile.milliseconds[stage], 0);
    results[format] = {
      documents: readdirSync(documents).length,
      figures: profile.figures,
      millisecondsPerDocument: total / corpus[format].documents,
      stages: Object.fromEntries(
        STAGES.map((stage) => {
          const milliseconds = profile.milliseconds[stage];
          return [stage, { milliseconds, share: milliseconds / total }];
        }),
      ),
    };
  }
  return results;
}

function tables({ machine }) {
  const range = ({ median, min, max }, show) => `${show(median)} (${show(min)} to ${show(max)})`;
  const speed = formatTable(
    [
      '',
      'seconds',
      'documents/s',
      'pages/s',
      'text MB/s',
      'peak memory',
      'CPU seconds',
      'over the parser',
      'in CPU',
    ],
    measured.map((row) => [
      `${row.format} ${row.subject}`,
      range(row.seconds, (seconds) => seconds.toFixed(2)),
      rate(row.documentsPerSecond),
      row.pagesPerSecond === null ? '' : rate(row.pagesPerSecond),
      row.megabytesPerSecond.toFixed(2),
      megabytes(row.peakBytes.max),
      row.cpuSeconds.median.toFixed(2),
      row.overhead ? range(row.overhead, percent) : '',
      row.cpuOverhead ? range(row.cpuOverhead, percent) : '',
    ]),
  );
  const shares = formatTable(
    ['stage', ...formats.flatMap((format) => [`${format} share`, 'ms/document'])],
    STAGES.map((stage) => [
      stage,
      ...formats.flatMap((format) => {
        const { share, milliseconds } = stages[format].stages[stage];
        return [percent(share), (milliseconds / corpus[format].documents).toFixed(3)];
      }),
    ]),
  );
  return [
    `Node ${machine.node}, ${machine.processors} processors (${machine.model}), ${concurrency} threads, ${rounds} rounds in turn`,
    speed,
    'Share of each stage, one document after the other in one thread',
    shares,
  ].join('\n\n');
}
