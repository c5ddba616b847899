/** `huibao export --format datasette`: a database → the files that tell Datasette what to show of it, in a folder. */
import { join } from 'node:path';
import { datasetteMetadata } from '../export/datasette-metadata.js';
import { say } from '../language/language.js';
import type { Store } from '../store/index.js';
import { warn } from './labelled-documents.js';
import { checkTarget, makeFolder, saveFile, type Target } from './save-file.js';
import { shellWord } from './shell-words.js';
import { UsageError } from './usage-error.js';

export interface DatasetteOptions {
  readonly db: string;
  readonly out?: string;
  readonly force?: boolean;
}

/** @throws {UsageError} */
export async function exportDatasette(
  store: Store,
  { db, out, force = false }: DatasetteOptions,
): Promise<void> {
  if (out === undefined)
    throw new UsageError(say(NEEDS_FOLDER), 'huibao export --format datasette --out DIR');
  const { metadata, config } = datasetteMetadata(store);
  const files = Object.entries({ 'metadata.json': metadata, 'datasette.json': config });
  const targets = files.map(([name, content]): Target & { readonly content: object } => ({
    ...{ path: join(out, name), force, spare: db, content },
  }));
  makeFolder(out);
  // all or none, as far as can be told beforehand
  targets.forEach(checkTarget);
  for (const { content, ...target } of targets)
    await saveFile(target, (put) => {
      put(`${JSON.stringify(content, null, 2)}\n`);
      return Promise.resolve();
    });
  const [first, second] = targets.map(({ path }) => shellWord(path));
  warn(WRITTEN, { command: `datasette ${shellWord(db)} -m ${first!} -c ${second!}` });
}

const NEEDS_FOLDER = {
  en: 'datasette needs a folder for its files: --out',
  zh: 'datasette 格式须写入文件夹：请用 --out 指定',
};
const WRITTEN = { en: 'look at the database with: {command}', zh: '查看数据库：{command}' };
