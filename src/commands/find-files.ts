/** Paths as given → the files to read, each once and sorted by name, in whatever order they were given or listed. */
import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { basename, extname, join, relative, resolve, sep } from 'node:path';
import { diagnose } from '../diagnostics.js';
import type { Diagnostic } from '../model.js';
import type { MemberPath } from '../read/members.js';
import { refusal, unreadable, type FileResult } from '../workers/index.js';
import { say } from '../language/language.js';
import { UsageError } from './usage-error.js';

/** A file, or a folder that cannot be listed. */
export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** The way to it inside the file at `path`; empty where it is that file. */
  readonly member: MemberPath;
  /** Its path from the base folder, with `/`: the same however the file was named, and unlike any other's. */
  readonly file: string;
  readonly bytes: number;
  /** SHA-256 and size of its bytes, where that is known already. */
  readonly content: FileResult['content'];
  /** Why it cannot be read, where that is known already. */
  readonly problem: Diagnostic | null;
}

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  /** Names of files in folders that are no reports by their extension. */
  readonly passedOver: readonly string[];
}

export interface FindOptions {
  /** The folder that names are relative to. */
  readonly base: string;
  /** Files that are passed over, e.g. the database. */
  readonly skip?: readonly string[];
  /** Larger files are not read; 200 MB unless given. */
  readonly bytes?: number;
}

/** Where a folder was reached by: `real` tells whether two ways lead to the same. */
interface Folder {
  readonly path: string;
  readonly real: string;
}

// Takes .git, ~$汇报.docx (Word's lock file) and Thumbs.db; must not take 汇报~1.docx.
const IGNORED = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** What programs write for programs is text too, and numbers in it are no figures. */
// Takes expected.jsonl and make.mjs; must not take 汇报.txt, 汇报.md, 附表.csv or 汇报.js.docx.
const FOR_PROGRAMS =
  /\.(?:jsonl?|ya?ml|toml|ini|xml|xsd|css|[cm]?[jt]s|py|sh|bat|ps1|sql|sqlite|db|lock|map|log)$/i;

export const isIgnored = (name: string): boolean => IGNORED.test(name);
export const isForPrograms = (name: string): boolean => FOR_PROGRAMS.test(name);

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a search has found so far. */
interface Search {
  /** By real path, so that a file which several ways lead to is found once. */
  readonly found: Map<string, FoundFile>;
  /** Folders that were searched, and files that are to be passed over without a word. */
  readonly seen: Set<string>;
  readonly folders: Folder[];
  /** Links to folders: searched last, since the name that a file gets must not depend on chance. */
  readonly links: Folder[];
  readonly passedOver: Map<string, string>;
  readonly mostBytes: number | undefined;
  nameOf(path: string): string;
}

/**
 * Finds the files. Folders are searched with all that lies below them; what is hidden or left behind by
 * office programs is ignored there, files for programs are passed over and listed, and either is read
 * when it is named itself. A file that several links lead to is found once, under its own name where
 * that was searched.
 *
 * @throws {UsageError} for paths that do not exist, all of them at once, and where there is no file at all
 */
export function findFiles(paths: readonly string[], { base, skip = [], bytes }: FindOptions): FoundFiles {
  if (paths.includes('')) {
    throw new UsageError(
      say({ en: 'a path is empty', zh: '路径为空' }),
      say({ en: 'was a variable of the shell not set?', zh: '是否有未赋值的 shell 变量？' }),
    );
  }
  const given = [...new Set(paths.map((path) => resolve(path)))].sort(byCodeUnits);
  refuseMissing(given);
  const search: Search = {
    found: new Map(),
    seen: new Set(skip.map(realPath)),
    folders: [],
    links: [],
    passedOver: new Map(),
    mostBytes: bytes,
    nameOf: (path) => relative(resolve(base), path).split(sep).join('/') || '.',
  };
  for (const path of given) {
    const real = realPath(path);
    visit(search, path, real, real !== path);
  }
  for (let next; (next = search.folders.pop() ?? takeSmallest(search.links));) searchFolder(search, next);
  const { found, passedOver } = search;
  if (found.size === 0) throw nothingFound(given);
  return {
    files: [...found.values()].sort((a, b) => byCodeUnits(a.file, b.file)),
    passedOver: [...passedOver].flatMap(([real, name]) => (found.has(real) ? [] : [name])).sort(byCodeUnits),
  };
}

function add(search: Search, path: string, real: string, bytes: number, problem: Diagnostic | null): void {
  search.found.set(real, { path, member: [], file: search.nameOf(path), bytes, content: null, problem });
}

function visit(search: Search, path: string, real: string, isLink: boolean): void {
  if (search.seen.has(real)) return;
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) (isLink ? search.links : search.folders).push({ path, real });
    else if (!search.found.has(real) || !isLink)
      add(search, path, real, stats.size, refusal(stats, search.mostBytes));
  } catch (error) {
    add(search, path, real, 0, unreadable(error));
  }
}

function searchFolder(search: Search, { path, real }: Folder): void {
  if (search.seen.has(real)) return;
  search.seen.add(real);
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => byCodeUnits(a.name, b.name)))
      visitEntry(search, entry, { path, real });
  } catch (error) {
    add(search, path, real, 0, unreadable(error));
  }
}

function visitEntry(search: Search, entry: Dirent, folder: Folder): void {
  const { name } = entry;
  if (isIgnored(name)) return;
  const [path, real] = [join(folder.path, name), join(folder.real, name)];
  if (!entry.isDirectory() && isForPrograms(name)) {
    if (!search.seen.has(real)) search.passedOver.set(real, search.nameOf(path));
  } else if (name.includes('\uFFFD')) {
    // A name that is not UTF-8 comes out with replacement characters, and then leads nowhere.
    const reason = 'its name is not valid UTF-8; rename it';
    add(search, path, real, 0, diagnose('document-unreadable', { reason }));
  } else if (entry.isSymbolicLink()) visit(search, path, realPath(path), true);
  else visit(search, path, real, false);
}

/** Removes and gives the folder with the smallest path. */
function takeSmallest(folders: Folder[]): Folder | undefined {
  folders.sort((a, b) => byCodeUnits(b.path, a.path));
  return folders.pop();
}

/** The path with its links followed; of a link that leads nowhere, the link's own. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

function refuseMissing(paths: readonly string[]): void {
  const missing = paths.filter((path) => {
    try {
      return statSync(path, { throwIfNoEntry: false }) === undefined;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ENOTDIR';
    }
  });
  if (missing.length === 0) return;
  const shown = missing.map((path) => relative('', path) || path).join(', ');
  throw new UsageError(
    say({ en: 'there is no {shown}', zh: '不存在：{shown}' }, { shown }),
    say({ en: 'nothing was read; check the path', zh: '未读取任何文件，请检查路径' }),
  );
}

function nothingFound(paths: readonly string[]): UsageError {
  const shown = paths.map((path) => relative('', path) || basename(path)).join(', ');
  return new UsageError(
    say({ en: 'there is no file in {shown}', zh: '{shown} 中没有文件' }, { shown }),
    say({
      en: 'name a folder with reports (docx, PDF or text); hidden files are passed over',
      zh: '请给出存放汇报的目录（docx、PDF 或文本）；隐藏文件不读取',
    }),
  );
}

/** The line that tells of the files that were passed over; none where there are none. */
export function describePassedOver(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const extensions = [...new Set(names.map((name) => extname(name).toLowerCase()))].sort(byCodeUnits);
  const line = {
    en: '{count} files passed over that are no reports by their name ({extensions})',
    zh: '另有 {count} 个文件从名称看不是汇报，未读取（{extensions}）',
  };
  return [say(line, { count: names.length, extensions: extensions.join(' ') })];
}
