import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask, folderOf, huibao, start } from './huibao.js';

const REPORT = '淮安市共招募志愿者1200名。登记在册骨干420人。';

async function folderWithDatabase(): Promise<string> {
  const folder = folderOf({ 'a.txt': REPORT });
  await huibao(['ingest', '.'], { cwd: folder });
  return folder;
}

describe('huibao review', () => {
  test('prints a link, answers on this machine alone, and ends with Ctrl-C', async () => {
    const folder = await folderWithDatabase();
    const { process: child, ended } = start(['review', '--no-open'], { cwd: folder });
    const [data] = (await once(child.stdout!, 'data')) as [Buffer];
    const link = data.toString().trim();
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{32}$/);
    expect((await fetch(link)).status).toBe(401); // the cookie of the answer is not kept by fetch
    const first = await fetch(link, { redirect: 'manual' });
    const cookie = first.headers.get('set-cookie')!.split(';')[0]!;
    const { origin } = new URL(link);
    const page = await fetch(origin, { headers: { cookie } });
    expect(await page.text()).toContain('<div id="app">');
    const session = await fetch(`${origin}/api/session`, { headers: { cookie } });
    expect(await session.json()).toMatchObject({ database: 'huibao.sqlite' });
    expect((await fetch(`${origin}/assets/..%2Findex.html`, { headers: { cookie } })).status).toBe(404);
    const statusOf = async (path: string): Promise<number> =>
      (await fetch(`${origin}${path}`, { headers: { cookie } })).status;
    expect(
      await Promise.all(
        ['/', '/documents', '/documents/a', '/search?q=a', '/compare?window=31', '/unplaced'].map(statusOf),
      ),
    ).toEqual([200, 200, 200, 200, 200, 200]);
    const nowhere = await fetch(`${origin}/nowhere`, { headers: { cookie } });
    expect([nowhere.status, await nowhere.text()]).toEqual([404, expect.stringContaining('<div id="app">')]);
    child.kill('SIGINT');
    const { code, stderr } = await ended;
    expect(code).toBe(0);
    expect(stderr).toMatch(/\d+ figures wait for review/);
    // nothing is left beside the database
    expect(ask(join(folder, 'huibao.sqlite'), 'PRAGMA journal_mode')).toEqual([{ journal_mode: 'delete' }]);
  });

  test.each([
    ['a port that is none', ['--port', '0'], /--port takes a number from 1 to 65535, not 0/],
    ['a database that is missing', ['--db', 'none.sqlite'], /none\.sqlite/],
  ])('a wrong call ends with 2: %s', async (_, args, message) => {
    const folder = await folderWithDatabase();
    const { code, stderr, stdout } = await huibao(['review', '--no-open', ...args], { cwd: folder });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  test('a port that is taken is told', async () => {
    const folder = await folderWithDatabase();
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await huibao(['review', '--no-open', '--port', String(port)], { cwd: folder });
    other.close();
    expect(code).toBe(2);
    expect(stderr).toContain(`port ${port} is not free`);
  });

  test('talks Chinese where the locale does', async () => {
    const folder = await folderWithDatabase();
    const { process: child, ended } = start(['review', '--no-open'], {
      cwd: folder,
      env: { LC_ALL: 'zh_CN.UTF-8' },
    });
    await once(child.stdout!, 'data');
    child.kill('SIGINT');
    expect((await ended).stderr).toMatch(/\d+ 条数据待审核/);
  });
});
