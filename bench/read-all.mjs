/**
 * A way of reading, a folder, a number of workers and a share; reads the files and extracts their figures, without a
 * database, and prints how many figures that gave. `bare`: in this thread, one file after the other. `pool`: as `ingest`
 * does. A share of `1/2` is every other file, from the second.
 *
 *     node bench/read-all.mjs pool FOLDER 1 [0/1]
 */
import console from 'node:console';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { loadBuilt } from './measure.mjs';

const { builtInRules, loadRuleSet } = await loadBuilt('ruleset/index');
const { inOrder, packRules, ReadingPool, SAFE_FILE_LIMITS, unpack } = await loadBuilt('workers/index');

const [way, folder, workers, share = '0/1'] = process.argv.slice(2);
const [own, shares] = share.split('/').map(Number);
const files = readdirSync(folder)
  .sort()
  .filter((_, i) => i % shares === own)
  .map((name) => ({
    path: join(folder, name),
    member: [],
    file: name,
    bytes: statSync(join(folder, name)).size,
  }));

const WAYS = {
  async *bare() {
    const { default: readFiles } = await loadBuilt('workers/task');
    const rules = packRules(loadRuleSet([builtInRules()], { checkExamples: false }));
    for (const file of files) yield* await readFiles({ files: [file], limits: SAFE_FILE_LIMITS }, rules);
  },
  async *pool() {
    const limits = { workers: Number(workers), seconds: 1800, silence: 60, megabytes: 1024 };
    const pool = new ReadingPool({ ...limits, file: SAFE_FILE_LIMITS });
    const rules = packRules(loadRuleSet([builtInRules()], { checkExamples: false }));
    for await (const come of inOrder(files, (file) => pool.read(file, rules))) yield* come;
    await pool.close();
  },
};

let figures = 0;
for await (const packed of WAYS[way]()) figures += unpack(packed).figures.length;
console.log(JSON.stringify({ figures }));
