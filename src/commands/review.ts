/** `huibao review`: serves the review page over a database, on this machine only, until Ctrl-C. */
import { serve } from '@hono/node-server';
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { userInfo } from 'node:os';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeDiagnostic } from '../diagnostics.js';
import { inLanguage, say } from '../language/language.js';
import { createReviewApp } from '../review/app.js';
import { BUSY_MS } from '../review/when-free.js';
import { openStore, ReviewOrder, type Store } from '../store/index.js';
import { systemClock } from './clock.js';
import { formatFigure } from './format-explanation.js';
import { interruptible } from './interruption.js';
import { loadRules } from './load-rules.js';
import { openInBrowser } from './open-in-browser.js';
import { printable } from './print-rows.js';
import { DocumentsAtHand } from './documents-at-hand.js';
import { reviewWords } from './review-words.js';
import { ComparisonThread } from '../workers/index.js';
import { UsageError } from './usage-error.js';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

export interface ReviewCommandOptions {
  readonly db: string;
  readonly rules?: readonly string[];
  readonly who?: string;
  readonly port?: string;
  readonly open: boolean;
}

const LOOPBACK = '127.0.0.1';

/** @returns 0 when it was ended by Ctrl-C */
export default async function review(options: ReviewCommandOptions): Promise<number> {
  const port = parsePort(options.port);
  const store = openStore(options.db);
  try {
    await interruptible(async (signal) => {
      await serveUntil(signal, store, options, port);
    });
  } finally {
    store.close();
  }
  return 0;
}

function parsePort(given: string | undefined): number {
  if (given === undefined) return 0;
  const port = Number(given);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new UsageError(
    say(
      {
        en: '--port takes a number from 1 to 65535, not {given}',
        zh: '--port 应为 1 到 65535 的整数，而不是 {given}',
      },
      { given },
    ),
  );
}

async function serveUntil(
  signal: AbortSignal,
  store: Store,
  options: ReviewCommandOptions,
  wanted: number,
): Promise<void> {
  const ruleSet = await loadRules(options.rules);
  const { rules } = ruleSet;
  store.waitAtMost(BUSY_MS);
  const documents = new DocumentsAtHand(store, ruleSet, dirname(resolve(options.db)));
  const comparisons = new ComparisonThread(resolve(options.db));
  const order = new ReviewOrder(store);
  order.refresh();
  const token = randomBytes(24).toString('base64url');
  let port = wanted;
  const app = createReviewApp({
    store,
    order,
    reviewer: options.who ?? userInfo().username,
    version,
    token,
    port: () => port,
    pdfjs: dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
    page: fileURLToPath(new URL('../review/page', import.meta.url)),
    now: () => systemClock.now(),
    ask: documents.ask,
    askComparison: comparisons.ask,
    formatDerivation: (figure, file, language) =>
      inLanguage(language, () => printable(formatFigure(figure, file))),
    words: (language) => inLanguage(language, () => reviewWords({ rules })),
    describe: (diagnostic, language) => describeDiagnostic({ ...diagnostic, place: null }, language),
  });
  const server = serve({ fetch: app.fetch, hostname: LOOPBACK, port: wanted });
  await listening(server, wanted);
  port = (server.address() as AddressInfo).port;
  announce(order, `http://${LOOPBACK}:${port}/?token=${token}`, options.open);
  await new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
  await Promise.all([documents.close(), comparisons.close()]);
  await new Promise<void>((closed) => {
    server.close(() => closed());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}

type Server = ReturnType<typeof serve>;

/** Waits until the server listens; a port that is taken is told as wrong use. */
async function listening(server: Server, wanted: number): Promise<void> {
  await new Promise<void>((done, failed) => {
    server.once('listening', done);
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new UsageError(
              say({ en: 'port {port} is not free', zh: '端口 {port} 不可用' }, { port: wanted }),
              say({ en: 'give another one, or leave --port out', zh: '请换一个端口，或不指定 --port' }),
            )
          : error,
      ),
    );
  });
}

/** The link goes to standard output, so that it can be taken from there; the rest is talk. */
function announce(order: ReviewOrder, link: string, open: boolean): void {
  const { total, done } = order.progress({ status: 'open' });
  process.stdout.write(`${link}\n`);
  const lines = [
    say({ en: '{count} figures wait for review', zh: '{count} 条数据待审核' }, { count: total - done }),
    say({
      en: 'the page is open to this machine only, and to those who have the link; Ctrl-C ends it',
      zh: '此页面只能在本机凭上面的链接打开；按 Ctrl-C 结束',
    }),
  ];
  process.stderr.write(lines.map((line) => `${line}\n`).join(''));
  if (open) openInBrowser(link);
}
