/** The shapes that go into the database and come out of it, apart from the figure record of `model`. */
import type { Diagnostic, FigureRecord, RegionMethod, SourceDocument } from '../model.js';

export type DocumentStatus = 'ok' | 'empty' | 'failed';

/** A run of `ingest`, as `beginRun` gives it. */
export interface Run {
  readonly id: string;
  /** ISO time. */
  readonly startedAt: string;
}

/** One report of a document; `start` and `end` are Unicode code points into the document's text. */
export interface ReportRecord {
  /** Index in the document, from 0. */
  readonly report: number;
  readonly title: string | null;
  readonly issuer: string | null;
  readonly region_code: string | null;
  readonly region_name: string | null;
  readonly region_method: RegionMethod;
  /** ISO date. */
  readonly date: string | null;
  readonly start: number;
  readonly end: number;
  /** Equal for reports that repeat one another; null where the report should never be compared. */
  readonly content_hash: string | null;
  /** Hashes of shingles of the sentences with figures, ascending; alike for reposts with other page chrome. */
  readonly sketch: Uint32Array | null;
}

/** All that is known of one document after the pipeline. */
export interface DocumentToSave {
  readonly run: Run;
  /** Its name, as it should be stored. */
  readonly file: string;
  readonly document: Pick<SourceDocument, 'id' | 'format' | 'encoding' | 'text'> & {
    /** Size of the file. */
    readonly bytes: number;
  };
  readonly status: DocumentStatus;
  readonly ruleVersion: string;
  readonly reports: readonly ReportRecord[];
  readonly figures: readonly FigureRecord[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A file that gave no document. */
export interface FailureToSave {
  readonly run: Run;
  readonly file: string;
  /** SHA-256 and size of its bytes; null where not even those could be read. */
  readonly content: { readonly id: string; readonly bytes: number; readonly format: string | null } | null;
  readonly ruleVersion: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** A figure with what a reviewer made of it; `decision` is null where nobody has looked. */
export interface CurrentFigure extends FigureRecord {
  readonly decision: 'accept' | 'correct' | 'add' | null;
  readonly decided_by: string | null;
  /** ISO time. */
  readonly decided_at: string | null;
}

/** A figure's row: SQLite has neither booleans nor lists. */
export type FigureRow<Figure extends FigureRecord> = Omit<Figure, 'redacted' | 'needs_review' | 'reasons'> & {
  readonly redacted: number;
  readonly needs_review: number;
  readonly reasons: string;
};

/** Turns a row of `current_figures` or `review_queue` into the figure. */
export function toFigure<Figure extends FigureRecord>(row: FigureRow<Figure>): Figure {
  const figure = {
    ...row,
    redacted: row.redacted === 1,
    needs_review: row.needs_review === 1,
    reasons: row.reasons === '[]' ? [] : (JSON.parse(row.reasons) as string[]),
  };
  return figure as unknown as Figure;
}
