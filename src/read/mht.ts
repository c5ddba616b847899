/** Web pages saved in one file with their pictures (MHTML): by browsers, and by Word as 单个文件网页 under the name .doc. */
import { headAt } from './html/mime.js';
import type { Reader } from './reader.js';

const SNIFF = 8192;

/** A mail has been sent to somebody; a page has not. */
const OF_MAILS = ['to', 'received', 'return-path', 'delivered-to', 'message-id', 'cc', 'reply-to'];

function isSavedPage(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, SNIFF))
    .toString('latin1')
    .replace(/^\u00EF\u00BB\u00BF/, '');
  const { fields } = headAt(start, 0, start.length);
  const type = fields.get('content-type') ?? '';
  if (OF_MAILS.some((name) => fields.has(name)) && !fields.has('snapshot-content-location')) return false;
  if (/^multipart\/related\b/i.test(type)) return true;
  // what a page has in common with every mail tells nothing when somebody wrote it
  return (
    /^(?:multipart\/(?:mixed|alternative)|text\/html)\b/i.test(type) &&
    !fields.has('from') &&
    !fields.has('subject')
  );
}

export const mht: Reader = {
  format: 'mht',
  extensions: ['mht', 'mhtml'],
  recognises: (bytes) => isSavedPage(bytes),
  read: async (bytes, limits) => (await import('./html/read-mht.js')).readMht(bytes, limits),
};
