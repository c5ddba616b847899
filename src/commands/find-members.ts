/** Files that were found → the same with the files inside of them behind each: of zips and mails, on all levels. */
import { closeSync, openSync, readSync } from 'node:fs';
import type { Diagnostic } from '../model.js';
import { mayHoldFiles, START_BYTES } from '../read/may-hold-files.js';
import type { ListedMember, ReadingPool } from '../workers/index.js';
import { isForPrograms, isIgnored, type FoundFile, type FoundFiles } from './find-files.js';

/** Of the files those that may hold others. */
export const findHolders = (files: readonly FoundFile[]): ReadonlySet<FoundFile> =>
  new Set(files.filter(isWorthALook));

/** Looks into the files that may hold others, in worker threads; what cannot be looked into says so. */
export async function findMembers(
  { files, passedOver }: FoundFiles,
  holders: ReadonlySet<FoundFile>,
  pool: ReadingPool,
): Promise<FoundFiles> {
  const found = await Promise.all(
    files.map(async (file) => {
      const listed = holders.has(file) ? await pool.list(file.path) : [];
      return 'code' in listed ? refusedFile(file, listed) : within(file, listed);
    }),
  );
  return {
    files: found.flatMap((one) => one.files),
    passedOver: [...passedOver, ...found.flatMap((one) => one.passedOver)],
  };
}

const refusedFile = (file: FoundFile, problem: Diagnostic): FoundFiles => ({
  files: [{ ...file, problem }],
  passedOver: [],
});

function isWorthALook({ path, problem }: FoundFile): boolean {
  if (problem) return false;
  let descriptor: number | null = null;
  try {
    descriptor = openSync(path, 'r');
    const start = Buffer.alloc(START_BYTES);
    return mayHoldFiles(start.subarray(0, readSync(descriptor, start, 0, START_BYTES, 0)));
  } catch {
    // Whoever reads it says why it cannot be read.
    return false;
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** What is hidden or left behind by programs is ignored inside of files as it is in folders. */
function within(outer: FoundFile, listed: readonly ListedMember[]): FoundFiles {
  const files: FoundFile[] = [outer];
  const passedOver: string[] = [];
  for (const { path, content, problem } of listed) {
    const steps = path.flatMap((name) => name.split('/'));
    if (steps.some(isIgnored)) continue;
    const file = [outer.file, ...path].join('/');
    if (isForPrograms(steps.at(-1)!)) passedOver.push(file);
    else files.push({ path: outer.path, member: path, file, bytes: content?.bytes ?? 0, content, problem });
  }
  return { files, passedOver };
}
