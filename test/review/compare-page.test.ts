import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findChromium, openPage, reportsIn, startReview } from './browser.js';

const report = (city: string, day: string, volunteers: string, hours: string): string =>
  `共青团${city}委员会疫情防控志愿服务情况汇报\n截至${day}，全市累计招募青年志愿者${volunteers}名，累计服务${hours}小时。`;

const REPORTS = {
  'suzhou.txt': report('苏州市', '2022年3月31日', '8600', '4.2万'),
  'suzhou-before.txt': report('苏州市', '2022年2月28日', '5100', '2.1万'),
  'huaian.txt': report('淮安市', '2022年3月31日', '近6000', '9000'),
  'huaian-again.txt': report('淮安市', '2022年3月31日', '3100', '9000'),
  'nanjing.txt': report('南京市', '2022年3月31日', 'X', '7万'),
  'nanjing-before.txt': report('南京市', '2021年3月31日', '1200', '3万'),
};

const opened = async (path = '', options = {}): Promise<Page> =>
  await openPage(await startReview(await reportsIn(REPORTS)), options, { path });
const pathOf = (page: Page): string => {
  const { pathname, search, hash } = new URL(page.url());
  return decodeURIComponent(pathname + search + hash);
};
const column = async (page: Page, index: number): Promise<string[]> =>
  await page
    .locator(
      `.matrix tbody td:nth-of-type(${index}) .amount, .matrix tbody td:nth-of-type(${index}) .cell-gap`,
    )
    .allInnerTexts();
const names = async (page: Page): Promise<string[]> => await page.locator('.matrix tbody th').allInnerTexts();

describe.skipIf(findChromium() === undefined)('the compare page', () => {
  test('is chosen from the header; a cell leads to its sentence in the review, and back', async () => {
    const page = await opened();
    await page.waitForSelector('.panel');
    await page.getByRole('link', { name: '对比', exact: true }).click();
    await page.waitForSelector('.matrix');
    expect(pathOf(page)).toBe('/compare');
    await page.locator('.picker summary').click();
    // the core ones are ticked; only volunteers are left
    const others = page.locator('.picker-list label:not(:has-text("志愿者人数")) :checked');
    for (let left = await others.count(); left > 0; left -= 1) {
      await others.first().uncheck();
      await expect.poll(async () => await others.count()).toBe(left - 1);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: '范围' }).fill('江苏');
    await page.locator('.suggestions li').first().click();
    await page.waitForURL(/region=320000/);
    await page.locator('.matrix tbody tr').nth(12).waitFor();
    const asked = pathOf(page);
    expect(asked).toBe('/compare?indicator=volunteers&region=320000');
    expect((await names(page)).slice(0, 2)).toEqual(['苏州市', '淮安市']);
    await page.locator('.cell', { hasText: '6,000' }).click();
    await page.waitForSelector('.quoted mark');
    expect(pathOf(page)).toBe(`${asked}#cell=320800-0`);
    expect(await page.locator('.compare-panel .big').innerText()).toContain('6,000');
    expect(await page.locator('.quoted mark').allInnerTexts()).toEqual(['6000', '3100']);
    const quotes = await page.locator('.quoted .quote').allInnerTexts();
    expect(quotes[0]).toContain('全市累计招募青年志愿者近6000名');
    expect(await page.locator('.compare-panel .warning').innerText()).toContain('同日数据不一致');
    await page.locator('.quoted-links a').first().click();
    await page.waitForSelector('.source [data-current]');
    expect(await page.locator('.source [data-current]').first().innerText()).toBe('6000');
    await page.goBack();
    await page.waitForSelector('.quoted mark');
    await page.goBack();
    await page.locator('.compare-panel').waitFor({ state: 'detached' });
    expect(pathOf(page)).toBe(asked);
  });

  test('sorts by any column, with gaps and why they are there', async () => {
    const page = await opened('/compare?region=320000&indicator=volunteers&indicator=service_hours');
    await page.waitForSelector('.matrix');
    expect((await column(page, 1)).slice(0, 3)).toEqual(['8,600', '3,100–6,000 !', '已隐去']);
    await page.locator('.matrix thead a').nth(2).click();
    await page.waitForURL(/sort=1-down/);
    expect((await names(page)).slice(0, 3)).toEqual(['南京市', '苏州市', '淮安市']);
    await page.locator('.matrix thead a').nth(2).click();
    await page.waitForURL(/sort=1-up/);
    expect((await names(page)).slice(0, 3)).toEqual(['淮安市', '苏州市', '南京市']);
    expect(await page.locator('.matrix tfoot').innerText()).toContain('≥11,700');
    await page.locator('.cell', { hasText: '已隐去' }).click();
    expect(await page.locator('.cell-why').innerText()).toContain('隐去');
    await page.locator('.cell', { hasText: '无报告' }).first().click();
    await expect.poll(async () => await page.locator('.cell-why').innerText()).toContain('没有这个地区');
  });

  test('is worked with keys alone', async () => {
    const page = await opened();
    await page.waitForSelector('.panel');
    await page.keyboard.press('v');
    await page.waitForSelector('.matrix');
    await page.locator('.matrix tbody .cell').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const id = await page.evaluate<string>('document.activeElement.id');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.compare-panel');
    await expect.poll(async () => await page.evaluate<string>('document.activeElement.tagName')).toBe('H2');
    await page.keyboard.press('Escape');
    await page.locator('.compare-panel').waitFor({ state: 'detached' });
    await expect.poll(async () => await page.evaluate<string>('document.activeElement.id')).toBe(id);
    await page.keyboard.press('?');
    expect(await page.locator('dialog[open]').innerText()).toContain('对比各地区');
  });

  test.each(['light', 'dark'] as const)(
    'draws its pictures in %s, and what is clicked opens',
    async (colorScheme) => {
      const page = await opened('/compare?region=320000&indicator=volunteers&show=bars', { colorScheme });
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      const { origin } = new URL(page.url());
      const canvas = page.locator('.chart[data-drawn=true] canvas');
      await canvas.waitFor();
      // the second bar: 淮安
      await canvas.click({ position: { x: 200, y: 46 } });
      await page.waitForURL(/#cell=320800-0/);
      await page.waitForSelector('.quoted mark');
      await page.locator('.gap-list a', { hasText: '南京市' }).click();
      await page.waitForURL(/#cell=320100-0/);
      await page.locator('.tabs a', { hasText: '热力图' }).click();
      await canvas.waitFor();
      await canvas.click({ position: { x: 300, y: 72 } });
      await page.waitForURL(/#cell=320500-0/);
      await page.locator('.tabs a', { hasText: '趋势' }).click();
      await page.waitForSelector('.chart[data-drawn=true] canvas');
      expect(await page.locator('.matrix-trend tbody tr').count()).toBe(3);
      await page.getByRole('combobox', { name: '加一个地区' }).fill('南京');
      await page.locator('.suggestions li').first().click();
      await page.waitForURL(/over=320100/);
      await page.locator('.matrix-trend .cell', { hasText: '1,200' }).click();
      await page.waitForURL(/#figures=/);
      expect(await page.locator('.quoted mark').innerText()).toBe('1200');
      expect(complaints).toEqual([]);
      expect(requests.filter((url) => !url.startsWith(origin))).toEqual([]);
    },
  );

  test('conflicts lead to both sides', async () => {
    const page = await opened('/compare?region=320000&indicator=volunteers&show=conflicts');
    await page.locator('.matrix-conflicts .cell').first().click();
    await page.waitForSelector('.quoted mark');
    expect(await page.locator('.quoted mark').allInnerTexts()).toEqual(['6000', '3100']);
  });

  test('what nobody reported says so, and what to ask for instead', async () => {
    const page = await opened('/compare?from=1990-01-01&to=1990-12-31');
    await page.getByRole('link', { name: '看全部时间' }).click();
    await page.waitForSelector('.matrix');
    expect(pathOf(page)).toBe('/compare?window=73050');
    await page.goto(new URL('/compare?region=999999', page.url()).href);
    await page.waitForSelector('.compare [role=alert]');
    const empty = await openPage(
      await startReview(await reportsIn({ 'a.txt': '没有数字' })),
      {},
      { path: '/compare' },
    );
    expect(await empty.locator('.compare .state').innerText()).toContain('还没有可以对比的数字');
  });

  test('on a narrow screen a cell takes the place of the table', async () => {
    const page = await opened('/compare?region=320000', { viewport: { width: 360, height: 740 } });
    await page.locator('.cell', { hasText: '8,600' }).click();
    await page.waitForSelector('.quoted mark');
    expect(await page.locator('.matrix').count()).toBe(0);
    await page.getByRole('button', { name: '返回' }).click();
    await page.waitForSelector('.matrix');
    const [page_, body] = await page.evaluate<[number, number]>(
      '[innerWidth, document.documentElement.scrollWidth]',
    );
    expect(body).toBeLessThanOrEqual(page_);
  });
});
