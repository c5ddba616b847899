/** Reports in; out how many of their figures are found again in each format that can be made and read here. */
import { mkdirSync, readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { inProject, loadBuilt } from '../measure.mjs';
import { compareFigures } from './compare.mjs';

/** The texts of the fixtures by name. */
export function readReports() {
  const folder = inProject('fixtures');
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'input.txt')));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name, 'input.txt'), 'utf8')]));
}

/** The built program: bytes in, figures out, of files inside of them too; and which extensions it reads. */
export async function loadProgram() {
  const {
    READERS,
    SAFE_LIMITS,
    builtInRules,
    createEngine,
    extract,
    loadRuleSet,
    membersWithin,
    readDocument,
  } = await loadBuilt('index');
  const engine = createEngine(loadRuleSet([builtInRules()], { checkExamples: false }));
  const extensions = new Set(READERS.flatMap((reader) => reader.extensions));
  return {
    reads: (extension) => extensions.has(extension),
    /** Of the file, and of the files inside it. */
    figuresOf: async (bytes, file) => {
      const all = [{ name: file, bytes }];
      for await (const { path, content } of membersWithin(bytes, file, SAFE_LIMITS))
        if (content instanceof Uint8Array) all.push({ name: path.at(-1), bytes: content });
      const figures = [];
      for (const one of all) {
        const { document } = await readDocument(one.bytes, one.name);
        if (!document || document.text.trim() === '') continue;
        figures.push(...extract(document, one.name, engine).figures.map(({ record }) => record));
      }
      return figures;
    },
  };
}

/** Why a format cannot be compared here, or null. */
export function obstacleTo(maker, program) {
  if (!program.reads(maker.extension)) return `nothing reads .${maker.extension} yet`;
  const lacking = maker.lacks();
  return lacking === null ? null : `not installed here: ${lacking}`;
}

/**
 * @param {import('./makers.mjs').Maker} maker
 * @param {Map<string, string>} reports texts by name
 * @returns {Promise<{ name: string, same: number, missing: object[], extra: object[], reports: string[] }>}
 *   missing and extra figures have the report's name as `report`
 */
export async function compareFormat(maker, reports, program, folder) {
  const texts = new Map();
  for (const [name, text] of reports) {
    const made = maker.textOf(text);
    if (made !== null) texts.set(name, made);
  }
  const into = join(folder, maker.name.replaceAll(/\W+/g, '-'));
  mkdirSync(into, { recursive: true });
  const files = await maker.make(texts, into);
  const total = { name: maker.name, same: 0, missing: [], extra: [], reports: [...texts.keys()] };
  for (const [name, text] of texts) {
    const expected = await program.figuresOf(Buffer.from(text), `${name}.txt`);
    const found = await program.figuresOf(readFileSync(files.get(name)), `${name}.${maker.extension}`);
    const { same, missing, extra } = compareFigures(expected, found);
    total.same += same;
    total.missing.push(...missing.map((figure) => ({ ...figure, report: name })));
    total.extra.push(...extra.map((figure) => ({ ...figure, report: name })));
  }
  return total;
}
