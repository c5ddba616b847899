/** The sound files that are broken here: fixtures, what the readers' tests keep, and what can be made without another program. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { inProject } from '../measure.mjs';
import { readReports } from '../parity/formats.mjs';
import { MAKERS } from '../parity/makers.mjs';

/** Large files are broken no better than small ones, and cost more. */
const LARGEST = 300_000;
const SOURCES = ['.ts', '.mjs', '.mts', '.js', '.json'];

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !SOURCES.includes(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name));

/**
 * Bytes by extension, some of each that a reader names.
 * @param {(extension: string) => boolean} reads
 * @returns {Promise<Map<string, Buffer[]>>}
 */
export async function findSamples(reads, folder, most) {
  const samples = new Map();
  const add = (extension, bytes) => {
    const known = samples.get(extension) ?? [];
    if (bytes.length > 64 && bytes.length <= LARGEST && known.length < most) samples.set(extension, [...known, bytes]);
  }; // prettier-ignore
  const kept = filesIn(inProject('test/read/files'));
  const fixtures = [...readReports().keys()].flatMap((name) => filesIn(inProject(`fixtures/${name}`)));
  for (const path of [...kept, ...fixtures]) {
    const extension = extname(path).slice(1).toLowerCase();
    if (reads(extension)) add(extension, readFileSync(path));
  }
  const reports = [...readReports()].slice(0, most);
  for (const maker of MAKERS.filter(({ program, extension }) => program === null && reads(extension))) {
    const made = reports.map(([name, text]) => [name, maker.textOf(text)]);
    const texts = new Map(made.filter(([, text]) => text !== null));
    const into = join(folder, maker.name.replace(/\W+/g, '-'));
    mkdirSync(into, { recursive: true });
    for (const path of (await maker.make(texts, into)).values()) add(maker.extension, readFileSync(path));
  }
  return samples;
}
