/** A request in; a refusal out where it does not come from the page that this server gave to the person who started it. */
import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { secureHeaders } from 'hono/secure-headers';

export interface GuardOptions {
  /** What the printed link carries; made anew at each start. */
  readonly token: string;
  /** The server's port, known once it listens. */
  readonly port: () => number;
}

function same(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const NEEDS_LINK = {
  en: 'Open the link that `huibao review` printed.',
  zh: '请打开 huibao review 打印的链接。',
} as const;

/** Takes en of `de,en-GB;q=0.9,zh`; must not take anything of `de`. */
const FIRST_KNOWN = /(?:^|,)\s*(en|zh)\b/i;

/** The first of the browser's languages that there are words in, as the page chooses it. */
const tongue = (accepted = ''): 'en' | 'zh' =>
  FIRST_KNOWN.exec(accepted)?.[1]?.toLowerCase() === 'en' ? 'en' : 'zh';

/** Names that lead to this machine and no other; a page of another name that was made to lead here (DNS rebinding) has none of them. */
const hosts = (port: number): ReadonlySet<string> => new Set([`127.0.0.1:${port}`, `localhost:${port}`]);

/** Refuses foreign hosts and origins, and whoever does not have the token. */
export function guard({ token, port }: GuardOptions): MiddlewareHandler {
  return async (context, next) => {
    const own = hosts(port());
    const { method } = context.req;
    if (!own.has(context.req.header('host') ?? ''))
      return context.json({ error: 'host', message: 'this server answers on 127.0.0.1 only' }, 403);
    const origin = context.req.header('origin');
    const foreign = origin !== undefined && !own.has(origin.replace(/^http:\/\//, ''));
    const changes = method !== 'GET' && method !== 'HEAD';
    if (foreign || (changes && origin === undefined))
      return context.json({ error: 'origin', message: 'this request comes from another page' }, 403);
    const cookie = `huibao-${port()}`;
    const given = context.req.query('token');
    if (given !== undefined && same(given, token)) {
      setCookie(context, cookie, token, { path: '/', httpOnly: true, sameSite: 'Strict' });
      const url = new URL(context.req.url);
      url.searchParams.delete('token');
      // two slashes would lead to another host
      return context.redirect(`${url.pathname.replace(/^\/+/, '/')}${url.search}`, 303);
    }
    if (!same(getCookie(context, cookie) ?? '', token)) {
      const message = NEEDS_LINK[tongue(context.req.header('accept-language'))];
      return context.req.header('accept')?.includes('text/html')
        ? context.text(message, 401)
        : context.json({ error: 'token', message }, 401);
    }
    await next();
    return undefined;
  };
}

/** What no page of this server may do: run or load anything that is not its own, be framed, or send forms elsewhere. */
export const headers = (): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    strictTransportSecurity: false,
  });
