/** The review page as a person meets it: the built command, a database of reports, and a real Chromium before them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { launchChromium } from '../../bench/chromium.mjs';
import { CLI, folderOf, huibao } from '../commands/huibao.js';

export { findChromium } from '../../bench/chromium.mjs';

let browser: Browser | null = null;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => await browser?.close());

export interface Server {
  readonly link: string;
  /** Ends it as Ctrl-C does. */
  stop: () => Promise<void>;
}

/** A folder with these reports and a database of them. */
export async function reportsIn(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = folderOf(files);
  await ingest(folder);
  return folder;
}

export async function ingest(folder: string, ...more: readonly string[]): Promise<string> {
  return (await huibao(['ingest', '.', ...more], { cwd: folder })).stderr;
}

/** Starts `huibao review` in the folder; ended with the test. */
export async function startReview(folder: string, who = '王芳', port?: string): Promise<Server> {
  const more = port === undefined ? [] : ['--port', port];
  const child = spawn(process.execPath, [CLI, 'review', '--no-open', '--who', who, ...more], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [link] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  onTestFinished(async () => await end(child));
  return { link: link.trim(), stop: async () => await end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGINT');
  await closed;
}

/** The page of a server, with a figure on screen; anything that the page complains of fails the test. */
export async function openPage(
  { link }: Server,
  options: BrowserContextOptions = {},
  { path = '' }: { readonly path?: string } = {},
): Promise<Page> {
  const context = await browser!.newContext({
    locale: 'zh-CN',
    viewport: { width: 1400, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const EXPECTED = /Failed to load resource|Content Security Policy/;
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // that something was refused is what some tests are about
    if (message.type() === 'error' && !EXPECTED.test(message.text())) complaints.push(message.text());
  });
  onTestFinished(async () => {
    await context.close();
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
  });
  await page.goto(link);
  if (path !== '') await page.goto(new URL(path, link).href);
  return page;
}

/** The figure on screen, by the words in which its number is written. */
export const shownExact = async (page: Page): Promise<string> =>
  (await page.locator('.source [data-current]').first().textContent()) ?? '';

/** Until nothing that was decided is on its way any longer. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.pending').waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
}
