/** A folder in; out what `huibao ingest` makes of it: exit code, what it said, time, peak memory. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { clearTimeout, setTimeout } from 'node:timers';
import { inProject } from '../measure.mjs';
import { watcher } from './network.mjs';

/**
 * @param {{ folder: string, database: string, limits: string[], deadline: number, user?: number, log?: string | null }} run
 *   `deadline` in seconds: then the process is killed, and `code` is null; `log` takes the calls to the network
 * @returns {Promise<{ code: number | null, output: string, seconds: number, peakBytes: number | null }>}
 */
export async function runIngest({ folder, database, limits, deadline, user, log = null }) {
  const useFile = `${database}.use`;
  const start = performance.now();
  const command = [
    ...(log === null ? [] : watcher(log)),
    ...[process.execPath, '--import', inProject('bench/report-use.mjs'), inProject('dist/cli.js')],
    ...['ingest', folder, '--db', database, ...limits],
  ];
  const child = spawn(command[0], command.slice(1), {
    env: { ...process.env, LC_ALL: 'C.UTF-8', HUIBAO_BENCH_USE: useFile },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user !== undefined && { uid: user, gid: user }),
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), deadline * 1000);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearTimeout(timer);
  const seconds = (performance.now() - start) / 1000;
  const peakBytes = existsSync(useFile) ? JSON.parse(readFileSync(useFile, 'utf8')).peakBytes : null;
  return { code, output, seconds, peakBytes };
}
