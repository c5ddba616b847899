/** A seed in; out the kinds of hostile and broken files, each with the names of its files and what makes their bytes. */
import { innerMutations } from './mutate-inside.mjs';
import { MUTATIONS } from './mutate.mjs';
import { strangeNames, wrongExtensions } from './names.mjs';
import { pdfAttacks } from './pdf-attacks.mjs';
import { pictureAttacks } from './picture-attacks.mjs';
import { textAttacks } from './text-attacks.mjs';
import { xmlAttacks } from './xml-attacks.mjs';
import { packageAttacks, zipAttacks } from './zip-attacks.mjs';

/**
 * @typedef {[name: string | Buffer, bytesOf: () => string | Buffer]} File
 * @typedef {{ kind: string, files: Iterable<File> }} Kind
 */

/** Every mutation of every format, `times` of each. */
function* fuzzed(random, samples, times) {
  const all = [...samples.values()].flat();
  for (const [extension, files] of samples)
    for (let time = 0; time < times; time++) {
      const bytes = random.pick(files);
      for (const [name, mutate] of Object.entries({ ...MUTATIONS, ...innerMutations(bytes) })) {
        const broken = mutate(random, bytes, random.pick(all));
        yield [`${extension}-${name}-${time}.${extension}`, () => broken];
      }
    }
}

/** Fewer of many, evenly. */
const thin = (files, most) => {
  const all = [...files];
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * step)]);
};

/**
 * @param {Map<string, Buffer[]>} samples sound files by extension
 * @param {{ size: number, times: number, most: number }} scale how large attacks are (1000: as large as they get), how often each format
 *   is fuzzed, and how many files a kind has at most
 * @returns {Kind[]}
 */
export function hostileKinds(random, samples, { size, times, most }) {
  const report = [...samples.get('txt')][0];
  const kinds = {
    'fuzzed': fuzzed(random, samples, times),
    'wrong-extension': wrongExtensions(samples),
    'name': strangeNames(report),
    'text': Object.entries(textAttacks(size)),
    'pdf': Object.entries(pdfAttacks(size)),
    'zip': Object.entries(zipAttacks(size)),
    'package': packageAttacks(size),
    'xml': xmlAttacks(size),
    'picture': Object.entries(pictureAttacks(size)),
  }; // prettier-ignore
  return Object.entries(kinds).map(([kind, files]) => ({ kind, files: thin(files, most) }));
}
