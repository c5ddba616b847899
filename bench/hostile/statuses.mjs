/** A folder and the database that was made of it in; out what the database says of each file, and which it says nothing of. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import Database from 'better-sqlite3';

/** Files and other things of a folder, by the names that the program sees; of a folder that a link leads to, nothing twice. */
function* entriesOf(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* entriesOf(path);
    else if (!isFolder(path)) yield path;
  }
}

/** Whether a link leads to a folder. */
function isFolder(path) {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

const realPath = (path) => {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
};

/** A file's own words: `ok`, `empty`, or the code of the diagnostic that says why not. */
function statusesIn(database) {
  const statuses = new Map();
  const add = (file, status) => statuses.set(file, statuses.get(file) ?? status);
  const db = new Database(database, { readonly: true });
  try {
    const ask = (sql) => db.prepare(sql).all();
    for (const { file, status } of ask(
      "SELECT df.file, d.status FROM document_files df JOIN documents d ON d.id = df.document_id WHERE d.status <> 'failed'",
    ))
      add(file, status);
    for (const { file, code } of ask("SELECT file, code FROM diagnostics WHERE file IS NOT NULL ORDER BY severity = 'error' DESC, code"))
      add(file, code);
    for (const { file, status } of ask(
      'SELECT df.file, d.status FROM document_files df JOIN documents d ON d.id = df.document_id',
    ))
      add(file, status);
  } finally {
    db.close();
  }
  return statuses;
} // prettier-ignore

/**
 * @returns {{ statuses: Map<string, string>, without: string[] }} both by the files' paths in the folder; a link to a file that
 *   has a status under another name has that status, and so has a container of files
 */
export function fileStatuses(folder, database) {
  const known = statusesIn(database);
  const byPlace = new Map([...known].map(([file, status]) => [realPath(join(database, '..', file)), status]));
  const containers = new Map([...known].map(([file, status]) => [file.split('!')[0], status]));
  const statuses = new Map();
  const without = [];
  for (const path of entriesOf(folder)) {
    const file = relative(folder, path);
    const name = relative(join(database, '..'), path);
    const status = known.get(name) ?? byPlace.get(realPath(path)) ?? containers.get(name);
    if (status === undefined) without.push(file);
    else statuses.set(file, status);
  }
  return { statuses, without };
}
