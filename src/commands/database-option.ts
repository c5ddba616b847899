/** The option that names a database, for the commands that messages tell people to run. */

/** Nothing for the usual file; quoted for a shell: takes 汇报/a.sqlite as it is, not 'my reports.sqlite'. */
export function databaseOption(path: string): string {
  const quoted = /^[\p{L}\p{N}_./-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
  return path === 'huibao.sqlite' ? '' : ` --db ${quoted}`;
}
