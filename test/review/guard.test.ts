import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { guard, headers } from '../../src/review/guard.js';

const TOKEN = 'a-token-of-this-start';
const app = new Hono()
  .use(headers())
  .use(guard({ token: TOKEN, port: () => 4711 }))
  .all('*', (context) => context.text('inside'));

const HOST = { host: '127.0.0.1:4711' };
const COOKIE = { cookie: `huibao-4711=${TOKEN}` };
const ORIGIN = { origin: 'http://127.0.0.1:4711' };

async function status(path: string, init: RequestInit = {}): Promise<number> {
  return (await app.request(path, init)).status;
}

describe('the guard', () => {
  test('lets nobody in without the token', async () => {
    expect(await status('/', { headers: HOST })).toBe(401);
    expect(await status('/?token=wrong', { headers: HOST })).toBe(401);
    expect(await status('/', { headers: { ...HOST, cookie: 'huibao-4711=wrong' } })).toBe(401);
    expect(await status(`/?token=${encodeURIComponent('é'.repeat(TOKEN.length))}`, { headers: HOST })).toBe(
      401,
    );
    expect(await status('/', { headers: { ...HOST, cookie: `huibao-4712=${TOKEN}` } })).toBe(401);
    expect(await status('/', { headers: { ...HOST, ...COOKIE } })).toBe(200);
  });

  test.each([
    ['en-GB,en;q=0.9,zh;q=0.8', /^Open the link that `huibao review` printed\.$/],
    ['de,zh-CN;q=0.9', /^请打开 huibao review 打印的链接。$/],
    ['', /^请/],
  ])('says in the language of the browser what is missing: %s', async (language, message) => {
    const answer = await app.request('/', {
      headers: { ...HOST, accept: 'text/html', 'accept-language': language },
    });
    expect(await answer.text()).toMatch(message);
  });

  test('turns the token of the link into a cookie that no script reads, and keeps the rest of the address', async () => {
    const answer = await app.request(`/?status=open&token=${TOKEN}&indicator=posts`, { headers: HOST });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/?status=open&indicator=posts');
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toContain(`huibao-4711=${TOKEN}`);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
  });

  test.each([
    'evil.example',
    'evil.example:4711',
    '127.0.0.1',
    '127.0.0.1:4712',
    'localhost.evil.example:4711',
  ])('answers to no other host: %s', async (host) =>
    expect(await status('/', { headers: { host, ...COOKIE } })).toBe(403),
  );

  test('answers to both names of this machine', async () => {
    expect(await status('/', { headers: { host: 'localhost:4711', ...COOKIE } })).toBe(200);
  });

  test.each(['https://evil.example', 'null', 'http://127.0.0.1:80', 'http://127.0.0.1:4711.evil.example'])(
    'takes nothing from a page of another origin: %s',
    async (origin) => {
      expect(await status('/', { headers: { ...HOST, ...COOKIE, origin } })).toBe(403);
      expect(await status('/', { method: 'POST', headers: { ...HOST, ...COOKIE, origin } })).toBe(403);
    },
  );

  test('takes changes only from its own page', async () => {
    expect(await status('/', { method: 'POST', headers: { ...HOST, ...COOKIE } })).toBe(403);
    expect(await status('/', { method: 'POST', headers: { ...HOST, ...COOKIE, ...ORIGIN } })).toBe(200);
    expect(await status('/', { method: 'POST', headers: { ...HOST, ...ORIGIN } })).toBe(401);
  });

  test('allows no script, frame or connection but its own, on refusals too', async () => {
    for (const init of [{ headers: { ...HOST, ...COOKIE } }, { headers: HOST }]) {
      const answer = await app.request('/', init);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});
