/**
 * The review page under load: 10,000 documents with some 200,000 figures in the database, a real browser before it.
 * Prints start-up, the first paint of the queue, the time from a decision to the next figure on screen, and the server's
 * peak memory, each with its limit; exit code 1 where one is broken. Needs a build and Chromium.
 *
 *     node bench/review.mjs [--documents 10000] [--decisions 100] [--db FILE] [--format table|json]
 */
import console from 'node:console';
import { readFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { launchChromium } from './chromium.mjs';
import { makeCorpus } from './make-corpus.mjs';
import { count, formatTable, inProject, megabytes, runNode, spread, temporaryFolder } from './measure.mjs';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '10000' },
    decisions: { type: 'string', default: '100' },
    db: { type: 'string' },
    format: { type: 'string', default: 'table' },
  },
});
if (!['table', 'json'].includes(values.format)) throw new Error('--format takes table or json');

const cli = inProject('dist/cli.js');
const folder = temporaryFolder();
const database = values.db ?? (await ingestCorpus(count(values, 'documents')));

const started = performance.now();
const server = spawn(process.execPath, [cli, 'review', '--db', database, '--no-open', '--who', 'bench'], {
  stdio: ['ignore', 'pipe', 'ignore'],
});
const [link] = await once(server.stdout.setEncoding('utf8'), 'data');
const startUp = performance.now() - started;
const browser = await launchChromium();
try {
  const { firstPaint, decisions } = await useThePage(link.trim(), count(values, 'decisions'));
  const { median, max } = spread(decisions);
  const memory = peakMemory(server.pid);
  const results = [
    row('from start to link', startUp, 5000, `${startUp.toFixed(0)} ms`),
    row('first paint of the queue', firstPaint, 1000, `${firstPaint.toFixed(0)} ms`),
    row(
      'decision to next figure',
      median,
      100,
      `${median.toFixed(0)} ms`,
      `median of ${decisions.length}, at most ${max.toFixed(0)} ms`,
    ),
    row('peak memory of the server', memory, 300e6, megabytes(memory)),
  ];
  if (results.some(({ kept }) => !kept)) process.exitCode = 1;
  console.log(values.format === 'json' ? JSON.stringify(results, null, 2) : formatTable(
    ['', 'measured', 'limit', '', 'detail'],
    results.map(({ what, shown, limit, kept, detail }) => [what, shown, limit, kept ? 'kept' : 'BROKEN', detail]),
  )); // prettier-ignore
} finally {
  await browser.close();
  server.kill('SIGINT');
}

function row(what, measured, limit, shown, detail = '') {
  const unit = limit > 1e6 ? megabytes(limit) : `${limit} ms`;
  return { what, measured, shown, limit: `< ${unit}`, kept: measured < limit, detail };
}

async function ingestCorpus(documents) {
  const corpus = join(folder, 'corpus');
  makeCorpus({ docx: 0, txt: documents, pdf: 0, seed: 5 }, corpus);
  const path = join(folder, 'review.sqlite');
  await runNode([cli, 'ingest', corpus, '--db', path], folder);
  return path;
}

/** Peak resident memory so far, in bytes (Linux). */
function peakMemory(pid) {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return 1024 * Number(kilobytes);
}

async function useThePage(address, decisions) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  // the token becomes a cookie here; what is timed is the page itself
  await page.goto(address);
  await page.waitForSelector('.panel');
  const { origin } = new URL(page.url());
  await page.goto('about:blank');
  const before = performance.now();
  await page.goto(origin, { waitUntil: 'commit' });
  await page.waitForSelector('.row');
  const firstPaint = performance.now() - before;
  await page.waitForSelector('.panel');
  const times = [];
  for (let i = 0; i < decisions; i += 1) times.push(await page.evaluate(decide));
  return { firstPaint, decisions: times };
}

/** In the page: presses the key that accepts, and waits for another figure in the panel, painted. */
function decide() {
  const { document, performance: clock, requestAnimationFrame, KeyboardEvent } = globalThis;
  const shown = () => document.querySelector('.panel')?.getAttribute('data-figure');
  const old = shown();
  const start = clock.now();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
  return new Promise((resolve) => {
    const look = () => {
      const now = shown();
      if (now && now !== old) requestAnimationFrame(() => resolve(clock.now() - start));
      else requestAnimationFrame(look);
    };
    look();
  });
}
