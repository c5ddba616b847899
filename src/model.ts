/**
 * The core types: what flows from stage to stage. Imports nothing.
 *
 * Offsets inside the pipeline are UTF-16 code units, half open, into the one text that a span's
 * type names. Only the figure record and the database count in Unicode code points.
 */

declare const space: unique symbol;

/** A half-open range `[start, end)` of UTF-16 code units into one named text. */
export interface Span<S extends 'source' | 'normalized' = 'source' | 'normalized'> {
  readonly start: number;
  readonly end: number;
  /** Never present; keeps spans of different texts from being mixed. */
  readonly [space]?: S;
}
export type SourceSpan = Span<'source'>;
export type NormalizedSpan = Span<'normalized'>;

// ── diagnostics ────────────────────────────────────────────────────────────────────────────────

export type Severity = 'error' | 'warning' | 'info';

/** Something a person should know about a document, a rule or a run. Data, never thrown text. */
export interface Diagnostic {
  /** One of the codes of `diagnostics.ts`, e.g. `document-empty`. */
  readonly code: string;
  readonly severity: Severity;
  /** English sentence; the Chinese one is made from `code` and `params` when it is shown. */
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Where in the document's text, when it has one. */
  readonly place: SourceSpan | null;
  readonly hint: string | null;
}

// ── read ───────────────────────────────────────────────────────────────────────────────────────

export type BlockKind = 'paragraph' | 'heading' | 'cell' | 'footnote' | 'textbox' | 'furniture';

/** Where a table cell stands; tables count from 1 in a document, rows and columns from 1 in a table. */
export interface CellPlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** The reader knows (docx) or infers that this cell labels others. */
  readonly header: boolean;
}

/** A stretch of a document's text that belongs together; blocks are sorted and never overlap. */
export interface Block {
  readonly kind: BlockKind;
  readonly span: SourceSpan;
  /** Outline level of a heading, from 1; null for other kinds and where it is not known. */
  readonly level: number | null;
  /** Ordinal of the paragraph in the document, from 1. */
  readonly paragraph: number;
  readonly cell: CellPlace | null;
}

/** From `start` to the next mark the text stands on `page` (from 1). Marks are sorted by start. */
export interface PageMark {
  readonly start: number;
  readonly page: number;
}

/** Characters on one baseline of a page; points from the page's left. */
export interface PrintedRun {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of text that was recognised in a picture: how sure, 0 to 100. */
  readonly confidence?: number;
}

/** Where the characters `[start, end)` of the text are printed: on one line of a page; points from the page's top. */
export interface PrintedLine {
  readonly start: number;
  readonly end: number;
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
  /** Left to right; without blanks, their characters are those of the text there. */
  readonly runs: readonly PrintedRun[];
}

/** Where a document's text is printed. */
export interface Layout {
  /** Sorted by start. */
  readonly lines: readonly PrintedLine[];
  /** Of each page from 1 on, in points. */
  readonly pages: readonly { readonly width: number; readonly height: number }[];
}

/** A stretch of text that was not stored as characters but recognised in a picture (OCR). */
export interface RecognisedSpan extends SourceSpan {
  /** How sure the recogniser is of its least sure part, 0 to 1. */
  readonly confidence: number;
}

/** One file, read: its text stored whole, and where each part of it stands. */
export interface SourceDocument {
  /** SHA-256 of the file's bytes, in hex. */
  readonly id: string;
  /** The registry's name of the format, e.g. `txt`, `docx`, `pdf`. */
  readonly format: string;
  /** Of a text file: the encoding it was decoded with. */
  readonly encoding: string | null;
  /** Well-formed Unicode without NUL and without CR. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Empty for formats without pages. */
  readonly pages: readonly PageMark[];
  /** Left out for formats without pages. */
  readonly layout?: Layout;
  /** Sorted; left out where nothing was recognised in a picture. */
  readonly recognised?: readonly RecognisedSpan[];
  /** The file's own properties, where the format has them; used only as a last hint. */
  readonly properties: { readonly title: string | null; readonly created: string | null };
}

// ── normalize ──────────────────────────────────────────────────────────────────────────────────

/** Replace `[start, end)` of the text before a pass by `replacement`. Sorted, never overlapping. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** A text made from a source text by edits, that can lead every span back. */
export interface NormalizedText {
  readonly text: string;
  /** The passes that changed something, in order, with their edits (in the text before each pass). */
  readonly passes: readonly { readonly pass: string; readonly edits: readonly Edit[] }[];
  /** The smallest source span that holds every source character behind `span`. */
  toSource(span: NormalizedSpan): SourceSpan;
  /** What is left of a source span; empty (start = end) where all of it was removed. */
  fromSource(span: SourceSpan): NormalizedSpan;
}

// ── segment ────────────────────────────────────────────────────────────────────────────────────

/** Headers of a table cell, as normalised text, nearest first. */
export interface CellContext {
  readonly place: CellPlace;
  readonly rowHeaders: readonly string[];
  readonly columnHeaders: readonly string[];
  /** The line above the table that names it or its unit, e.g. `单位：万元`. */
  readonly caption: string | null;
}

export type SentenceKind = 'body' | 'heading' | 'cell' | 'footnote' | 'furniture';

/** A sentence with its clauses; the unit in which rules look around. */
export interface Sentence {
  readonly span: NormalizedSpan;
  readonly kind: SentenceKind;
  /** Index into `Segments.reports`. */
  readonly report: number;
  /** Index into `Segments.sections`; the innermost that holds it. */
  readonly section: number;
  /** Ordinal of the block it starts in. */
  readonly paragraph: number;
  /** Parts between commas, semicolons and colons, sorted, covering the sentence's words. */
  readonly clauses: readonly NormalizedSpan[];
  readonly cell: CellContext | null;
}

/** What a heading governs: from the heading to the next one of its level or above. */
export interface Section {
  readonly span: NormalizedSpan;
  /** The heading's words; null for the section that opens a report. */
  readonly heading: NormalizedSpan | null;
  /** 0 for a report's own section; 1 for 一、, 2 for （一）, 3 for 1., 4 for 一是, … */
  readonly level: number;
  /** Index of the section that holds it; null at level 0. */
  readonly parent: number | null;
  readonly report: number;
}

/** One report inside a document. */
export interface ReportSegment {
  readonly span: NormalizedSpan;
  readonly title: NormalizedSpan | null;
}

export interface Segments {
  readonly reports: readonly ReportSegment[];
  readonly sections: readonly Section[];
  readonly sentences: readonly Sentence[];
}

// ── quantify ───────────────────────────────────────────────────────────────────────────────────

export const QUALIFIERS = ['exact', 'over', 'under', 'about', 'range', 'vague'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** A number with its hedge and unit; bounds null where open. */
export interface Quantity {
  /** The number with its magnitude word; hedge and measure word left out. */
  readonly span: NormalizedSpan;
  /** From the hedge before it to the measure word or hedge behind it. */
  readonly phrase: NormalizedSpan;
  /** As written, in the canonical unit; null for ranges, vague and redacted numbers. */
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly qualifier: Qualifier;
  /** Canonical unit; null where none is written. */
  readonly unit: string | null;
  /** The measure word as written (normalised), e.g. `人(次)`. */
  readonly unitText: string | null;
  readonly redacted: boolean;
  /** What makes the reading doubtful, e.g. `noise-inside`, `damaged-digits`, `mixed-numerals`. */
  readonly flags: readonly string[];
}

/** A number that is no figure, and why. */
export interface SetAside {
  readonly span: NormalizedSpan;
  /** date, time, period, phone, document-number, ordinal, slogan, name, age, rate, plan, background, … */
  readonly kind: string;
  /** ISO date or time, or the number, where the kind has one. */
  readonly value: string | number | null;
  /** Id of the exclusion rule that set it aside; null where the recogniser itself did. */
  readonly rule: string | null;
}

export interface Quantities {
  readonly quantities: readonly Quantity[];
  readonly setAside: readonly SetAside[];
}

// ── match ──────────────────────────────────────────────────────────────────────────────────────

/**
 * How directly a cue speaks of a quantity: its own noun, its clause, its sentence, its headers. `context`: no cue does,
 * the classifier proposes it.
 */
export type CueLevel = 'phrase' | 'header' | 'clause' | 'sentence' | 'section' | 'context';

/** A rule that could have taken a quantity and did not, and why. */
export interface LosingRule {
  readonly rule: string;
  readonly why: string;
}

/** The indicator that a quantity states. */
export interface RuleMatch {
  readonly quantity: Quantity;
  /** Index into `Segments.sentences`. */
  readonly sentence: number;
  readonly rule: string;
  readonly indicator: string;
  readonly level: CueLevel;
  /** Characters between the quantity's phrase and the cue. */
  readonly gap: number;
  /** The words that decided. */
  readonly cue: NormalizedSpan | null;
  /** Where the deciding cue looked. */
  readonly direction: Direction;
  /** How many of the rule's cues hold; 0 where it goes on with what stood before. */
  readonly support: number;
  /** How near the next rule came: with a cue of the same level and distance, with a lesser one, or with none. */
  readonly rival: 'close' | 'far' | 'none';
  /** The canonical unit of the figure: the quantity's own, or the one that the rule supplies. */
  readonly unit: string;
  readonly unitSupplied: boolean;
  readonly losers: readonly LosingRule[];
}

// ── classify ───────────────────────────────────────────────────────────────────────────────────

/** The class of numbers that state no result. */
export const NO_FIGURE = 'none';

/** How likely the words around a number make it what a rule took it for, or something else. */
export interface ContextOpinion {
  /** Probability of the figure's own indicator. */
  readonly own: number;
  /** Probability that it is no figure. */
  readonly none: number;
  /** The likeliest other indicator. */
  readonly other: { readonly indicator: string; readonly probability: number } | null;
}

// ── attribute ──────────────────────────────────────────────────────────────────────────────────

export const STATISTICS = ['total', 'daily', 'daily_average', 'average', 'maximum', 'each'] as const;
export type Statistic = (typeof STATISTICS)[number];

export type RegionMethod =
  'clause' | 'sentence' | 'section' | 'report' | 'title' | 'issuer' | 'inferred' | 'none';

export interface Region {
  /** Six-digit GB/T 2260 code; null where nothing tells. */
  readonly code: string | null;
  readonly name: string | null;
  readonly method: RegionMethod;
}

export type AsOfMethod = 'stated' | 'stated-year-inferred' | 'report-date' | 'none';

export interface AsOf {
  /** ISO date. */
  readonly date: string | null;
  readonly method: AsOfMethod;
}

/** One report with what is known of it as a whole. */
export interface Report {
  /** Index in the document, from 0. */
  readonly index: number;
  readonly span: SourceSpan;
  readonly title: string | null;
  readonly issuer: string | null;
  readonly region: Region;
  /** ISO date of the report. */
  readonly date: string | null;
}

/** What attribution adds to a match. */
export interface Attribution {
  readonly region: Region;
  /** The name, or the word for one's own division (全市), that told the region; null where the figure's sentence has none. */
  readonly regionPlace: NormalizedSpan | null;
  readonly asOf: AsOf;
  /** The words that told the date (截至3月31日); null where it is the report's. */
  readonly asOfPlace: NormalizedSpan | null;
  readonly statistic: Statistic;
  /** The goods that a `supplies` figure counts; null elsewhere or where not told. */
  readonly item: string | null;
  /** Doubts met on the way, e.g. `region-ambiguous`. */
  readonly flags: readonly string[];
}

// ── score ──────────────────────────────────────────────────────────────────────────────────────

/** One named reason for or against, with what it added to the log-odds. */
export interface Reason {
  readonly factor: string;
  readonly weight: number;
}

export interface Confidence {
  /** Probability in 0..1, rounded to three places, that indicator and value are right. */
  readonly value: number;
  readonly reasons: readonly Reason[];
}

// ── figure ─────────────────────────────────────────────────────────────────────────────────────

/**
 * The flat record that `extract` prints, the database stores and exports use.
 * `start` and `end` are Unicode code points into the document's text.
 */
export interface FigureRecord {
  readonly file: string;
  readonly document_id: string;
  /** Index of the report in its document, from 0. */
  readonly report: number;
  readonly figure_id: string;
  readonly indicator: string;
  readonly item: string | null;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly qualifier: Qualifier;
  readonly unit: string;
  readonly unit_text: string | null;
  readonly statistic: Statistic;
  readonly redacted: boolean;
  readonly region_code: string | null;
  readonly region_name: string | null;
  readonly region_method: RegionMethod;
  readonly as_of: string | null;
  readonly as_of_method: AsOfMethod;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly quote: string;
  readonly page: number | null;
  readonly paragraph: number | null;
  /** `table 1 row 2 column 3` or null. */
  readonly cell: string | null;
  readonly confidence: number;
  /** Factor names, strongest doubt first. */
  readonly reasons: readonly string[];
  readonly needs_review: boolean;
  /** Rule id and version of the rule set: `volunteers@3f2a91c0`. */
  readonly rule: string;
}

// ── rule set ───────────────────────────────────────────────────────────────────────────────────

/**
 * Where a pattern looks, seen from a quantity:
 * `after`    behind its measure word, up to the end of the clause or the next quantity;
 * `before`   in front of it, back to the start of the clause or the previous quantity (colons and
 *            brackets do not end it); a match nearest to the quantity counts;
 * `clause`   anywhere in its clause; `lead` the sentence in front of its digits, hedge included;
 * `sentence` the whole sentence;
 * `header`   the headers and caption of its table cell; `section` the headings above it;
 * `unit`     the measure word as written, whole.
 */
export type Direction = 'after' | 'before' | 'clause' | 'lead' | 'sentence' | 'header' | 'section' | 'unit';

/** One pattern in one direction. */
export interface Condition {
  readonly direction: Direction;
  readonly pattern: RegExp;
  /** As the rule file has it. */
  readonly source: string;
}

/** A cue holds when all its conditions hold; the first one gives place and level. */
export interface Cue {
  readonly conditions: readonly [Condition, ...Condition[]];
  /** Only for quantities in one of these canonical units; null: any unit that the rule takes. */
  readonly units: ReadonlySet<string> | null;
  /** Only for numbers without a unit; other cues, headers apart, are not tried on those. */
  readonly bare?: boolean;
  /** Unit to supply to a number without one, instead of the rule's. */
  readonly unitWhenMissing?: string;
}

/** One indicator's rule file. */
export interface Rule {
  readonly id: string;
  readonly name: string;
  readonly core: boolean;
  readonly description: string | null;
  /** Decides between cues of the same level; higher first; 0 unless stated. */
  readonly priority: number;
  /** Canonical units that it takes. */
  readonly units: ReadonlySet<string>;
  /** Unit to supply where the text leaves it out; null: a number without a unit is not taken. */
  readonly unitWhenMissing: string | null;
  /** Canonical unit → the unit that this indicator is kept in (人次 → 次 for reads). */
  readonly convert: ReadonlyMap<string, string>;
  readonly cues: readonly Cue[];
  readonly not: readonly Cue[];
}

/** A rule that sets numbers aside. */
export interface Exclusion {
  readonly id: string;
  readonly kind: string;
  readonly cues: readonly Cue[];
  readonly not: readonly Cue[];
}

export interface StatisticRule {
  readonly statistic: Statistic;
  readonly cues: readonly Cue[];
}

/** One measure word as it is written. */
export interface UnitWord {
  readonly word: string;
  /** Canonical unit. */
  readonly unit: string;
  /** Value in the canonical unit of one of this word, as a decimal string; `1` almost always. */
  readonly factor: string;
  /** Not a measure word where one of these follows: 人 in 人民, 场 in 场所. */
  readonly notBefore?: readonly string[];
}

/** One division of GB/T 2260. */
export interface Division {
  /** Six digits. */
  readonly code: string;
  readonly name: string;
  /** The name without 省, 市, 县, …, and other names it goes by. */
  readonly aliases: readonly string[];
  /** Those of its names that other words are cut from too: they count only where what is above it is known. */
  readonly doubtful?: readonly string[];
  /** Code of the division above; null for provinces. */
  readonly parent: string | null;
  readonly level: 'province' | 'city' | 'county';
  /** Abolished divisions keep their code and name their heir. */
  readonly heir: string | null;
}

/** The towns, townships and streets of one county, or of a city that has no counties. */
export interface TownList {
  /** The division's code. */
  readonly division: string;
  /** With their rank words: 前童镇, 玉屏街道. */
  readonly names: readonly string[];
}

/** Logistic model: probability = 1 / (1 + e^-(intercept + Σ weights of the factors present)). */
export interface ConfidenceModel {
  readonly intercept: number;
  /** The fixed ones included. */
  readonly weights: ReadonlyMap<string, number>;
  /** Weights that were set by hand and that calibration leaves as they are: what no figure may be accepted with. */
  readonly fixed: ReadonlyMap<string, number>;
  /** Below this a figure needs review. */
  readonly reviewBelow: number;
}

/** What `context.json` holds. */
export interface ContextFile {
  readonly classes: readonly string[];
  /** Weights, here and below, are whole numbers that count in parts of `WEIGHT_PARTS`. */
  readonly intercepts: readonly number[];
  /** Feature → class (by its place), weight, class, weight, … */
  readonly features: Readonly<Record<string, readonly number[]>>;
}

export const WEIGHT_PARTS = 16;

/**
 * Multinomial logistic model over the features of a number's context. The weights of feature `i` stand at
 * `starts[i]` up to `starts[i + 1]`: `weights[j] × scale` for class `targets[j]`; a class that is not there has none.
 */
export interface ContextModel {
  /** Indicators and `NO_FIGURE`; empty: nothing was learnt. */
  readonly classes: readonly string[];
  readonly intercepts: Int8Array;
  readonly features: readonly string[];
  readonly starts: Uint32Array;
  readonly targets: Uint8Array;
  readonly weights: Int8Array;
  /** What the whole numbers of intercepts and weights count in. */
  readonly scale: number;
}

/** Conditional logistic model over the divisions that a report may be about: the weight of each cue of a division. */
export type RegionModel = ReadonlyMap<string, number>;

export interface RuleSet {
  /** First 12 hex digits of the SHA-256 of the files' contents, in order of their names. */
  readonly version: string;
  readonly rules: readonly Rule[];
  readonly exclusions: readonly Exclusion[];
  readonly statistics: readonly StatisticRule[];
  readonly units: readonly UnitWord[];
  /** Patterns of lines that are page furniture (views, fonts, copyright), tested on normalised lines. */
  readonly furniture: readonly RegExp[];
  /** Patterns of lines behind which links to other pages stand, line by line (相关阅读). */
  readonly links: readonly RegExp[];
  readonly divisions: readonly Division[];
  readonly towns: readonly TownList[];
  readonly confidence: ConfidenceModel;
  readonly context: ContextModel;
  readonly reportRegion: RegionModel;
}
