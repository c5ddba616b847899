/** A path of gold in; out its gold files, each with the document that lies beside it. */
import { readdirSync, statSync, type Dirent } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { READERS } from '../read/registry.js';
import { findFiles, type FoundFile } from './find-files.js';
import { say } from '../language/language.js';
import { UsageError } from './usage-error.js';

/** A gold file with the document that it labels. */
export interface GoldCase {
  /** The stem of the gold file; of a fixture the name of its folder. */
  readonly name: string;
  readonly gold: string;
  /** The document that lies beside the gold file; null where none does. */
  readonly beside: string | null;
}

const EXTENSIONS = READERS.flatMap(({ extensions }) => extensions);
/** In a fixture `expected.jsonl` labels the text file where `input` comes in several formats. */
const FIXTURE_GOLD = 'expected.jsonl';
const FIXTURE_DOCUMENT = 'input';
const PREFERRED = ['txt', 'docx', 'pdf'];

const stemOf = (file: string): string => basename(file, extname(file));
const extensionOf = (file: string): string => extname(file).slice(1).toLowerCase();
const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);

function statOf(path: string): 'file' | 'folder' {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new UsageError(say({ en: '{path} does not exist', zh: '{path} 不存在' }, { path }));
  return found.isDirectory() ? 'folder' : 'file';
}

/** The document `stem.*` in a folder, a text before a docx before a PDF. */
function findBeside(folder: string, stem: string): string | null {
  const rank = (file: string): number =>
    (PREFERRED.indexOf(extensionOf(file)) + PREFERRED.length + 1) % (PREFERRED.length + 1);
  const [first] = readdirSync(folder)
    .filter((file) => stemOf(file) === stem && EXTENSIONS.includes(extensionOf(file)))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return first === undefined ? null : join(folder, first);
}

/** The name that a gold file and its document share. */
export function caseName(file: string): string {
  const fixture = basename(file) === FIXTURE_GOLD || stemOf(file) === FIXTURE_DOCUMENT;
  return fixture ? basename(dirname(file)) : stemOf(file);
}

/** Where a folder of gold files keeps a case; `expected.jsonl` itself would be named after its folder. */
export const goldFileOf = (name: string): string =>
  `${name}.jsonl` === FIXTURE_GOLD ? join(name, FIXTURE_GOLD) : `${name}.jsonl`;

function caseOf(gold: string): GoldCase {
  const stem = basename(gold) === FIXTURE_GOLD ? FIXTURE_DOCUMENT : stemOf(gold);
  return { name: caseName(gold), gold, beside: findBeside(dirname(gold), stem) };
}

/**
 * A gold file; or of a folder every `NAME.jsonl` and every `CASE/expected.jsonl`, by name.
 * @throws {UsageError} where there is none
 */
export function findGold(path: string): GoldCase[] {
  if (statOf(path) === 'file') return [caseOf(path)];
  const cases = readdirSync(path, { withFileTypes: true })
    .sort(byName)
    .flatMap((entry) => {
      if (!entry.isDirectory()) return extensionOf(entry.name) === 'jsonl' ? [join(path, entry.name)] : [];
      const inside = join(path, entry.name, FIXTURE_GOLD);
      return statSync(inside, { throwIfNoEntry: false }) ? [inside] : [];
    })
    .map(caseOf);
  if (cases.length > 0) return cases;
  throw new UsageError(
    say({ en: '{path} holds no gold file', zh: '{path} 中没有标注文件' }, { path }),
    say({
      en: 'expected NAME.jsonl for each document NAME.txt, or folders with input.txt and expected.jsonl',
      zh: '应为每份文档 NAME.txt 配 NAME.jsonl，或每个子目录含 input.txt 与 expected.jsonl',
    }),
  );
}

/** The files of paths that a reader may take, by name. */
export const listDocuments = (paths: readonly string[]): FoundFile[] =>
  findFiles(paths, { base: '.' }).files.filter(({ file }) => EXTENSIONS.includes(extensionOf(file)));
