import Database from 'better-sqlite3';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openStore, queryFigures, type CurrentFigure } from '../../src/store/index.js';
import { folderOf, sampleReports } from '../commands/huibao.js';
import { findChromium, ingest, openPage, reportsIn, settled, shownExact, startReview } from './browser.js';

/** Numbers that the rules are unsure of, among others that they know well. */
const REPORT = `共青团淮安市委员会疫情防控志愿服务情况汇报
截至2022年3月31日，全市共招募青年志愿者近6000名，累计服务4.2万小时。
全市参加捐款的职工8600人，登记在册骨干420人，走访慰问86户。
涟水县有志愿者X名，<script>document.title = 'run'</script><img src=x onerror="document.title = 'run'">发放口罩1200只。
此外另有312人待命，计划再招募志愿者500名。`;

const figures = (folder: string): CurrentFigure[] => {
  const store = openStore(join(folder, 'huibao.sqlite'), { readonly: true });
  try {
    return [...queryFigures(store)];
  } finally {
    store.close();
  }
};
const byExact = (folder: string, exact: string): CurrentFigure | undefined =>
  figures(folder).find((one) => one.exact === exact);

/** Opens the figure, whatever the queue would show first. */
async function goTo(page: Page, folder: string, exact: string): Promise<void> {
  const id = byExact(folder, exact)!.figure_id;
  await page.goto(`${new URL(page.url()).origin}/?status=all#figure=${id}`);
  await page.waitForSelector(`.panel[data-figure="${id}"]`);
}
/** Until another figure than that is on screen. */
const another = async (page: Page, id: string | null): Promise<void> =>
  await page.locator(`.panel:not([data-figure="${id ?? ''}"])`).waitFor();
const shownId = async (page: Page): Promise<string | null> =>
  await page.locator('.panel').getAttribute('data-figure');

describe.skipIf(findChromium() === undefined)('the review page', () => {
  test('shows the figure in its source, in colours with their names, and why it is doubted', async () => {
    const folder = await reportsIn({ 'a.txt': REPORT });
    const page = await openPage(await startReview(folder));
    await goTo(page, folder, '6000');
    await page.waitForSelector('.hl-hedge');
    const words = async (kind: string): Promise<string> =>
      (await page.locator(`.source .hl-${kind}`).allTextContents()).join('');
    expect(await words('number')).toBe('6000');
    expect(await words('hedge')).toBe('近');
    expect(await words('unit')).toBe('名');
    expect(await words('region')).toBe('全市');
    expect(await words('date')).toBe('截至2022年3月31日');
    expect(await words('cue')).toContain('志愿者');
    const legend = await page.locator('.legend').textContent();
    for (const name of ['数字', '单位', '地区', '日期']) expect(legend).toContain(name);
    // the number stands inside what is seen of the text
    const [box, number] = await Promise.all(
      ['.source', '.source [data-current]'].map(
        async (at) => (await page.locator(at).first().boundingBox())!,
      ),
    );
    expect(number!.y).toBeGreaterThan(box!.y);
    expect(number!.y + number!.height).toBeLessThan(box!.y + box!.height);
    expect(await page.locator('.panel .big').textContent()).toContain('6,000');
    expect(await page.locator('.weighed li').count()).toBeGreaterThan(2);
    // what is blanked out and what is set aside is marked too
    expect(await page.locator('.source .mark-redacted').textContent()).toBe('X');
    expect(await page.locator('.mark-set-aside', { hasText: '500' }).getAttribute('aria-label')).toContain(
      '计划',
    );
  });

  test('signs that turn digits round do not do so', async () => {
    const folder = await reportsIn({ 'a\u202Etxt.txt': REPORT.replace('8600', '8600\u202E12\u202C') });
    const page = await openPage(await startReview(folder));
    await goTo(page, folder, '420');
    const text = (await page.locator('body').textContent())!;
    expect(text).toContain('8600\uFFFD12\uFFFD');
    expect(text).not.toMatch(/[\u202A-\u202E]/);
    expect(text).toContain('a\uFFFDtxt.txt');
  });

  test('keys accept, correct, reject, skip, go back and undo, after a restart too', async () => {
    const folder = await reportsIn({ 'a.txt': REPORT });
    const first = await startReview(folder);
    const page = await openPage(first);
    await goTo(page, folder, '8600');
    const start = await shownId(page);
    await page.keyboard.press('s');
    await another(page, start);
    await page.keyboard.press('k');
    await page.waitForSelector(`.panel[data-figure="${start!}"]`);
    await page.keyboard.press('a');
    await another(page, start);
    await settled(page);
    expect(byExact(folder, '8600')).toMatchObject({ decision: 'accept', decided_by: '王芳' });
    await goTo(page, folder, '86');
    await page.keyboard.press('r');
    await page.keyboard.press('3');
    await settled(page);
    expect(byExact(folder, '86')).toBeUndefined();
    await first.stop();
    // another start has another link, and knows what was done before
    const again = await openPage(await startReview(folder));
    await again.waitForSelector('.panel');
    await again.keyboard.press('u');
    await settled(again);
    await expect.poll(() => byExact(folder, '86')?.decision).toBe(null);
    await again.keyboard.press('u');
    await settled(again);
    await expect.poll(() => byExact(folder, '8600')?.decision).toBe(null);
    await again.keyboard.press('u');
    await again.waitForSelector('.notice');
    expect(figures(folder).filter(({ decision }) => decision !== null)).toEqual([]);
  });

  test('what is decided while the server is away is saved when it is back', async () => {
    const folder = await reportsIn({ 'a.txt': REPORT });
    const first = await startReview(folder);
    const page = await openPage(first);
    await goTo(page, folder, '8600');
    await page.waitForLoadState('networkidle');
    await first.stop();
    await page.keyboard.press('a');
    await page.waitForSelector('.banner');
    const again = await startReview(folder, '王芳', new URL(first.link).port);
    expect(byExact(folder, '8600')).toMatchObject({ decision: null });
    // the new link, in the same browser
    await (await page.context().newPage()).goto(again.link);
    await expect.poll(() => byExact(folder, '8600')?.decision, { timeout: 15_000 }).toBe('accept');
    await page.locator('.banner').waitFor({ state: 'detached' });
  });

  test('what is decided while the database is away, or in use, is saved when it is back', async () => {
    const folder = await reportsIn({ 'a.txt': REPORT });
    const page = await openPage(await startReview(folder));
    await goTo(page, folder, '8600');
    await page.waitForLoadState('networkidle');
    const database = join(folder, 'huibao.sqlite');
    renameSync(database, `${database}.away`);
    await page.keyboard.press('a');
    await page.locator('.banner', { hasText: '数据库文件已被删除或替换' }).waitFor();
    renameSync(`${database}.away`, database);
    await page.locator('.banner').waitFor({ state: 'detached', timeout: 15_000 });
    expect(byExact(folder, '8600')).toMatchObject({ decision: 'accept' });
    await goTo(page, folder, '86');
    const other = new Database(database);
    other.exec('BEGIN IMMEDIATE');
    await page.keyboard.press('a');
    await page.locator('.banner', { hasText: '另一个程序' }).waitFor({ timeout: 15_000 });
    other.exec('COMMIT');
    other.close();
    await page.locator('.banner').waitFor({ state: 'detached', timeout: 15_000 });
    expect(byExact(folder, '86')).toMatchObject({ decision: 'accept' });
  }, 60_000);

  test('a decision that somebody else came before is refused in one sentence that says who and what', async () => {
    const folder = await reportsIn({ 'a.txt': REPORT });
    const [mine, theirs] = [
      await openPage(await startReview(folder)),
      await openPage(await startReview(folder, '李雷')),
    ];
    await goTo(mine, folder, '8600');
    await goTo(theirs, folder, '8600');
    await theirs.keyboard.press('a');
    await settled(theirs);
    await mine.keyboard.press('r');
    await mine.keyboard.press('1');
    const told = mine.locator('.notice-error');
    await told.waitFor();
    expect(await told.locator('p').textContent()).toMatch(
      /^没有保存：李雷 刚刚已作决定（已接受：.*8,600 人），请再看一眼。$/,
    );
    await mine.locator('.panel .badge-accept', { hasText: '李雷' }).first().waitFor();
    expect(byExact(folder, '8600')).toMatchObject({ decision: 'accept', decided_by: '李雷' });
  });

  test('a corrected value gets the bounds of its hedge, and another region its name', async () => {
    const folder = await reportsIn({ 'a.txt': REPORT });
    const page = await openPage(await startReview(folder));
    await goTo(page, folder, '6000');
    await page.keyboard.press('c');
    const form = page.locator('dialog form');
    await form.getByLabel('数值', { exact: true }).fill('7000');
    await form.getByRole('combobox', { name: '地区' }).fill('涟水');
    await form.getByRole('option', { name: /涟水县/ }).click();
    await form.getByRole('button', { name: /保存/ }).click();
    expect(await page.locator('.notice').textContent()).toContain('7,000');
    await settled(page);
    await page.locator('.queue .row', { hasText: '7,000' }).filter({ hasText: '涟水县' }).waitFor();
    expect(byExact(folder, '6000')).toMatchObject({
      value: 7000, lower: 7000, upper: 7000, qualifier: 'exact', region_code: '320826', region_name: '涟水县', decision: 'correct',
    }); // prettier-ignore
    await goTo(page, folder, '8600');
    await page.keyboard.press('c');
    // a range without bounds is no number yet
    await form.locator('select').first().selectOption('range');
    expect(await form.getByLabel('数值', { exact: true }).inputValue()).toBe('');
    expect(await form.getByRole('button', { name: /保存/ }).isDisabled()).toBe(true);
    await form.getByLabel('数值', { exact: true }).fill('8700');
    await form.locator('select').first().selectOption('under');
    expect(await form.getByLabel('下限').inputValue()).toBe('8600');
    await page.keyboard.press('Control+Enter');
    await settled(page);
    expect(byExact(folder, '8600')).toMatchObject({
      value: 8700,
      lower: 8600,
      upper: 8700,
      qualifier: 'under',
    });
  });

  test('a region that is typed and taken at once is the one that was typed, however late the answer', async () => {
    const folder = await reportsIn({ 'a.txt': REPORT });
    const page = await openPage(await startReview(folder));
    await goTo(page, folder, '6000');
    await page.keyboard.press('c');
    const region = page.locator('dialog form').getByRole('combobox', { name: '地区' });
    await region.fill('涟水');
    await page
      .locator('dialog')
      .getByRole('option', { name: /涟水县/ })
      .waitFor();
    await page.route('**/api/regions?*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await region.fill('苏州');
    await region.press('Enter');
    await expect.poll(async () => await region.inputValue()).toBe('苏州市');
    expect(await page.locator('dialog form').textContent()).toContain('320500');
  });

  test('a dialog goes with the figure that it was about, where the browser goes back', async () => {
    const folder = await reportsIn({ 'a.txt': REPORT });
    const page = await openPage(await startReview(folder));
    await goTo(page, folder, '6000');
    await page.locator('.source a.mark', { hasText: '8600' }).click();
    await page.waitForSelector(`.panel[data-figure="${byExact(folder, '8600')!.figure_id}"]`);
    await page.keyboard.press('c');
    await page.waitForSelector('dialog[open]');
    await page.goBack();
    await page.waitForSelector(`.panel[data-figure="${byExact(folder, '6000')!.figure_id}"]`);
    await page.locator('dialog').waitFor({ state: 'detached' });
  });

  test('keys decide after a filter was chosen with the mouse, and after Escape in one', async () => {
    const folder = await reportsIn({ 'a.txt': REPORT });
    const page = await openPage(await startReview(folder));
    await page.waitForSelector('.panel');
    const filter = page.locator('.filters select');
    await filter.first().click();
    await filter.first().selectOption('all');
    await page.waitForURL(/status=all#figure/);
    const first = await shownId(page);
    await page.keyboard.press('s');
    await another(page, first);
    const second = await shownId(page);
    await filter.nth(1).focus();
    await page.keyboard.press('s');
    await page.keyboard.press('Escape');
    expect(await shownId(page)).toBe(second);
    await page.keyboard.press('s');
    await another(page, second);
  });

  test('a figure that was missed is added where its number is selected', async () => {
    const folder = await reportsIn({ 'a.txt': REPORT });
    const page = await openPage(await startReview(folder));
    await goTo(page, folder, '6000');
    await page.locator('.mark-set-aside', { hasText: '500' }).dblclick();
    await page.keyboard.press('m');
    const form = page.locator('dialog form');
    await expect.poll(async () => await form.getByLabel('数值', { exact: true }).inputValue()).toBe('500');
    await form.getByLabel('数值', { exact: true }).fill('510');
    await form.getByLabel('指标').selectOption('volunteers');
    await form.getByRole('button', { name: /保存|补录|添加/ }).click();
    await page.locator('.notice', { hasText: '510' }).waitFor();
    await settled(page);
    await expect
      .poll(() => byExact(folder, '500'))
      .toMatchObject({ indicator: 'volunteers', value: 510, decision: 'add' });
    await page.keyboard.press('u');
    await settled(page);
    await expect.poll(() => byExact(folder, '500')).toBeUndefined();
  });

  test('a form that was closed opens again for the same selection, and what it adds is shown in its document', async () => {
    const folder = await reportsIn({ 'a.txt': REPORT });
    const page = await openPage(await startReview(folder));
    await goTo(page, folder, '6000');
    await page.getByRole('link', { name: '打开全文' }).click();
    await page.waitForURL(/\/documents\//);
    await page.locator('.mark-set-aside', { hasText: '500' }).waitFor();
    await page.evaluate(`(() => {
      const marks = [...document.querySelectorAll('.mark-set-aside')];
      document.querySelector('.source').focus();
      getSelection().selectAllChildren(marks.find((each) => each.textContent === '500'));
    })()`);
    const value = page.locator('dialog form').getByLabel('数值', { exact: true });
    const openForm = async (): Promise<void> => {
      await page.keyboard.press('m');
      await expect.poll(async () => await value.inputValue()).toBe('500');
    };
    await openForm();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await openForm();
    await page.locator('dialog form').getByLabel('指标').selectOption('volunteers');
    await page.keyboard.press('Control+Enter');
    await page.locator('.notice', { hasText: '已补录' }).waitFor();
    await page.locator('.source .mark-accepted', { hasText: '500' }).waitFor();
    expect(page.url()).toContain('/documents/');
  });

  test('a long document comes in parts as it is read, and figures are added anywhere in it', async () => {
    const line = (i: number): string =>
      `涟水县组织志愿者${10_001 + i}名，服务时长${20_001 + i}小时；计划再招募${30_001 + i}名。`;
    const text = Array.from({ length: 5000 }, (_, i) => line(i)).join('\n');
    const folder = await reportsIn({ 'a.txt': text });
    const page = await openPage(await startReview(folder), {}, { path: '/documents' });
    await page.locator('main a').first().click();
    await page.waitForSelector('.source [data-line]');
    const elements = (): Promise<number> => page.evaluate<number>('document.querySelectorAll("*").length');
    expect(await elements()).toBeLessThan(4000);
    expect(await page.locator('.column-panel .count').last().textContent()).toBe('10,000');
    const lines = page.locator('.source [data-line]');
    const known = await lines.count();
    // the last line of what is there leads to what comes behind it, without a gap
    await lines.last().scrollIntoViewIfNeeded();
    await expect.poll(async () => await lines.count()).toBeGreaterThan(known + 100);
    const shown = await lines.allTextContents();
    expect(shown.join('\n')).toBe(text.split('\n').slice(0, shown.length).join('\n'));
    const rows = page.locator('.figure-links li');
    expect(await rows.count()).toBe(100);
    await rows.last().scrollIntoViewIfNeeded();
    await expect.poll(async () => await rows.count()).toBeGreaterThan(100);
    // a number of a later part
    const late = String(30_001 + known + 50);
    await page.locator('.mark-set-aside', { hasText: late }).dblclick();
    await page.keyboard.press('m');
    const form = page.locator('dialog form');
    await expect.poll(async () => await form.getByLabel('数值', { exact: true }).inputValue()).toBe(late);
    await form.getByLabel('指标').selectOption('volunteers');
    await form.getByRole('button', { name: /保存|补录|添加/ }).click();
    await settled(page);
    await expect
      .poll(() => byExact(folder, late))
      .toMatchObject({ start: text.indexOf(late), decision: 'add' });
    // a link to a place shows what stands around it, and what is in front of that is not far
    const middle = text.indexOf('12001名');
    await page.goto(
      `${new URL(page.url()).origin}/documents/${byExact(folder, late)!.document_id}#place=${middle}-${middle + 5}`,
    );
    await page.locator('.hl-place', { hasText: '12001' }).waitFor();
    const { y } = (await page.locator('.source .hl-place').boundingBox())!;
    expect(y).toBeGreaterThan(100);
    expect(y).toBeLessThan(900);
    const first = async (): Promise<number> => Number(await lines.first().getAttribute('data-line'));
    const from = await first();
    expect(from).toBeGreaterThan(0);
    await lines.first().scrollIntoViewIfNeeded();
    await expect.poll(first).toBeLessThan(from);
  }, 60_000);

  test('decisions survive a file that is saved anew, one that is renamed, and other rules', async () => {
    const folder = await reportsIn({ 'a.txt': REPORT });
    const server = await startReview(folder);
    const page = await openPage(server);
    await goTo(page, folder, '8600');
    await page.keyboard.press('a');
    await settled(page);
    await goTo(page, folder, '86');
    await page.keyboard.press('r');
    await page.keyboard.press('1');
    await settled(page);
    writeFileSync(join(folder, 'a.txt'), `（修订稿）\n${REPORT}`);
    await ingest(folder);
    expect(byExact(folder, '8600')).toMatchObject({ decision: 'accept', decided_by: '王芳' });
    expect(byExact(folder, '86')).toBeUndefined();
    const rules = folderOf({
      'indicators/umbrellas.yml': `id: umbrellas
name: 雨伞
core: false
units: [把]
cues:
  - before: 发放雨伞$
examples:
  - { text: 发放雨伞30把。, expect: { at: '30', value: 30 } }
  - { text: 向居民发放雨伞1200把。, expect: { at: '1200', value: 1200 } }
counter_examples:
  - { text: 撑起雨伞两把。, why: nothing is handed out }
`,
    });
    await ingest(folder, '--rules', rules);
    expect(byExact(folder, '8600')).toMatchObject({ decision: 'accept' });
    expect(byExact(folder, '86')).toBeUndefined();
    renameSync(join(folder, 'a.txt'), join(folder, '改名.txt'));
    await ingest(folder);
    expect(byExact(folder, '8600')).toMatchObject({ decision: 'accept', file: '改名.txt' });
    // what is on screen is what the other process has left there
    await page.reload();
    await goTo(page, folder, '8600');
    await page.waitForSelector('.badge-accept');
  });

  test('like figures are accepted together after they were shown', async () => {
    const folder = await reportsIn(
      Object.fromEntries(
        Array.from({ length: 4 }, (_, i) => [`${i}.txt`, `某单位情况\n登记在册骨干${430 + i}人。`]),
      ),
    );
    const page = await openPage(await startReview(folder));
    await page.waitForSelector('.panel');
    const open = figures(folder).filter(({ needs_review }) => needs_review).length;
    expect(open).toBeGreaterThan(2);
    await page.keyboard.press('g');
    await page.waitForSelector('dialog input[type=checkbox]');
    expect(await page.locator('dialog .alike-row').count()).toBe(open);
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+A');
    await settled(page);
    await expect
      .poll(() => figures(folder).filter(({ decision }) => decision === 'accept').length)
      .toBe(open - 1);
    await page.keyboard.press('u');
    await settled(page);
    await expect.poll(() => figures(folder).filter(({ decision }) => decision !== null).length).toBe(0);
  });

  test('where nothing is alike, that is said', async () => {
    const folder = await reportsIn({ 'a.txt': REPORT });
    const page = await openPage(await startReview(folder));
    await goTo(page, folder, '6000');
    await page.keyboard.press('g');
    await page.locator('.notice', { hasText: '没有其他同类数字' }).waitFor();
    expect(await page.locator('dialog').count()).toBe(0);
  });

  test('the page of a PDF is drawn, with the number in a box', async () => {
    const pdf = readFileSync(
      resolve(import.meta.dirname, '../../fixtures/youth-league-city-chrome/input.pdf'),
    );
    const folder = await reportsIn({ 'a.pdf': pdf, 'b.txt': REPORT });
    const page = await openPage(await startReview(folder));
    await goTo(page, folder, '十八万六千');
    await page.waitForSelector('.source .hl-number');
    await page.keyboard.press('p');
    await page.waitForSelector('.sheet[data-state=drawn]');
    // dots of the canvas under the box: black ones are the number's, and all around it is paper
    const dark = await page.evaluate<{ inside: number; above: number; middle: number }>(`(() => {
      const canvas = document.querySelector('.sheet canvas');
      const scale = canvas.width / canvas.clientWidth;
      const [sheet, box] = [canvas, document.querySelector('.sheet-box')].map((one) => one.getBoundingClientRect());
      const count = (left, top, width, height) => {
        const { data } = canvas.getContext('2d').getImageData(left * scale, top * scale, width * scale, height * scale);
        let dots = 0;
        for (let i = 0; i < data.length; i += 4) if (data[i] + data[i + 1] + data[i + 2] < 380) dots += 1;
        return dots / (data.length / 4);
      };
      const [x, y] = [box.left - sheet.left, box.top - sheet.top];
      return { inside: count(x, y, box.width, box.height), above: count(x, y - 3, box.width, 2), middle: box.top + box.height / 2 };
    })()`);
    expect(dark.inside).toBeGreaterThan(0.05);
    expect(dark.above).toBeLessThan(0.02);
    expect(dark.middle).toBeGreaterThan(150);
    expect(dark.middle).toBeLessThan(900);
    // text has no page, and the next PDF is shown as a page again
    await goTo(page, folder, '8600');
    await page.waitForSelector('.source .hl-number');
    expect(await page.locator('.sheet').count()).toBe(0);
    rmSync(join(folder, 'a.pdf'));
    const later = await openPage(await startReview(folder));
    await goTo(later, folder, '12,468');
    await later.keyboard.press('p');
    await later.getByText('看不到原页').waitFor();
    await later.keyboard.press('p');
    await later.waitForSelector('.source [data-current]');
  });

  test('a page is drawn larger, and the pages around it too', async () => {
    const pdf = readFileSync(
      resolve(import.meta.dirname, '../../fixtures/youth-league-city-chrome/input.pdf'),
    );
    const folder = await reportsIn({ 'a.pdf': pdf });
    const page = await openPage(await startReview(folder));
    await goTo(page, folder, '十八万六千');
    await page.keyboard.press('p');
    const sheet = page.locator('.sheet[data-state=drawn]');
    await sheet.waitFor();
    const widthOf = async (): Promise<number> => (await sheet.boundingBox())!.width;
    const before = await widthOf();
    await page.getByRole('button', { name: '放大' }).press('Enter');
    await expect.poll(widthOf).toBeCloseTo(before * 1.5, 0);
    await page.waitForSelector('.sheet-box');
    const status = page.getByText(/^第 1 页，共 \d+ 页$/);
    await status.waitFor();
    await page.getByRole('button', { name: '下一页' }).press('Enter');
    await page.getByText(/^第 2 页，共 \d+ 页$/).waitFor();
    await sheet.waitFor();
    expect(await page.locator('.sheet-box').count()).toBe(0);
    await page.getByRole('button', { name: '上一页' }).press('Enter');
    await page.waitForSelector('.sheet-box');
  });

  test('a document cannot run anything', async () => {
    const folder = await reportsIn({ 'a.txt': REPORT });
    const page = await openPage(await startReview(folder));
    await goTo(page, folder, '1200');
    expect(await page.locator('.source').textContent()).toContain("<script>document.title = 'run'</script>");
    expect(await page.locator('.source script, .source img').count()).toBe(0);
    expect(await page.title()).not.toBe('run');
    // nor could a script that got there: the page's policy forbids it
    const ran = await page.evaluate(
      `const script = document.createElement('script');
       script.textContent = "document.title = 'run'";
       document.body.append(script);
       document.title`,
    );
    expect(ran).not.toBe('run');
  }, 120_000);

  test('speaks the language of the browser, and the other one when it is told to', async () => {
    const folder = await reportsIn({ 'a.txt': REPORT });
    const server = await startReview(folder);
    const english = await openPage(server, { locale: 'en-GB' });
    await english.getByRole('button', { name: /^Accept/ }).waitFor();
    await english.getByRole('button', { name: '中文' }).click();
    await english.getByRole('button', { name: /^接受/ }).waitFor();
    await english.reload();
    await english.getByRole('button', { name: /^接受/ }).waitFor();
    const chinese = await openPage(server, { locale: 'zh-CN' });
    await chinese.getByRole('button', { name: /^接受/ }).waitFor();
    expect(await chinese.locator('html').getAttribute('lang')).toMatch(/^zh/);
  });

  test('a hundred figures take at most 130 key presses', async () => {
    const folder = await reportsIn(
      Object.fromEntries(Object.entries(sampleReports()).map(([name, text]) => [`${name}.txt`, text])),
    );
    const page = await openPage(await startReview(folder));
    await page.waitForSelector('.panel');
    let pressed = 0;
    const press = async (key: string): Promise<void> => {
      pressed += 1;
      await page.keyboard.press(key);
    };
    // every fifth is none, and a person says why; the others are right
    for (let i = 0; i < 100; i += 1) {
      const old = await shownId(page);
      if (i % 5 === 4) {
        await press('r');
        await press('1');
      } else await press('a');
      await another(page, old);
    }
    await settled(page);
    const store = openStore(join(folder, 'huibao.sqlite'), { readonly: true });
    const decided = store.get<{ n: number }>('SELECT count(*) AS n FROM standing_decisions')!.n;
    store.close();
    expect(decided).toBe(100);
    expect(pressed).toBeLessThanOrEqual(130);
  });

  test.each([360, 900])('at %i pixels, nothing is cut off or covered', async (width) => {
    const folder = await reportsIn({ [`${'关于疫情防控志愿服务情况的汇报'.repeat(4)}.txt`]: REPORT });
    const page = await openPage(await startReview(folder), { viewport: { width, height: 800 } });
    await page.waitForSelector('.panel');
    await page.getByRole('link', { name: '打开全文' }).waitFor();
    const boxes = await Promise.all(
      ['.source-title', '.source-tools'].map(async (at) => (await page.locator(at).boundingBox())!),
    );
    expect(
      boxes[0]!.y + boxes[0]!.height <= boxes[1]!.y || boxes[0]!.x + boxes[0]!.width <= boxes[1]!.x,
    ).toBe(true);
    const cut = `[...document.querySelectorAll('.source-title *, .table-box, main')]
      .filter((each) => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== 'inline')
      .map((each) => each.outerHTML.slice(0, 80))`;
    expect(await page.evaluate(cut)).toEqual([]);
    await page.goto(`${new URL(page.url()).origin}/documents`);
    await page.waitForSelector('.table');
    expect(await page.evaluate(cut)).toEqual([]);
  });

  test('a link leads back to the same filter and figure', async () => {
    const folder = await reportsIn({ 'a.txt': REPORT });
    const page = await openPage(await startReview(folder));
    await page.waitForSelector('.panel');
    await goTo(page, folder, '1200');
    const address = page.url();
    const exact = await shownExact(page);
    await page.goto('about:blank');
    await page.goto(address);
    await page.waitForSelector('.panel');
    expect(await shownExact(page)).toBe(exact);
    expect(exact).toBe('1200');
  });
});
