/** Measuring: runs of a process with time and peak memory, medians with their range, tables. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';
import { shareCores } from './core-share.mjs';

/** A file of this project, by its path from the root. */
export const inProject = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The module of the built project that `npm run build` made from `src/<path>.ts`. */
export const loadBuilt = (path) => import(new URL(`../dist/${path}.js`, import.meta.url).href);

/** A folder for what the benchmark writes; removed when the process ends. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'huibao-bench-run-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Programs that were run: several may be at once. */
let runs = 0;

/**
 * Runs `node` with arguments and waits for it.
 * @param {string[]} args
 * @param {string} folder for what it writes
 * @param {number | null} share of a core that each of its processes gets; null: as the machine has it
 * @returns {Promise<{ seconds: number, cpuSeconds: number, peakBytes: number, stdout: string }>}
 * @throws where it exits with another code than 0
 */
export async function runNode(args, folder, share = null) {
  const useFile = join(folder, `use-${++runs}.json`);
  const start = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', new URL('./report-use.mjs', import.meta.url).href, ...args],
    {
      env: { ...process.env, HUIBAO_BENCH_USE: useFile },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data) => (stdout += data));
  child.stderr.on('data', (data) => (stderr += data));
  const ended = new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  let unshare = () => undefined;
  try {
    if (share !== null) unshare = shareCores(child.pid, share);
  } catch (error) {
    child.kill();
    throw error;
  }
  const code = await ended;
  const seconds = (performance.now() - start) / 1000;
  unshare();
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}\n${stderr.slice(-2000)}`);
  return { seconds, ...JSON.parse(readFileSync(useFile, 'utf8')), stdout };
}

/** The middle of a list of numbers, with its range. */
export function spread(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  return { median, min: sorted[0], max: sorted.at(-1) };
}

/** A whole number from a command line option. */
export function count(values, name, least = 1) {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= least) return number;
  throw new Error(`--${name} takes a whole number from ${least}, not ${values[name]}`);
}

/** Rows of text as a table; the first column to the left, the others to the right. */
export function formatTable(header, rows) {
  const lines = [header, ...rows];
  const widths = header.map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  const pad = (cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]));
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}

export const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;
export const percent = (share) => `${(share * 100).toFixed(1)} %`;
export const rate = (number) => (number >= 100 ? number.toFixed(0) : number.toFixed(1));
