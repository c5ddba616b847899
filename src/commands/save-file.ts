/** What is to be written → a file that is whole or not there: under a name of its own first, and renamed at the end. */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { say } from '../language/language.js';
import { INTERRUPTED } from './interruption.js';
import { UsageError } from './usage-error.js';

/** Of the terminal that closes, too. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Files that SQLite keeps beside a database. */
const COMPANIONS = ['-wal', '-shm', '-journal'] as const;

export type Put = (part: string | Uint8Array) => void;

export interface Target {
  readonly path: string;
  /** What is there already may go. */
  readonly force: boolean;
  /** A file that must stay in any case: the database. */
  readonly spare: string;
}

/** @throws {UsageError} where something is there that is to stay, or the folder is missing; before anything is worked out */
export function checkTarget({ path, force, spare }: Target): void {
  const found = look(path);
  if (COMPANIONS.some((ending) => resolve(path) === `${resolve(spare)}${ending}`))
    throw new UsageError(say(NOT_TO_REPLACE, { path }), say(OTHER_NAME));
  if (!found) {
    if (look(dirname(resolve(path)))?.isDirectory()) return;
    throw new UsageError(say(NO_FOLDER, { path }), say(MAKE_IT));
  }
  const spared = look(spare);
  if (!found.isFile() || (spared && spared.dev === found.dev && spared.ino === found.ino))
    throw new UsageError(say(NOT_TO_REPLACE, { path }), say(OTHER_NAME));
  if (!force) throw new UsageError(say(EXISTS, { path }), say(FORCE));
}

/**
 * Saves what `work` puts; Ctrl-C is heard where it waits. When it throws, or the disk is full, what was at `path` before is
 * there still.
 * @throws {UsageError} where it cannot be written
 */
export async function saveFile(target: Target, work: (put: Put) => Promise<void>): Promise<void> {
  checkTarget(target);
  // a link goes on leading to the file that it leads to
  const path = look(target.path) ? realpathSync(target.path) : target.path;
  // short, whatever the name: a file's name has its longest
  const draft = join(dirname(path), `.huibao-${process.pid}.part`);
  const onSignal = (): void => {
    rmSync(draft, { force: true });
    process.exit(INTERRUPTED);
  };
  for (const name of SIGNALS) process.once(name, onSignal);
  try {
    const file = attempt(target.path, () => openSync(draft, 'wx'));
    try {
      await work((part) => attempt(target.path, () => writeFileSync(file, part)));
      attempt(target.path, () => fsyncSync(file));
    } finally {
      closeSync(file);
    }
    checkTarget(target);
    attempt(target.path, () => renameSync(draft, path));
  } finally {
    rmSync(draft, { force: true });
    for (const name of SIGNALS) process.off(name, onSignal);
  }
}

/** @throws {UsageError} where it cannot be made */
export function makeFolder(path: string): void {
  attempt(path, () => mkdirSync(path, { recursive: true }));
}

/** What is there; nothing where a part of the path is none. @throws {UsageError} where nobody may look, or links go round */
const look = (path: string): Stats | undefined =>
  attempt(path, () => statSync(path, { throwIfNoEntry: false }));

function attempt<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new UsageError(say(FAILED, { path, reason: (error as Error).message }));
  }
}

const EXISTS = { en: '{path} is there already', zh: '{path} 已存在' };
const FORCE = {
  en: 'give another name, or overwrite it with --force',
  zh: '请换一个文件名，或用 --force 覆盖',
};
const NO_FOLDER = { en: '{path}: there is no such folder', zh: '{path}：文件夹不存在' };
const MAKE_IT = { en: 'make it first, or write to another one', zh: '请先建立该文件夹，或换一个位置' };
const NOT_TO_REPLACE = {
  en: '{path} is the database, or no file, and is not overwritten',
  zh: '{path} 是数据库或不是普通文件，不能覆盖',
};
const OTHER_NAME = { en: 'give another name with --out', zh: '请用 --out 指定其他文件名' };
const FAILED = { en: '{path} cannot be written: {reason}', zh: '无法写入 {path}：{reason}' };
