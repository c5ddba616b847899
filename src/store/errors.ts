/** What can go wrong with a database: takes an error of SQLite or of the file system, gives a sentence and a hint. */

interface Entry {
  readonly en: string;
  readonly zh: string;
  readonly hint: { readonly en: string; readonly zh: string };
}

/** `{path}` is the database's path, `{reason}` what SQLite or the system said. */
const CATALOGUE = {
  missing: {
    en: '{path} does not exist',
    zh: '{path} 不存在',
    hint: { en: 'create it with: huibao ingest FOLDER', zh: '请先运行 huibao ingest 目录' },
  },
  'folder-missing': {
    en: 'the folder of {path} does not exist',
    zh: '{path} 所在的目录不存在',
    hint: { en: 'make the folder first, or check the path', zh: '请先建立目录，或检查路径' },
  },
  'not-a-file': {
    en: '{path} is a folder or a device, not a database file',
    zh: '{path} 是目录或设备，不是数据库文件',
    hint: { en: 'name a file, e.g. reports.db', zh: '请给出文件名，例如 reports.db' },
  },
  'not-a-database': {
    en: '{path} is not a SQLite database',
    zh: '{path} 不是 SQLite 数据库',
    hint: { en: 'it was left as it is; name another file', zh: '该文件未作改动，请换一个文件名' },
  },
  empty: {
    en: '{path} is an empty file',
    zh: '{path} 是空文件',
    hint: { en: 'fill it with: huibao ingest FOLDER', zh: '请先运行 huibao ingest 目录' },
  },
  foreign: {
    en: '{path} is a SQLite database of another program',
    zh: '{path} 是其他程序的 SQLite 数据库',
    hint: { en: 'it was left as it is; name another file', zh: '该文件未作改动，请换一个文件名' },
  },
  newer: {
    en: '{path} was written by a newer huibao ({reason})',
    zh: '{path} 由更新版本的 huibao 写成（{reason}）',
    hint: { en: 'update huibao', zh: '请升级 huibao' },
  },
  older: {
    en: '{path} was written by an older huibao ({reason}) and is opened for reading only',
    zh: '{path} 由较早版本的 huibao 写成（{reason}），且以只读方式打开',
    hint: {
      en: 'run huibao ingest once; it brings the database up to date',
      zh: '请运行一次 huibao ingest，数据库会随之升级',
    },
  },
  locked: {
    en: '{path} is locked by another program',
    zh: '{path} 正被其他程序锁定',
    hint: {
      en: 'wait until the other huibao or database tool is done, or close it, and try again',
      zh: '请等待或关闭正在使用它的 huibao 或数据库工具后重试',
    },
  },
  'read-only': {
    en: '{path} cannot be written: {reason}',
    zh: '{path} 无法写入：{reason}',
    hint: {
      en: 'check the permissions of the file and of its folder, and that the disk is not read-only',
      zh: '请检查文件及其目录的权限，以及磁盘是否只读',
    },
  },
  'no-access': {
    en: '{path} cannot be opened: {reason}',
    zh: '{path} 无法打开：{reason}',
    hint: {
      en: 'check the permissions of the file and of its folder',
      zh: '请检查文件及其目录的权限',
    },
  },
  'disk-full': {
    en: 'the disk is full: {path} could not grow',
    zh: '磁盘已满：{path} 无法继续写入',
    hint: {
      en: 'free some space and run it again; what was saved before is kept',
      zh: '请腾出空间后重新运行，此前已保存的内容不受影响',
    },
  },
  'disk-error': {
    en: 'reading or writing {path} failed: {reason}',
    zh: '读写 {path} 时出错：{reason}',
    hint: {
      en: 'check the disk or network share; huibao doctor checks the database',
      zh: '请检查磁盘或网络共享，并用 huibao doctor 检查数据库',
    },
  },
  replaced: {
    en: '{path} was deleted or replaced while it was in use',
    zh: '{path} 在使用中被删除或替换',
    hint: {
      en: 'put the file back, or start again over the one that is there now',
      zh: '请放回原文件，或针对现有文件重新启动',
    },
  },
  damaged: {
    en: '{path} is damaged: {reason}',
    zh: '{path} 已损坏：{reason}',
    hint: {
      en: 'restore a backup, or delete it and ingest the reports again (decisions would be lost)',
      zh: '请恢复备份，或删除后重新导入报告（审核记录会丢失）',
    },
  },
  'unknown-figure': {
    en: 'there is no figure {reason}',
    zh: '没有编号为 {reason} 的数据',
    hint: { en: 'list them with: huibao query', zh: '可用 huibao query 查看' },
  },
  'invalid-change': {
    en: 'the correction is refused: {reason}',
    zh: '更正未被接受：{reason}',
    hint: { en: 'nothing was saved; correct it and try again', zh: '未作保存，请修改后重试' },
  },
  'decided-meanwhile': {
    en: 'somebody has decided on {reason} meanwhile',
    zh: '其间已有人审核过 {reason}',
    hint: { en: 'nothing was saved; look at it again', zh: '未作保存，请重新查看' },
  },
  'nothing-to-undo': {
    en: 'no decision on {reason} is left to undo',
    zh: '{reason} 没有可撤销的审核记录',
    hint: { en: 'nothing was saved', zh: '未作保存' },
  },
} as const satisfies Record<string, Entry>;

export type StoreErrorCode = keyof typeof CATALOGUE;

/** A database that cannot be used as asked; a condition to report, not a bug. */
export class StoreError extends Error {
  override readonly name = 'StoreError';

  /**
   * @param code what is wrong, for programs
   * @param path the database, as it was given
   * @param reason the detail that completes the sentence
   */
  constructor(
    readonly code: StoreErrorCode,
    readonly path: string,
    readonly reason = '',
    options?: ErrorOptions,
  ) {
    super(fill(CATALOGUE[code].en, path, reason), options);
  }

  /** What to do about it, in English. */
  get hint(): string {
    return CATALOGUE[this.code].hint.en;
  }

  /** Message and hint in the reader's language. */
  describe(language: 'en' | 'zh'): { readonly message: string; readonly hint: string } {
    const entry: Entry = CATALOGUE[this.code];
    return { message: fill(entry[language], this.path, this.reason), hint: entry.hint[language] };
  }
}

const fill = (template: string, path: string, reason: string): string =>
  template.replace(/\{(path|reason)\}/g, (_, name) => (name === 'path' ? path : reason)); // {path}, not {name}

/** Prefixes of SQLite's result codes; extended codes such as SQLITE_IOERR_WRITE begin with them. */
const OF_SQLITE: readonly (readonly [string, StoreErrorCode])[] = [
  ['SQLITE_NOTADB', 'not-a-database'],
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_IOERR', 'disk-error'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CANTOPEN', 'no-access'],
  ['SQLITE_PERM', 'no-access'],
  ['SQLITE_AUTH', 'no-access'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['ENOSPC', 'disk-full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'no-access'],
  ['EPERM', 'no-access'],
];

/** The StoreError that an error means; any other error (a bug, a broken constraint) comes back unchanged. */
export function toStoreError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string') return error;
  const known = OF_SQLITE.find(([prefix]) => code.startsWith(prefix));
  return known ? new StoreError(known[1], path, error.message, { cause: error }) : error;
}
