/**
 * A parser's name, a folder and a number of threads; reads every file of the folder with that parser alone and
 * prints how much it read. Run as a process of its own, so that its time and memory compare with those of `ingest`.
 *
 *     node bench/bare.mjs 'mammoth tree' FOLDER 2
 */
import console from 'node:console';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { URL } from 'node:url';
import { Worker } from 'node:worker_threads';

const [parser, folder, threads] = process.argv.slice(2);
const paths = readdirSync(folder)
  .sort()
  .map((name) => join(folder, name));
const total = { documents: 0, characters: 0, pages: 0 };

/** Feeds one worker a path at a time until none are left. */
function work() {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./bare-worker.mjs', import.meta.url), { workerData: { parser } });
    worker.on('error', reject);
    worker.on('message', (done) => {
      if (done !== 'ready') {
        total.documents += 1;
        total.characters += done.characters;
        total.pages += done.pages;
      }
      const next = paths.shift();
      if (next !== undefined) worker.postMessage(next);
      else resolve(worker.terminate());
    });
  });
}

await Promise.all(Array.from({ length: Number(threads) }, work));
console.log(JSON.stringify(total));
