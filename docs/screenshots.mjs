/**
 * Makes the pictures in this folder, of the review page and of comparisons, from the sample reports. Needs a build, Chromium and a
 * Chinese font.
 *
 *     node docs/screenshots.mjs
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';
import { launchChromium } from '../bench/chromium.mjs';
import { inProject, runNode, temporaryFolder } from '../bench/measure.mjs';

/** The report and the number that the pictures show. */
const REPORT = 'civic-office-three-cities.docx';
const NUMBER = '342';

const REVIEW = [
  { name: 'review-zh', width: 1400, height: 900, colorScheme: 'light', locale: 'zh-CN' },
  { name: 'review-en-dark', width: 1400, height: 900, colorScheme: 'dark', locale: 'en-GB' },
  { name: 'review-narrow', width: 390, height: 844, colorScheme: 'light', locale: 'zh-CN' },
];

/** The city and the number that the compare page shows. */
const CITY = '511900';
const CONTRADICTED = '5,310';

const COMPARE = [
  { name: 'compare-page-zh', width: 1400, height: 760, colorScheme: 'light', locale: 'zh-CN' },
];

const cli = inProject('dist/cli.js');
const folder = temporaryFolder();
const samples = join(folder, 'samples');
cpSync(inProject('docs/samples'), samples, { recursive: true });

const reports = join(folder, 'reports');
mkdirSync(reports);
for (const name of readdirSync(inProject('fixtures'))) {
  const docx = inProject(`fixtures/${name}/input.docx`);
  if (existsSync(docx)) copyFileSync(docx, join(reports, `${name}.docx`));
}
await withPage(reports, 'huibao.sqlite', async (browser, link) => {
  for (const picture of REVIEW) await takeReview(browser, link, picture);
});
await withPage(samples, 'samples.sqlite', async (browser, link) => {
  for (const picture of COMPARE) await takeCompare(browser, link, picture);
});
await draw('en_US.UTF-8', 'compare-bars-en', '--indicator', 'volunteers');
await draw('zh_CN.UTF-8', 'compare-map-zh');

/** The folder in, its reports in a database, and the review server over it for as long as `work` takes. */
async function withPage(from, name, work) {
  const database = join(folder, name);
  await runNode([cli, 'ingest', from, '--db', database], folder);
  const server = spawn(process.execPath, [cli, 'review', '--db', database, '--no-open', '--who', '王芳'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [link] = await once(server.stdout.setEncoding('utf8'), 'data');
  const browser = await launchChromium();
  try {
    await work(browser, link.trim());
  } finally {
    await browser.close();
    server.kill('SIGINT');
  }
}

async function open(browser, link, { width, height, ...look }) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1.5, ...look });
  await page.goto(link);
  return page;
}

async function save(page, name) {
  await page.waitForLoadState('networkidle');
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: pictureOf(name) });
  await page.close();
}

async function takeReview(browser, link, { name, ...look }) {
  const page = await open(browser, link, look);
  const { figures } = await page.evaluate(
    "fetch('/api/queue?status=all&limit=500').then((answer) => answer.json())",
  );
  const figure = figures.find(({ file, exact }) => file.endsWith(REPORT) && exact === NUMBER);
  await page.goto(`${new URL(page.url()).origin}/?status=open#figure=${figure.figure_id}`);
  await page.waitForSelector('.source .hl-unit');
  await save(page, name);
}

async function takeCompare(browser, link, { name, ...look }) {
  const page = await open(browser, link, look);
  await page.goto(`${new URL(page.url()).origin}/compare?region=${CITY}`);
  await page.locator('.cell', { hasText: CONTRADICTED }).click();
  await page.waitForSelector('.quoted mark');
  await save(page, name);
}

/** A picture of the five counties of the samples. */
async function draw(locale, name, ...more) {
  const database = join(folder, 'samples.sqlite');
  const asked = ['--region', CITY, '--to', '2023-12-31', '--width', '800', ...more];
  const options = { env: { ...process.env, LC_ALL: locale }, stdio: ['ignore', 'ignore', 'inherit'] };
  const args = [cli, 'compare', '--db', database, ...asked, '--out', pictureOf(name), '--force'];
  const [code] = await once(spawn(process.execPath, args, options), 'close');
  if (code !== 0) throw new Error(`${name} was not drawn`);
}

function pictureOf(name) {
  return fileURLToPath(new URL(`${name}.png`, import.meta.url));
}
