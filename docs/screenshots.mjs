/**
 * Makes the pictures of the review page in this folder, from the sample reports. Needs a build, Chromium and a Chinese font.
 *
 *     node docs/screenshots.mjs
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';
import { launchChromium } from '../bench/chromium.mjs';
import { inProject, runNode, temporaryFolder } from '../bench/measure.mjs';

/** The report and the number that the pictures show. */
const REPORT = 'civic-office-three-cities.docx';
const NUMBER = '342';

const PICTURES = [
  { name: 'review-zh', width: 1400, height: 900, colorScheme: 'light', locale: 'zh-CN' },
  { name: 'review-en-dark', width: 1400, height: 900, colorScheme: 'dark', locale: 'en-GB' },
  { name: 'review-narrow', width: 390, height: 844, colorScheme: 'light', locale: 'zh-CN' },
];

const cli = inProject('dist/cli.js');
const folder = temporaryFolder();
const reports = join(folder, 'reports');
mkdirSync(reports);
for (const name of readdirSync(inProject('fixtures'))) {
  const docx = inProject(`fixtures/${name}/input.docx`);
  if (existsSync(docx)) copyFileSync(docx, join(reports, `${name}.docx`));
}
const database = join(folder, 'huibao.sqlite');
await runNode([cli, 'ingest', reports, '--db', database], folder);

const server = spawn(process.execPath, [cli, 'review', '--db', database, '--no-open', '--who', '王芳'], {
  stdio: ['ignore', 'pipe', 'ignore'],
});
const [link] = await once(server.stdout.setEncoding('utf8'), 'data');
const browser = await launchChromium();
try {
  for (const picture of PICTURES) await take(picture);
} finally {
  await browser.close();
  server.kill('SIGINT');
}

async function take({ name, width, height, ...look }) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1.5, ...look });
  await page.goto(link.trim());
  const { origin } = new URL(page.url());
  const { figures } = await page.evaluate(
    "fetch('/api/queue?status=all&limit=500').then((answer) => answer.json())",
  );
  const figure = figures.find(({ file, exact }) => file.endsWith(REPORT) && exact === NUMBER);
  const address = `${origin}/?status=open#figure=${figure.figure_id}`;
  await page.goto(address);
  await page.waitForSelector('.source .hl-unit');
  await page.waitForLoadState('networkidle');
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, import.meta.url)) });
  await page.close();
}
