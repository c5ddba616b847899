/** Reads files and folders into the database: what is new or changed, one transaction for all that has come. */
import { printable } from './print-rows.js';
import { dirname, resolve } from 'node:path';
import type { RuleSet } from '../model.js';
import {
  beginRun, diagnosticsOf, documentState, finishRun, noteFile, openStore, saveCatalogue, saveDocument, saveFailure, StoreError, summary,
  type Run, type RunStatus, type Store,
} from '../store/index.js'; // prettier-ignore
import {
  failed,
  hashFile,
  inOrder,
  pack,
  ReadingPool,
  packRules,
  unpack,
  type FileResult,
  type PackedResult,
  type PackedRules,
} from '../workers/index.js';
import { systemClock, type Clock } from './clock.js';
import { describePassedOver, findFiles, type FoundFile, type FoundFiles } from './find-files.js';
import { describeBetweenReports, describeNextStep, IngestReport } from './ingest-report.js';
import { findHolders, findMembers } from './find-members.js';
import { interruptible, INTERRUPTED } from './interruption.js';
import { circumstances, countAttempts, passOver } from './passed-over.js';
import { Progress } from './progress.js';
import { readFound } from './read-found.js';
import { parseLimits, type ReadingOptions } from './reading-options.js';

interface IngestOptions extends ReadingOptions {
  readonly db: string;
  /** Try again what is passed over otherwise. */
  readonly retry?: boolean;
}

/** All that a run works with. */
interface Work extends FoundFiles {
  readonly store: Store;
  readonly pool: ReadingPool;
  readonly ruleSet: RuleSet;
  readonly options: IngestOptions;
  /** Documents with pages that an earlier run left to OCR, and that this run can read. */
  readonly leftUnread: ReadonlySet<string>;
  /** Program, rules and limits, as attempts at documents are counted by. */
  readonly circumstances: string;
  readonly clock: Clock;
}

/** Either read, or as the database has it already. */
type Outcome =
  | { readonly packed: PackedResult; readonly content: FileResult['content'] }
  | { readonly unchanged: string; readonly file: string };

/** What SQLite keeps beside a database while it is open. */
const DATABASE_FILES = ['', '-wal', '-shm', '-journal'];

export default async function ingest(paths: readonly string[], options: IngestOptions): Promise<number> {
  const limits = parseLimits(options);
  const database = resolve(options.db);
  const skip = DATABASE_FILES.map((suffix) => `${database}${suffix}`);
  const given = findFiles(paths, { base: dirname(database), skip, bytes: limits.file.bytes });
  const holders = findHolders(given.files);
  const workers = holders.size > 0 ? limits.workers : Math.min(limits.workers, given.files.length);
  const pool = new ReadingPool({ ...limits, workers });
  try {
    const { files, passedOver } = await findMembers(given, holders, pool);
    // Loaded while the workers start.
    const { loadRules } = await import('./load-rules.js');
    const ruleSet = await loadRules(options.rules);
    const store = openStore(options.db, { create: true });
    const work = {
      ...{ files, passedOver, store, pool, ruleSet, options, clock: systemClock },
      leftUnread: options.ocr ? findLeftUnread(store) : new Set<string>(),
      circumstances: circumstances(ruleSet.version, limits),
    };
    const code = await run(work).catch((error: unknown) => {
      ignoringStore(() => store.close());
      throw error;
    });
    store.close();
    return code;
  } finally {
    await pool.close();
  }
}

async function run(work: Work): Promise<number> {
  const { files, store, ruleSet, options, clock } = work;
  const ruleVersion = ruleSet.version;
  saveCatalogue(store, {
    ruleVersion,
    indicators: ruleSet.rules,
    regions: ruleSet.divisions,
    units: ruleSet.units,
  });
  const { rules = [], concurrency = null, retry = false, ocr, timeout, silence, memory } = options;
  const { maxSize, maxPages, maxUnpacked, maxRatio } = options;
  const asked = {
    ...{ rules, concurrency, retry, ocr, timeout, silence, memory, maxSize, maxPages, maxUnpacked, maxRatio },
    files: files.length,
  };
  const documents = files.length;
  const begun = beginRun(store, { startedAt: clock.now(), ruleVersion, options: asked, documents });
  const report = new IngestReport(files.length);
  const finish = (status: RunStatus): void =>
    finishRun(store, begun, { finishedAt: clock.now(), status, counts: report.counts() });
  try {
    const stopped = await interruptible(async (signal) => {
      await readAll(work, begun, report, signal);
      return signal.aborted && report.done < files.length;
    });
    finish(stopped ? 'interrupted' : report.failed > 0 ? 'partial' : 'done');
    return conclude(work, report, stopped);
  } catch (error) {
    store.checkFile();
    process.stderr.write(`${report.describeStop()}\n`);
    // Where this fails too, the next run marks this one.
    ignoringStore(() => finish('failed'));
    throw error;
  }
}

const findLeftUnread = (store: Store): ReadonlySet<string> =>
  new Set(
    [...diagnosticsOf(store, { code: 'pages-left-unread' })].flatMap(({ document_id: id }) => id ?? []),
  );

/** Does what a broken database may refuse; the error that came first is the one to tell. */
function ignoringStore(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}

/** Reads the files in order and saves what has come, in one transaction; ends early on `signal`, between two of them. */
async function readAll(work: Work, begun: Run, report: IngestReport, signal: AbortSignal): Promise<void> {
  const { files, store, pool, ruleSet, clock } = work;
  const rules = packRules(ruleSet);
  const progress = new Progress(files.length, clock, () => pool.longest);
  try {
    for await (const outcomes of inOrder(files, (file) => readUnlessKnown(work, file, rules), signal)) {
      store.checkFile();
      const before = clock.elapsed();
      // a transaction for each document would write many pages anew: half of all that saving costs
      const results = store.transaction(() => outcomes.map((outcome) => keep(work, begun, outcome)));
      for (const result of results) {
        if ('unchanged' in result) report.unchanged++;
        else report.add(result);
        progress.step(result.file);
      }
      report.storeMs += clock.elapsed() - before;
    }
  } finally {
    progress.end();
  }
}

/** Skips bytes that this rule set has read well before; what failed is tried again, but for what breaks its reader each time. */
async function readUnlessKnown(
  { store, pool, ruleSet, options, leftUnread, circumstances }: Work,
  found: FoundFile,
  rules: PackedRules,
): Promise<Outcome> {
  const content = found.content ?? (found.problem ? null : await hashFile(found.path, found.bytes));
  const known = content && documentState(store, content.id);
  const isRead = known && known.status !== 'failed' && !leftUnread.has(content.id);
  if (isRead && known.ruleVersion === ruleSet.version) return { unchanged: content.id, file: found.file };
  const passedOver = known && !options.retry && passOver(store, content.id, circumstances);
  if (passedOver) return { packed: pack(failed(found.file, content, passedOver)), content };
  return { packed: await readFound(pool, found, rules), content };
}

/** Saves what came of a file. */
function keep(work: Work, run: Run, outcome: Outcome): FileResult | Extract<Outcome, { unchanged: string }> {
  if ('unchanged' in outcome) {
    noteFile(work.store, run, outcome.file, outcome.unchanged);
    return outcome;
  }
  const result = unpack(outcome.packed);
  // A worker that was stopped can not tell what it was reading.
  save(work, run, { ...result, content: result.content ?? outcome.content });
  return result;
}

function save({ store, ruleSet, circumstances }: Work, run: Run, result: FileResult): void {
  const { file, content, document, reports, figures, diagnostics } = result;
  const ruleVersion = ruleSet.version;
  if (!document) {
    saveFailure(store, {
      ...{ run, file, ruleVersion },
      content: content && { ...content, format: null },
      diagnostics: content ? countAttempts(store, content.id, circumstances, diagnostics) : diagnostics,
    });
    return;
  }
  const status = document.text.trim() === '' ? 'empty' : 'ok';
  const { bytes } = content!;
  saveDocument(store, {
    run,
    file,
    document: { ...document, bytes },
    status,
    ruleVersion,
    reports,
    figures,
    diagnostics,
  });
}

function conclude({ store, options, passedOver }: Work, report: IngestReport, stopped: boolean): number {
  const found = summary(store);
  const last = stopped
    ? [report.describeStop()]
    : [...describeBetweenReports(found, options.db), describeNextStep(found, options.db)];
  const lines = [...report.describeRun(options.db), ...describePassedOver(passedOver), ...last];
  process.stderr.write(lines.map((line) => `${printable(line)}\n`).join(''));
  return stopped ? INTERRUPTED : report.failed > 0 ? 1 : 0;
}
