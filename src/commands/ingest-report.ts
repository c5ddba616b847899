/** What a run did → its summary on stderr: counts, every document that gave nothing and why, what to do next. */
import type { Diagnostic } from '../model.js';
import type { Summary } from '../store/index.js';
import type { FileResult } from '../workers/index.js';
import { formatDiagnostic } from './format-diagnostic.js';
import { say } from '../language/language.js';
import { databaseOption } from './shell-words.js';

/** Documents without figures that are listed by name. */
const LISTED = 20;

/** Counts a run, file by file. */
export class IngestReport {
  read = 0;
  unchanged = 0;
  failed = 0;
  figures = 0;
  needReview = 0;
  readMs = 0;
  extractMs = 0;
  storeMs = 0;
  /** Lines for documents that gave nothing; only the first are kept. */
  readonly #empty: string[] = [];
  #emptyCount = 0;

  constructor(readonly files: number) {}

  /** Files that are saved, or noted as unchanged. */
  get done(): number {
    return this.read + this.unchanged + this.failed;
  }

  add({ file, document, figures, diagnostics, timings }: FileResult): void {
    if (document) this.read++;
    else this.failed++;
    this.figures += figures.length;
    this.needReview += figures.filter((figure) => figure.needs_review).length;
    this.readMs += timings.read;
    this.extractMs += timings.extract;
    // A zip has no text of its own; what it holds is told file by file.
    if (figures.length > 0 || document?.format === 'zip') return;
    this.#emptyCount++;
    const reason = reasonOf(diagnostics);
    if (this.#empty.length < LISTED && reason) this.#empty.push(formatDiagnostic(file, reason));
  }

  /** For the run's row in the database. */
  counts(): Record<string, number> {
    const { files, read, unchanged, failed, figures, needReview } = this;
    const [readMs, extractMs, storeMs] = [this.readMs, this.extractMs, this.storeMs].map(Math.round);
    return { files, read, unchanged, failed, figures, needReview, readMs: readMs!, extractMs: extractMs!, storeMs: storeMs! }; // prettier-ignore
  }

  /** The summary, without what to do next. */
  describeRun(database: string): string[] {
    const { read, unchanged, failed, figures } = this;
    const done = say(
      {
        en: '{read} documents read, {unchanged} unchanged, {failed} failed; {figures} figures found',
        zh: '读取 {read} 份文件，未变 {unchanged} 份，失败 {failed} 份；得到数据 {figures} 条',
      },
      { read, unchanged, failed, figures },
    );
    if (this.#emptyCount === 0) return [done];
    const more = this.#emptyCount - this.#empty.length;
    return [
      ...this.#empty.map((line) => `  ${line}`),
      ...(more > 0
        ? [
            say(
              {
                en: '  and {more} more: see diagnostics in {database}',
                zh: '  另有 {more} 份，见 {database} 的 diagnostics 表',
              },
              { more, database },
            ),
          ]
        : []),
      done,
    ];
  }

  /** How far a run came that did not reach its end. */
  describeStop(): string {
    const text = {
      en: 'stopped after {done} of {files} files; those are saved, and the same command goes on with the rest',
      zh: '已停止：{files} 个文件中的 {done} 个已保存，再次运行同一命令即可继续',
    };
    return say(text, { done: this.done, files: this.files });
  }
}

/** Reports that repeat or contradict one another, where there are any. */
export function describeBetweenReports({ duplicates, conflicts, unplaced }: Summary, path: string): string[] {
  const database = databaseOption(path);
  const lines: string[] = [];
  if (duplicates > 0) {
    const text = {
      en: '{duplicates} reports repeat another one and are left out: huibao query --show reposts{database}',
      zh: '{duplicates} 份报告与其他报告重复，不计入：huibao query --show reposts{database}',
    };
    lines.push(say(text, { duplicates, database }));
  }
  if (conflicts > 0) {
    const text = {
      en: '{conflicts} pairs of figures cannot both be right: huibao query --show conflicts{database}',
      zh: '{conflicts} 对数据互相矛盾：huibao query --show conflicts{database}',
    };
    lines.push(say(text, { conflicts, database }));
  }
  if (unplaced > 0) {
    const text = {
      en: '{unplaced} decisions have no figure any longer; they are listed by: huibao review{database}',
      zh: '{unplaced} 条审核记录已找不到对应数据，见：huibao review{database}',
    };
    lines.push(say(text, { unplaced, database }));
  }
  return lines;
}

/** What to do after a run that reached its end. */
export function describeNextStep({ figures, needReview }: Summary, path: string): string {
  const database = databaseOption(path);
  const text =
    needReview > 0
      ? {
          en: '{needReview} figures need review (a repeated report counts once): huibao review{database}',
          zh: '{needReview} 条数据待核（重复报告只计一次）：huibao review{database}',
        }
      : {
          en: '{figures} figures in the database: huibao query{database}',
          zh: '数据库中共有 {figures} 条数据：huibao query{database}',
        };
  return say(text, { figures, needReview, database });
}

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** Of several diagnostics the one that tells best why there is nothing. */
function reasonOf(diagnostics: readonly Diagnostic[]): Diagnostic | undefined {
  const why = (code: string): number => Number(!code.startsWith('document-') && code !== 'text-garbled');
  return [...diagnostics].sort((a, b) => why(a.code) - why(b.code) || RANK[a.severity] - RANK[b.severity])[0];
}
