/** A folder in; out the ten of its files that take longest, each read by a process of its own, with its peak memory. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runIngest } from './run-ingest.mjs';

const SHOWN = 10;

function* ordinaryFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* ordinaryFiles(path);
    // a name that is no UTF-8 can not be given to a process
    else if (entry.isFile() && !entry.name.includes('\uFFFD')) yield path;
  }
}

export async function findSlowest(folder, work, { seconds, megabytes }) {
  mkdirSync(work, { recursive: true });
  const limits = ['--timeout', seconds, '--memory', megabytes, '--concurrency', 1].map(String);
  const results = [];
  for (const path of ordinaryFiles(folder)) {
    const database = join(work, 'one.sqlite');
    const run = await runIngest({ folder: path, database, limits, deadline: 4 * seconds });
    for (const suffix of ['', '-wal', '-shm', '.use']) rmSync(database + suffix, { force: true });
    results.push({
      file: relative(folder, path),
      code: run.code,
      seconds: run.seconds,
      peakBytes: run.peakBytes,
    });
  }
  return results.sort((a, b) => b.seconds - a.seconds).slice(0, SHOWN);
}
