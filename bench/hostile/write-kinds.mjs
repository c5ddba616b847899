/** Kinds of files in; out a folder a kind with them, and how many there are. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePlaces } from './places.mjs';

/** A path whose last name may be bytes that are no UTF-8. */
const pathOf = (folder, name) =>
  typeof name === 'string' ? join(folder, name) : Buffer.concat([Buffer.from(`${folder}/`), name]);

/**
 * @param {import('./kinds.mjs').Kind[]} kinds
 * @param {Buffer} report a sound one
 * @param {string[]} [wanted] kinds asked for
 * @returns {{ changing: string | null, skipped: string[] }} the folder whose files are to change while they are read, and what
 *   could not be made here
 */
export function writeKinds(kinds, folder, report, wanted) {
  const skipped = [];
  for (const { kind, files } of kinds) {
    const own = join(folder, kind);
    mkdirSync(own, { recursive: true });
    for (const [name, bytesOf] of files) {
      try {
        writeFileSync(pathOf(own, name), bytesOf());
      } catch (error) {
        // Not every file system takes every name.
        skipped.push(`${kind}/${JSON.stringify(String(name))}: ${error.code ?? error.message}`);
      }
    }
  }
  const make = (kind, fill) => {
    if (wanted && !wanted.includes(kind)) return null;
    const own = join(folder, kind);
    mkdirSync(own, { recursive: true });
    try {
      fill(own);
    } catch (error) {
      skipped.push(`${kind}: ${error.message}`);
    }
    return own;
  };
  make('place', (own) => makePlaces(own, report));
  return { changing: make('changing', () => undefined), report, skipped };
}
