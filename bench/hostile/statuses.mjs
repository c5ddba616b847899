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

/** Of several diagnostics of one file the one that says why it was not read comes first. */
const FILES_WITH_REASONS = `
  SELECT coalesce(g.file, f.file) AS file, g.code, g.message
  FROM diagnostics g LEFT JOIN document_files f ON f.document_id = g.document_id
  WHERE g.severity = 'error'
  ORDER BY g.code IN ('document-crashed', 'document-timeout', 'document-hangs') DESC, g.code, g.message`;

/**
 * What is said of each file: `ok`, `empty`, or the code of the diagnostic that says why it was not read. A reader that was
 * stopped since it took more memory than it may have has not crashed: `out-of-memory`.
 */
function statusesIn(database) {
  const statuses = new Map();
  const add = (file, status) => statuses.set(file, statuses.get(file) ?? status);
  const db = new Database(database, { readonly: true });
  try {
    const documents = db
      .prepare(
        'SELECT f.file, d.status FROM document_files f JOIN documents d ON d.id = f.document_id ORDER BY f.file',
      )
      .all();
    for (const { file, status } of documents) if (status !== 'failed') add(file, status);
    for (const { file, code, message } of db.prepare(FILES_WITH_REASONS).all())
      add(
        file,
        code === 'document-crashed' && /needs more than \d+ MB/.test(message) ? 'out-of-memory' : code,
      );
    for (const { file, status } of documents) add(file, status);
  } finally {
    db.close();
  }
  return statuses;
}

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
