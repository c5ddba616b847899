/** What every format offers: bytes go in, a document or the reason why not comes out. */
import type { Diagnostic, SourceDocument } from '../model.js';

export interface ReadResult {
  /** Null where nothing could be read; a diagnostic then says why. */
  readonly document: SourceDocument | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** How much a file may ask for; what asks for more is refused with `document-too-large`. */
export interface ReadLimits {
  /** Of formats with pages. */
  readonly pages: number;
  /** Of all that is unpacked of a zip, in bytes. */
  readonly unpackedBytes: number;
  /** Unpacked size over packed size, of entries above 10 MB. */
  readonly ratio: number;
  /** Whether pages that are pictures are recognised (OCR); without, they have no text. */
  readonly ocr: boolean;
}

/** Far above the largest report, far below what hurts (packed documents were measured at 5 to 6 times). */
export const SAFE_LIMITS: ReadLimits = {
  pages: 3_000,
  unpackedBytes: 200 * 1024 * 1024,
  ratio: 100,
  ocr: true,
};

/** A file inside another: of a zip, or attached to a mail. */
export interface Member {
  /** With `/` between folders. Never trusted: it is shown, and no file is written under it. */
  readonly name: string;
  /** Throws where it is damaged. */
  read(): Uint8Array;
}

/** One format. Its parser is imported when it first reads, so that a text file never loads a PDF engine. */
export interface Reader {
  /** The name under which documents are stored, e.g. `pdf`. */
  readonly format: string;
  /** Lower case, without the dot. */
  readonly extensions: readonly string[];
  /**
   * Looks at the content, and never throws. `extension` (lower case, without the dot) may only decide between formats
   * whose content looks alike: text, Markdown and CSV.
   */
  recognises(bytes: Uint8Array, extension: string): boolean;
  /** Leaves `bytes` as they were; a bad document gives diagnostics, never an exception. */
  read(bytes: Uint8Array, limits: ReadLimits): Promise<ReadResult>;
  /** Of formats that hold other files: which, in their order. Throws where that cannot be told; `read` says why then. */
  members?(bytes: Uint8Array, limits: ReadLimits): Promise<readonly Member[]>;
}

/** The result for a document of which nothing can be kept. */
export const refused = (...diagnostics: Diagnostic[]): ReadResult => ({ document: null, diagnostics });

/** What an exception says, as a diagnostic's `reason`. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
