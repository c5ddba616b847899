/**
 * How huibao grows: text per second through the stages behind reading, time against size, memory against the number
 * of documents, and start-up. Prints each number with the limit that it should keep; exit code 1 where one is broken.
 * Needs a build (`npm run build`).
 *
 *     node bench/scaling.mjs [--only throughput,size,memory,startup] [--full] [--format table|json]
 */
import { Buffer } from 'node:buffer';
import console from 'node:console';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Converter } from 'opencc-js/cn2t';
import { createRandom } from './corpus/random.mjs';
import { createReport, createStatements, linesOf } from './corpus/report.mjs';
import { makeCorpus } from './make-corpus.mjs';
import {
  formatTable,
  inProject,
  loadBuilt,
  megabytes,
  rate,
  runNode,
  spread,
  temporaryFolder,
} from './measure.mjs';

const PARTS = { throughput, size, memory, startup };

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(PARTS).join(',') },
    full: { type: 'boolean', default: false },
    format: { type: 'string', default: 'table' },
  },
});
if (!['table', 'json'].includes(values.format)) throw new Error('--format takes table or json');
const wanted = values.only.split(',');
const unknown = wanted.find((name) => !(name in PARTS));
if (unknown !== undefined) throw new Error(`--only takes ${Object.keys(PARTS).join(', ')}, not ${unknown}`);

const folder = temporaryFolder();
const cli = inProject('dist/cli.js');
const results = [];
for (const name of wanted) {
  process.stderr.write(`${name} …\n`);
  results.push(...(await PARTS[name]()));
}
if (results.some(({ kept }) => !kept)) process.exitCode = 1;
console.log(values.format === 'json' ? JSON.stringify(results, null, 2) : table());

function table() {
  const rows = results.map(({ what, measured, limit, detail, kept }) => [what, measured, limit, kept ? 'kept' : 'BROKEN', detail]); // prettier-ignore
  return formatTable(['', 'measured', 'limit', '', 'detail'], rows);
}

/** Text through normalize … score on one core, in megabytes of UTF-8. */
async function throughput() {
  const random = createRandom(7);
  const simplified = Array.from({ length: 400 }, () => linesOf(createReport(random)).join('\n'));
  const toTraditional = Converter({ from: 'cn', to: 't' });
  const kinds = {
    'ordinary text': simplified,
    'traditional text': simplified.map((text) => toTraditional(text)),
  };
  const run = await extractor();
  const rows = [];
  for (const [kind, texts] of Object.entries(kinds)) {
    const documents = await Promise.all(texts.map(run.read));
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    // the first rounds compile
    for (let round = 0; round < 3; round += 1) run.time(documents);
    const cpu = process.cpuUsage();
    const speeds = Array.from({ length: 5 }, () => bytes / 1e3 / run.time(documents));
    const { user, system } = process.cpuUsage(cpu);
    const perCpuSecond = (bytes * speeds.length) / (user + system);
    const { median, min, max } = spread(speeds);
    rows.push({
      what: `${kind}, normalize to score`,
      measured: `${rate(median)} MB/s`,
      limit: '≥ 5 MB/s',
      kept: median >= 5,
      detail: `${rate(min)} to ${rate(max)}; ${rate(perCpuSecond)} MB a second of processor time, all threads`,
    });
  }
  return rows;
}

/** A text of 5 MB with 100,000 numbers against one of a tenth. */
async function size() {
  const shapes = {
    'lines of ordinary length': (sentences) => inLines(sentences, 4),
    'five very long lines': (sentences) => inLines(sentences, Math.ceil(sentences.length / 5)),
    'one endless sentence': (sentences) => sentences.join('').replaceAll('。', '，'),
  };
  const sentences = createStatements(createRandom(11), 100_000);
  const run = await extractor();
  const rows = [];
  for (const [shape, write] of Object.entries(shapes)) {
    const large = await run.read(write(sentences));
    const small = await run.read(write(sentences.slice(0, Math.ceil(sentences.length / 10))));
    run.time([small]);
    const smallTime = spread([0, 1, 2].map(() => run.time([small]))).median;
    const largeTime = Math.min(run.time([large]), run.time([large]));
    rows.push({
      what: `ten times the text, ${shape}`,
      measured: `${rate(largeTime / smallTime)} ×`,
      limit: '≤ 12 ×',
      kept: largeTime / smallTime <= 12,
      detail: `${smallTime.toFixed(0)} → ${largeTime.toFixed(0)} ms, ${(Buffer.byteLength(large.text) / 1e6).toFixed(1)} MB`,
    });
  }
  return rows;
}

function inLines(sentences, perLine) {
  const lines = [];
  for (let i = 0; i < sentences.length; i += perLine) lines.push(sentences.slice(i, i + perLine).join(''));
  return lines.join('\n');
}

/** Reads texts as files would be read, and times `extract` on what that gives, in milliseconds. */
async function extractor() {
  const { createEngine, extract } = await loadBuilt('pipeline');
  const { builtInRules, loadRuleSet } = await loadBuilt('ruleset/index');
  const { readDocument } = await loadBuilt('read/registry');
  const engine = createEngine(loadRuleSet([builtInRules()], { checkExamples: false }));
  return {
    read: async (text) => (await readDocument(Buffer.from(text), 'bench.txt')).document,
    time(documents) {
      const start = performance.now();
      for (const document of documents) extract(document, 'bench.txt', engine);
      return performance.now() - start;
    },
  };
}

/** Peak memory of `ingest`, for few documents and for many. */
async function memory() {
  const counts = [100, 2_000, ...(values.full ? [10_000] : [])];
  const peaks = [];
  for (const documents of counts) {
    const corpus = join(folder, `corpus-${documents}`);
    makeCorpus({ docx: documents / 2, txt: documents / 2, pdf: 0, seed: 3 }, corpus);
    const database = join(folder, `memory-${documents}.sqlite`);
    const { peakBytes } = await runNode(
      [cli, 'ingest', join(corpus, 'docx'), join(corpus, 'txt'), '--db', database, '--concurrency', '2'],
      folder,
    );
    peaks.push(peakBytes);
    rmSync(corpus, { recursive: true });
  }
  const [few] = peaks;
  return counts.slice(1).map((documents, i) => {
    const ratio = peaks[i + 1] / few;
    return {
      what: `peak memory, ${documents} documents against ${counts[0]}`,
      measured: `${ratio.toFixed(2)} ×`,
      limit: '≤ 1.5 ×',
      kept: ratio <= 1.5,
      detail: `${megabytes(few)} → ${megabytes(peaks[i + 1])}`,
    };
  });
}

/** What `huibao --help` takes more than an empty script. */
async function startup() {
  const empty = [];
  const help = [];
  for (let i = 0; i < 15; i++) {
    empty.push((await runNode(['-e', '0'], folder)).seconds * 1000);
    help.push((await runNode([cli, '--help'], folder)).seconds * 1000);
  }
  const [bare, ours] = [spread(empty).median, spread(help).median];
  const detail = `${bare.toFixed(0)} → ${ours.toFixed(0)} ms, medians of ${empty.length}`;
  return [
    {
      what: 'start-up of huibao --help over node -e 0',
      measured: `${(ours - bare).toFixed(0)} ms`,
      limit: '≤ 150 ms',
      kept: ours - bare <= 150,
      detail,
    },
  ];
}
