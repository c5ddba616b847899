/** What goes to a worker and what comes back: plain data, cheap to send between processes. */
import { deserialize, serialize } from 'node:v8';
import { diagnose } from '../diagnostics.js';
import type { Diagnostic, FigureRecord, SourceDocument } from '../model.js';
import type { MemberPath } from '../read/members.js';
import type { ReportRecord } from '../store/index.js';
import type { FileLimits } from './read-bytes.js';

export interface FileToRead {
  /** Where it is. */
  readonly path: string;
  /** The way to it inside the file at `path`; empty where it is that file. */
  readonly member: MemberPath;
  /** The name that its figures carry. */
  readonly file: string;
  /** Its size, as far as known: small files are read several at a time. */
  readonly bytes: number;
}

/** The message to a worker. */
export interface ReadTask {
  readonly files: readonly FileToRead[];
  readonly limits: FileLimits;
}

/** The rule set, serialised once for all workers. */
export type PackedRules = Uint8Array;

/** All that is kept of one file. */
export interface FileResult {
  readonly file: string;
  /** SHA-256 and size of its bytes; null where they could not be read. */
  readonly content: { readonly id: string; readonly bytes: number } | null;
  /** Null where the file gave none; a diagnostic then says why. */
  readonly document: Pick<SourceDocument, 'id' | 'format' | 'encoding' | 'text'> | null;
  readonly reports: readonly ReportRecord[];
  readonly figures: readonly FigureRecord[];
  readonly diagnostics: readonly Diagnostic[];
  /** Milliseconds that the worker spent on reading, and on the stages behind it. */
  readonly timings: { readonly read: number; readonly extract: number };
}

/**
 * A result in one piece: unpacked when its turn comes. As objects, the results that wait for an earlier one would
 * outlive the young generation, and the memory of the main thread would grow with the number of files.
 */
export type PackedResult = Uint8Array;

export const pack = (result: FileResult): PackedResult => serialize(result);

export const unpack = (packed: PackedResult): FileResult => deserialize(packed) as FileResult;

/** The result for a file that gave no document. */
export const failed = (
  file: string,
  content: FileResult['content'],
  ...diagnostics: readonly Diagnostic[]
): FileResult => ({
  file,
  content,
  document: null,
  reports: [],
  figures: [],
  diagnostics,
  timings: { read: 0, extract: 0 },
});

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  ENOTDIR: 'it is not there',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'its links lead in a circle',
  EIO: 'the disk or the network share failed',
};

/** What the file system says, as a diagnostic. */
export function unreadable(error: unknown): Diagnostic {
  const { code, message } = error as NodeJS.ErrnoException;
  return diagnose('document-unreadable', { reason: (code && REASONS[code]) ?? message });
}
