/**
 * What the review page and its server say to each other: JSON in both directions, all below `/api`. Offsets are UTF-16
 * code units into the text that came with them, half open. Imports types only, so that both sides can use it.
 */
import type { FigureRecord, Qualifier, Severity } from '../model.js';
import type {
  Changes,
  Decision,
  DocumentSummary,
  RegionFound,
  ReviewStatus,
  SearchHit,
} from '../store/index.js';

export type Language = 'zh' | 'en';

export type Status = ReviewStatus;

/** What narrows the queue; as it stands in the page's address, so that a link leads back to it. */
export interface QueueFilter {
  readonly status: Status;
  readonly indicator?: string;
  /** GB/T 2260 code; the divisions below it count too; `none`: those without a region. */
  readonly region?: string;
  readonly document?: string;
  readonly rule?: string;
  readonly reason?: string;
}

/** GET /api/session */
export interface Session {
  readonly version: string;
  /** File name of the database, without its folder. */
  readonly database: string;
  readonly reviewer: string;
  /** By id. */
  readonly indicators: Readonly<
    Record<string, { readonly name: string; readonly core: boolean; readonly units: readonly string[] }>
  >;
  readonly units: readonly string[];
  readonly qualifiers: readonly string[];
  readonly statistics: readonly string[];
  /** Decisions that hold and whose figure is gone. */
  readonly unplaced: number;
  readonly disagreements: number;
}

/** GET /api/words?language=zh: the words for codes: factors, statistics, qualifiers, methods. */
export type Words = Readonly<Record<string, string>>;

/** A figure as a list shows it, decisions applied. */
export interface ListedFigure extends Pick<
  FigureRecord,
  | 'figure_id' | 'document_id' | 'file' | 'indicator' | 'item' | 'value' | 'lower' | 'upper' | 'qualifier' | 'unit'
  | 'statistic' | 'redacted' | 'region_code' | 'region_name' | 'as_of' | 'exact' | 'confidence' | 'needs_review'
> {
  /** What stands around the number, one line. */
  readonly before: string;
  readonly after: string;
  readonly decision: Decision['action'] | null;
  readonly decided_by: string | null;
} // prettier-ignore

/** GET /api/queue?status=open&…&after=FIGURE_ID&limit=50 */
export interface QueuePage {
  /** Figures that the filter lets through, `status` aside where it is `open`: decided ones of them are `done`. */
  readonly total: number;
  readonly done: number;
  readonly figures: readonly ListedFigure[];
  /** There are more behind the last one. */
  readonly more: boolean;
}

/** GET /api/facets?status=open&…: what the filter can be narrowed to, the most frequent first. */
export interface Facets {
  readonly indicators: readonly Facet[];
  readonly regions: readonly Facet[];
  readonly documents: readonly Facet[];
  readonly rules: readonly Facet[];
  readonly reasons: readonly Facet[];
}

export interface Facet {
  readonly value: string;
  readonly name: string;
  readonly count: number;
}

/** A stretch of the text that means something for the figure. */
export interface Highlight {
  readonly kind: 'number' | 'hedge' | 'unit' | 'cue' | 'region' | 'date' | 'sentence';
  readonly start: number;
  readonly end: number;
}

/** Another number of the text. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** Null for what is no figure. */
  readonly figure_id: string | null;
  /** Indicator of a figure, kind of what was set aside. */
  readonly what: string;
  readonly state: 'figure' | 'review' | 'accepted' | 'rejected' | 'redacted' | 'set-aside' | 'unmatched';
}

/** GET /api/figures/ID */
export interface FigureDetail {
  /** As the program found it. */
  readonly found: FigureRecord;
  /** With decisions applied. */
  readonly current: ListedFigure;
  /** All of them, undone ones too, oldest first. */
  readonly decisions: readonly Decision[];
  /** The last decision that was not taken back; null where there is none. */
  readonly standing: number | null;
  /** Two people decided differently. */
  readonly disagreement: boolean;
  /** Why it is not among the current figures, where it is not: its report is a repost, or its file has changed. */
  readonly left_out: 'repost' | 'superseded' | null;
  readonly document: {
    readonly id: string;
    readonly file: string;
    readonly format: string;
    readonly title: string | null;
    readonly region: string | null;
    readonly date: string | null;
  };
  /** The document's text, or the part of a long one around the figure. */
  readonly text: string;
  /** Where `text` begins in the document's whole text; 0 unless the start is cut. */
  readonly offset: number;
  readonly cut: { readonly start: boolean; readonly end: boolean };
  readonly highlights: readonly Highlight[];
  readonly marks: readonly Mark[];
  /** Figures that a rule found in the same way and that wait for review too; itself among them. */
  readonly alike: readonly string[];
}

/** GET /api/figures/ID/derivation?language=zh: made anew from the file; slower than the rest. */
export interface Derivation {
  /** As `huibao explain` prints it. */
  readonly text: string;
  readonly highlights: readonly Highlight[];
  readonly marks: readonly Mark[];
  readonly factors: readonly { readonly factor: string; readonly words: string; readonly weight: number }[];
}

/** GET /api/figures/ID/page, of PDFs whose file is still there: where the figure is printed, in points from the top left. */
export interface FigurePage {
  /** From 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** One for each printed line that the number touches on this page. */
  readonly boxes: readonly {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  }[];
}

/** POST /api/decisions */
export interface DecisionRequest {
  readonly action: 'accept' | 'correct' | 'reject';
  /** With the standing decision that the page knows of each; where another one has come, nothing is saved (409). */
  readonly figures: readonly { readonly id: string; readonly standing: number | null }[];
  readonly changes?: Changes;
  readonly note?: string;
}

/** POST /api/undo: takes back what the reviewer did last and what still holds, all of it where it was one act. */
export interface DecisionResponse {
  readonly figures: readonly string[];
  /** What was taken back, by an undo; null where nothing was left to take back. */
  readonly undone: Decision['action'] | null;
}

/** GET /api/places?document=ID&start=&end=: what the program reads at a selection, to fill in the form. */
export interface ReadPlace {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly qualifier: Qualifier;
  readonly unit: string | null;
  readonly redacted: boolean;
  /** Why it is no figure: the kind of what it was set aside as, or the indicators that could take it. */
  readonly set_aside: string | null;
  readonly indicators: readonly string[];
  readonly region_code: string | null;
  readonly region_name: string | null;
  readonly as_of: string | null;
}

/** POST /api/additions: a figure that was missed; answers a DecisionResponse. */
export interface AdditionRequest {
  readonly document: string;
  /** As ReadPlace gave them, into the document's whole text. */
  readonly start: number;
  readonly end: number;
  readonly figure: Changes & { readonly indicator: string; readonly unit: string };
  readonly note?: string;
}

/** GET /api/documents?q=&status=&after=&limit= */
export interface DocumentPage {
  readonly total: number;
  readonly documents: readonly ListedDocument[];
  readonly more: boolean;
}

export type ListedDocument = DocumentSummary;

export interface ShownDiagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string | null;
  readonly start: number | null;
  readonly end: number | null;
}

/** GET /api/documents/ID/parts?at=OFFSET: the part of the text that holds a place of it. */
export interface DocumentPart {
  readonly text: string;
  /** Where `text` begins in the document's whole text. */
  readonly offset: number;
  readonly cut: { readonly start: boolean; readonly end: boolean };
  /** Its figures. */
  readonly marks: readonly Mark[];
  readonly figures: readonly ListedFigure[];
}

/** GET /api/documents/ID/others?at=OFFSET: the numbers of that part that are no figures; read anew, slower than the rest. */
export type OtherMarks = readonly Mark[];

/** GET /api/documents/ID?language=zh&at=OFFSET; of reports and diagnostics the first few hundred. */
export interface DocumentDetail extends ListedDocument {
  readonly part: DocumentPart;
  /** Of its whole text. */
  readonly length: number;
  /** Places in the document's whole text. */
  readonly reports_in_it: readonly {
    readonly title: string | null;
    readonly issuer: string | null;
    readonly region_name: string | null;
    readonly date: string | null;
    readonly start: number;
    readonly end: number;
    readonly repost_of: string | null;
  }[];
  readonly diagnostics_of_it: readonly ShownDiagnostic[];
}

/** GET /api/search?q= */
export interface SearchResult {
  readonly hits: readonly SearchHit[];
  readonly figures: readonly ListedFigure[];
  /** There are more of them than are listed. */
  readonly more: { readonly hits: boolean; readonly figures: boolean };
}

/** GET /api/regions?q=: divisions by name, code or alias. */
export type RegionHits = readonly RegionFound[];

/** GET /api/unplaced */
export type UnplacedDecisions = readonly (Decision & { readonly file: string | null })[];

/** What any call answers when it is refused, with a status of 400 and more. */
export interface Refusal {
  readonly error: string;
  readonly message: string;
}
