/** A report in; out files that carry it: a saved web page (MHTML), a letter, a letter with the report attached. */
import { encode } from './encodings.mjs';

const lines = (...parts) => parts.flat().join('\r\n');
const base64 = (bytes) =>
  Buffer.from(bytes)
    .toString('base64')
    .match(/.{1,76}/g) ?? [];

/** A header's words that are not ASCII (RFC 2047). */
const encodedWord = (text) => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;

/** What a browser saves as one file: the page, and a picture that it shows. */
export function mhtOf(html) {
  const part = (...headers) => ['------=_Part', ...headers];
  return lines(
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="----=_Part"',
    '',
    part('Content-Type: text/html; charset="utf-8"', 'Content-Transfer-Encoding: base64'),
    'Content-Location: http://example.invalid/report.html',
    '',
    base64(html),
    part('Content-Type: image/gif', 'Content-Transfer-Encoding: base64'),
    'Content-Location: http://example.invalid/dot.gif',
    '',
    'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
    '------=_Part--',
    '',
  );
}

const HEAD = [
  'From: <office@example.invalid>',
  'To: <archive@example.invalid>',
  `Subject: ${encodedWord('汇报')}`,
  'MIME-Version: 1.0',
];

/** The report as the letter's text, in the encoding that Chinese mail programs took long. */
export const letterOf = (text) =>
  lines(
    HEAD,
    'Content-Type: text/plain; charset="gb18030"',
    'Content-Transfer-Encoding: base64',
    '',
    base64(encode(text, 'gb18030')),
    '',
  );
