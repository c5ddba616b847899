/** A review server over a database of texts, without a port: requests go in as the page makes them. */
import { builtInRules, createEngine, extract, loadRuleSet, type Engine } from '../../src/index.js';
import { documentOfText } from '../../src/read/source-document.js';
import { createReviewApp } from '../../src/review/app.js';
import { Comparisons } from '../../src/review/comparisons.js';
import { answerFrom, toReadDocument, type Ask } from '../../src/review/questions.js';
import {
  beginRun,
  openStore,
  ReviewOrder,
  saveCatalogue,
  saveDocument,
  type Run,
  type Store,
} from '../../src/store/index.js';
import { join } from 'node:path';
import { closing, sha256, temporaryFolder } from '../store/fixtures.js';

export const TOKEN = 'token';
export const HOST = '127.0.0.1:4711';

let made: Engine | null = null;
const engine = (): Engine => (made ??= createEngine(loadRuleSet([builtInRules()], { checkExamples: false })));

export interface Review {
  readonly store: Store;
  /** A GET of the API, parsed. */
  get: (path: string) => Promise<{ readonly status: number; readonly body: unknown }>;
  post: (path: string, body?: unknown) => Promise<{ readonly status: number; readonly body: unknown }>;
}

/** Extracts the texts into a new database; the names of their files are the keys. */
export function newReview(texts: Readonly<Record<string, string>>, reviewer = '王芳'): Review {
  const store = closing(openStore(join(temporaryFolder(), 'reports.sqlite'), { create: true }));
  const { ruleSet } = engine();
  saveCatalogue(store, {
    ruleVersion: ruleSet.version,
    indicators: ruleSet.rules,
    regions: ruleSet.divisions,
    units: ruleSet.units,
  });
  const run = beginRun(store, {
    startedAt: '2026-01-01T00:00:00.000Z',
    ruleVersion: ruleSet.version,
    options: {},
  });
  for (const [file, text] of Object.entries(texts)) saveText(store, run, file, text);
  return reviewOver(store, reviewer);
}

function saveText(store: Store, run: Run, file: string, text: string): void {
  const document = { ...documentOfText(text), id: sha256(text) };
  const { figures, reports, diagnostics } = extract(document, file, engine());
  saveDocument(store, {
    run,
    file,
    document: { ...document, bytes: Buffer.byteLength(text) },
    status: 'ok',
    ruleVersion: engine().ruleSet.version,
    reports: reports.map(({ index, title, issuer, region, date, span }) => ({
      report: index, title, issuer, date, region_code: region.code, region_name: region.name, region_method: region.method,
      start: span.start, end: span.end, content_hash: null, sketch: null,
    })), // prettier-ignore
    figures: figures.map(({ record }) => record),
    diagnostics,
  });
}

/** Reads documents and answers in this thread, from their stored texts. */
const askHere =
  (store: Store): Ask =>
  async (id, question, ...given) => {
    const stored = store.get<{ text: string; file: string }>(
      'SELECT text, file FROM documents WHERE id = :id',
      { id },
    );
    if (!stored) return null;
    const extraction = extract({ ...documentOfText(stored.text), id }, stored.file, engine());
    return await Promise.resolve(answerFrom(toReadDocument(null, extraction, engine()), question, given));
  };

/** The server for one person over an open database. */
export function reviewOver(store: Store, reviewer: string): Review {
  let clock = Date.parse('2026-02-01T00:00:00.000Z');
  const order = new ReviewOrder(store);
  order.refresh();
  const comparisons = new Comparisons(store);
  const app = createReviewApp({
    store,
    order,
    reviewer,
    version: '0',
    token: TOKEN,
    port: () => 4711,
    page: '/nowhere',
    pdfjs: '/nowhere',
    now: () => new Date((clock += 1000)).toISOString(),
    ask: askHere(store),
    askComparison: (request) => Promise.resolve(comparisons.answer(request)),
    formatDerivation: ({ figure }, file, language) => `${language} ${file} ${figure.indicator}`,
    words: (language) => ({ 'cue-far': language }),
    describe: ({ message, hint }) => ({ message, hint }),
  });
  const headers = { host: HOST, origin: `http://${HOST}`, cookie: `huibao-4711=${TOKEN}` };
  const ask = async (path: string, init: RequestInit) => {
    const answer = await app.request(`/api${path}`, init);
    return { status: answer.status, body: await answer.json() };
  };
  return {
    store,
    get: (path) => ask(path, { headers }),
    post: (path, body) =>
      ask(path, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}
