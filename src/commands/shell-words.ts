/** Paths as they stand in the commands that messages tell people to run. */

/** Quoted for a shell where it must be: takes 汇报/a.sqlite as it is, not 'my reports.sqlite'. */
export const shellWord = (path: string): string =>
  /^[\p{L}\p{N}_./-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;

/** The option that names a database; nothing for the usual file. */
export const databaseOption = (path: string): string =>
  path === 'huibao.sqlite' ? '' : ` --db ${shellWord(path)}`;
