/** Files in; out the same files in another format, as LibreOffice writes them. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import process from 'node:process';

const PROGRAM = process.env.SOFFICE ?? 'soffice';
/** So many files go to one run of the program: should it hang, little is lost. */
const AT_ONCE = 30;
const LONGEST_RUN_MS = 300_000;

let found = null;

/** Whether LibreOffice can be run here; `SOFFICE` names another program than `soffice`. */
export function hasOffice() {
  if (found === null) {
    try {
      execFileSync(PROGRAM, ['--version'], { stdio: 'ignore', timeout: 60_000 });
      found = true;
    } catch {
      found = false;
    }
  }
  return found;
}

/** A profile of this process's own, so that an office that is open does not take the files. */
const PROFILE = join(tmpdir(), `huibao-office-${process.pid}`);
process.on('exit', () => rmSync(PROFILE, { recursive: true, force: true }));

/**
 * @param {string[]} files
 * @param {string} to the format as `--convert-to` takes it, `doc:MS Word 97`
 * @returns {string[]} the files made, in the order of `files`
 */
export function convert(files, to, folder) {
  mkdirSync(folder, { recursive: true });
  for (let first = 0; first < files.length; first += AT_ONCE)
    execFileSync(
      PROGRAM,
      [
        `-env:UserInstallation=file://${PROFILE}`,
        '--headless',
        ...['--convert-to', to, '--outdir', folder],
        ...files.slice(first, first + AT_ONCE),
      ],
      { stdio: 'ignore', timeout: LONGEST_RUN_MS },
    );
  const extension = to.split(':')[0];
  return files.map((file) => {
    const made = join(folder, `${basename(file, extname(file))}.${extension}`);
    if (!existsSync(made)) throw new Error(`LibreOffice made no ${extension} of ${basename(file)}`);
    return made;
  });
}
