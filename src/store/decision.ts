/** What a decision is, and the SQL that both recording and finding decisions need. */
import type { FigureRecord, Qualifier, Statistic } from '../model.js';

/** Corrections by the names of the figure record; a field that is left out stays as it is. */
export interface Changes {
  readonly indicator?: string;
  readonly item?: string | null;
  readonly value?: number | null;
  readonly lower?: number | null;
  readonly upper?: number | null;
  readonly qualifier?: Qualifier;
  readonly unit?: string;
  readonly statistic?: Statistic;
  readonly redacted?: boolean;
  readonly region_code?: string | null;
  readonly region_name?: string | null;
  readonly as_of?: string | null;
}

/** A decision as the database has it. */
export interface Decision {
  readonly id: number;
  readonly figure_id: string;
  readonly document_id: string;
  readonly who: string;
  readonly at: string;
  readonly action: 'accept' | 'correct' | 'reject' | 'undo' | 'add';
  /** Every correction that holds after it, earlier ones included. */
  readonly changes: Changes;
  readonly note: string | null;
  /** Of an undo: the decision that it takes back. */
  readonly undoes: number | null;
  /** Anchors: what the figure was when it was decided on, and where it stood, in code points. */
  readonly indicator: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** The decision that this one was carried from, to where its figure stands now; null where it was made here. */
  readonly carried_from: number | null;
  /** The figure as the rules had found it; null where a reviewer added it, and where it was gone. */
  readonly found: FoundFigure | null;
}

/** What a figure says, without where it stands. */
export type FoundFigure = Pick<
  FigureRecord,
  | 'report' | 'item' | 'value' | 'lower' | 'upper' | 'qualifier' | 'unit' | 'unit_text' | 'statistic' | 'redacted'
  | 'region_code' | 'region_name' | 'region_method' | 'as_of' | 'as_of_method' | 'quote'
>; // prettier-ignore

/** Where a figure stands, and what it is. */
export type Anchor = Pick<Decision, 'document_id' | 'indicator' | 'start' | 'end' | 'exact'>;

/** An addition `a` that was not taken back. */
export const ADDED = `a.action = 'add' AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = a.id)`;

/** A figure of the table `figures f` as JSON: a `FoundFigure`. */
export const FOUND_JSON = `json_object('report', f.report, 'item', f.item, 'value', f.value, 'lower', f.lower, 'upper', f.upper,
  'qualifier', f.qualifier, 'unit', f.unit, 'unit_text', f.unit_text, 'statistic', f.statistic,
  'redacted', json(iif(f.redacted, 'true', 'false')), 'region_code', f.region_code, 'region_name', f.region_name,
  'region_method', f.region_method, 'as_of', f.as_of, 'as_of_method', f.as_of_method, 'quote', f.quote)`;
