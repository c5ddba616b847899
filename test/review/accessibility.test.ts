import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findChromium, openPage, reportsIn, startReview } from './browser.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const REPORT = `共青团淮安市委员会疫情防控志愿服务情况汇报
截至2022年3月31日，全市共招募青年志愿者近6000名，累计服务4.2万小时。
全市参加捐款的职工8600人，登记在册骨干420人，走访慰问86户。
涟水县有志愿者X名。此外另有312人待命，计划再招募志愿者500名。`;
const OTHER = '苏州市红十字会工作情况\n登记在册骨干421人。登记在册骨干422人。';
/** Shown in several parts. */
const LONG = Array.from(
  { length: 600 },
  (_, i) => `组织志愿者${1000 + i}名，服务时长${2000 + i}小时；计划再招募${3000 + i}名。`,
).join('\n');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe-core finds wrong with the page as it is now: rule and the first place. */
async function violations(page: Page): Promise<string[]> {
  // evaluated by the browser's debugger: the page's own policy would not let it in
  await page.evaluate(AXE);
  const { violations: found } = await page.evaluate<{ readonly violations: readonly Violation[] }>(
    "axe.run({ resultTypes: ['violations'] })",
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
}

/** The id of the only PDF. */
const pdfOf = async (page: Page): Promise<string> =>
  await page.evaluate<string>(
    "fetch('/api/documents?q=.pdf').then((answer) => answer.json()).then(({ documents }) => documents[0].id)",
  );

/** Where a figure is shown that others are like. */
const alikePath = async (page: Page): Promise<string> =>
  await page.evaluate<string>(`(async () => {
    const get = async (path) => (await fetch('/api/' + path)).json();
    const { figures } = await get('queue?status=open');
    const details = await Promise.all(figures.map(({ figure_id }) => get('figures/' + figure_id)));
    return '/#figure=' + details.find(({ alike }) => alike.length > 1).found.figure_id;
  })()`);

/** The compare page as a table, with cells open, as pictures, with conflicts, and with nothing to compare. */
const COMPARISONS = [
  ...[
    '',
    '&level=province',
    '&region=320000',
    '&indicator=volunteers',
    '&from=1990-01-01&to=1990-02-01&window=',
  ],
  ...['&indicator=volunteers&level=city#cell=320800-0', '&region=320000#cell=320500-0'],
  ...['&show=bars', '&show=heat', '&show=trend', '&show=conflicts'],
];

/** Keys that open a dialog, from the queue. */
const DIALOGS = ['c', 'r', 'g', '?'];

describe.skipIf(findChromium() === undefined).each([
  { width: 1400, colorScheme: 'light', locale: 'zh-CN' },
  { width: 900, colorScheme: 'dark', locale: 'en-GB' },
  { width: 360, colorScheme: 'light', locale: 'en-GB' },
  { width: 360, colorScheme: 'dark', locale: 'zh-CN' },
] as const)(
  'at $width pixels, $colorScheme, $locale, axe finds nothing wrong',
  ({ width, colorScheme, locale }) => {
    test('with the queue, its dialogs and the other pages', async () => {
      const pdf = readFileSync(
        resolve(import.meta.dirname, '../../fixtures/youth-league-city-chrome/input.pdf'),
      );
      const folder = await reportsIn({ 'a.txt': REPORT, 'b.txt': OTHER, 'c.pdf': pdf, 'long.txt': LONG });
      const page = await openPage(await startReview(folder), {
        viewport: { width, height: 800 },
        colorScheme,
        locale,
      });
      await page.waitForSelector('.panel');
      await page.waitForSelector('.source .hl-unit');
      expect(await violations(page)).toEqual([]);
      await page.goto(new URL(await alikePath(page), page.url()).href);
      await page.locator('.action[aria-keyshortcuts=g]:enabled').waitFor();
      for (const key of DIALOGS) {
        await page.keyboard.press(key);
        await page.waitForSelector('dialog[open]');
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await page.locator('dialog[open]').waitFor({ state: 'detached' });
      }
      await page.goto(`${new URL(page.url()).origin}/?status=all&document=${await pdfOf(page)}`);
      await page.waitForSelector('.panel');
      await page.keyboard.press('p');
      await page.waitForSelector('.sheet[data-state=drawn]');
      expect(await violations(page)).toEqual([]);
      const { origin } = new URL(page.url());
      for (const path of COMPARISONS) {
        await page.goto(`${origin}/compare?window=73050${path}`);
        await page.waitForSelector('[data-drawn=true], .matrix, .compare .state, .big, .cell-why');
        await page.waitForLoadState('networkidle');
        expect([path, await violations(page)]).toEqual([path, []]);
      }
      for (const path of ['/documents', '/search?q=志愿', '/unplaced']) {
        await page.goto(`${origin}${path}`);
        await page.waitForLoadState('networkidle');
        expect([path, await violations(page)]).toEqual([path, []]);
      }
      await page.goto(`${origin}/documents`);
      await page.locator('main a').first().click();
      await page.waitForSelector('.source');
      await page.waitForLoadState('networkidle');
      expect(await violations(page)).toEqual([]);
      await page.goto(`${origin}/documents`);
      await page.locator('main a', { hasText: 'long.txt' }).click();
      await page.waitForSelector('.source .mark-set-aside');
      await page.locator('.source [data-line]').nth(599).waitFor({ state: 'attached' });
      await page.waitForLoadState('networkidle');
      expect(await violations(page)).toEqual([]);
    });
  },
);
