/** Gold lines by document → one file each in a folder, named as `evaluate` looks for them; nobody's own gold is overwritten. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseGold } from '../evaluate/gold.js';
import { say } from '../language/language.js';
import { knownIndicators, knownPlaces, storedFiles, type Store } from '../store/index.js';
import { caseName, goldFileOf } from './gold-files.js';
import { readText } from './labelled-documents.js';
import { UsageError } from './usage-error.js';

/** The gold of one document; `file` is the document's. */
export interface GoldOfDocument {
  readonly document_id: string;
  readonly file: string;
  readonly lines: readonly string[];
}

/** A gold file whose document shares its name with another, and is told from it by a folder of its own. */
export interface SetApart {
  readonly file: string;
  readonly gold: string;
}

interface Target extends GoldOfDocument {
  readonly path: string;
  readonly apart: boolean;
}

/**
 * Writes `NAME.jsonl` for each document `NAME.*`; where several files have that name, into a folder called by the
 * start of the document's id, as `evaluate` could not tell whose gold it is. Nothing is written unless all can be.
 * @returns the gold files that were set apart
 * @throws {UsageError} where a file is there that holds other lines than this document's, or one cannot be written
 */
export function saveGold(store: Store, documents: readonly GoldOfDocument[], folder: string): SetApart[] {
  const targets = placeAll(documents, storedFiles(store), folder);
  const foreign = targets.filter((target) => existsSync(target.path) && !isOwnGold(store, target));
  if (foreign.length > 0) throw refusal(foreign);
  for (const { path, lines } of targets) {
    save(path, lines.map((line) => `${line}\n`).join(''));
  }
  return targets.filter(({ apart }) => apart).map(({ file, path }) => ({ file, gold: path }));
}

/** File systems may take 报告.TXT and 报告.txt, and the two ways to write é, for one. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase();

function placeAll(documents: readonly GoldOfDocument[], files: readonly string[], folder: string): Target[] {
  const bearers = new Map<string, number>();
  for (const file of files) {
    const name = folded(caseName(file));
    bearers.set(name, (bearers.get(name) ?? 0) + 1);
  }
  return documents.map((one) => {
    const name = caseName(one.file);
    const apart = (bearers.get(folded(name)) ?? 0) > 1;
    const parts = apart ? [one.document_id.slice(0, 12), goldFileOf(name)] : [goldFileOf(name)];
    return { ...one, apart, path: join(folder, ...parts) };
  });
}

/** Whether every line is one that an export may have written for this document: its keys, and a place known in it. */
function isOwnGold(store: Store, { path, document_id }: Target): boolean {
  const { golds, faults } = parseGold(readText(path), knownIndicators(store));
  if (faults.length > 0) return false;
  const known = new Set(knownPlaces(store, document_id).map(({ start, end }) => `${start} ${end}`));
  return golds.every(
    ({ start, end, also, optional }) => known.has(`${start} ${end}`) && also.length === 0 && !optional,
  );
}

const refusal = (foreign: readonly Target[]): UsageError =>
  new UsageError(
    [
      say({ en: '{count} files hold other lines than gold of their document, and nothing was written', zh: '{count} 个已有文件中有并非该文档标注的行，未写入任何文件' }, { count: foreign.length }),
      ...foreign.map(({ path, file }) => `  ${path} (${file})`),
    ].join('\n'),
    say({
      en: 'give another folder with --out, or move these files away',
      zh: '请用 --out 指定其他文件夹，或先移走这些文件',
    }),
  ); // prettier-ignore

/** Writes a file, and the folders that it lies in. */
export function save(path: string, text: string, { fresh = false } = {}): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: fresh ? 'wx' : 'w' });
  } catch (error) {
    throw new UsageError(
      say(
        { en: '{path} cannot be written: {reason}', zh: '无法写入 {path}：{reason}' },
        { path, reason: (error as Error).message },
      ),
    );
  }
}
