/** Takes the bytes of a mail; gives its words as a document, and its attachments. */
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { diagnose } from '../../diagnostics.js';
import type { Diagnostic } from '../../model.js';
import { decodeText } from '../encoding.js';
import { reasonOf, refused, type Member, type ReadResult } from '../reader.js';
import { buildDocument, cleanText, documentId, inTextOrder, type Part } from '../source-document.js';
import { linesToParts } from '../txt.js';

/** Reads a mail; every failure is a diagnostic. */
export async function readMail(bytes: Uint8Array): Promise<ReadResult> {
  const id = documentId(bytes);
  try {
    const email = await parse(bytes);
    const title = subjectOf(email, bytes);
    const properties = { title, created: dayOf(email) };
    const parts = [...headParts(email, title), ...(await bodyParts(email))];
    const document = buildDocument({ id, format: 'eml', properties }, inTextOrder(parts));
    return { document, diagnostics: remarks(email, parts) };
  } catch (error) {
    return refused(diagnose('document-damaged', { format: 'eml', reason: reasonOf(error) }));
  }
}

/** The files that are attached; throws where the mail cannot be parsed. */
export async function mailMembers(bytes: Uint8Array): Promise<readonly Member[]> {
  const email = await parse(bytes);
  return attachedTo(email).map((attachment, index) => ({
    name: nameOf(attachment, index),
    read: () => new Uint8Array(attachment.content as ArrayBuffer),
  }));
}

// A mail inside a mail stays a file of its own.
const parse = (bytes: Uint8Array): Promise<Email> =>
  PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer', forceRfc822Attachments: true });

/** Pictures that belong to the mail's look (a logo under a signature) are no attachments. */
const attachedTo = (email: Email): Attachment[] =>
  email.attachments.filter(
    ({ related, mimeType, content }) =>
      !(related === true && mimeType.startsWith('image/')) && (content as ArrayBuffer).byteLength > 0,
  );

/** Extensions of what is attached without a name. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'message/rfc822': '.eml',
  'application/pdf': '.pdf',
  'text/plain': '.txt',
  'text/html': '.html',
};

const nameOf = ({ filename, mimeType }: Attachment, index: number): string =>
  filename?.trim() || `${index + 1}${EXTENSIONS[mimeType] ?? ''}`;

/** Where the subject is looked for. */
const LONGEST_HEAD = 16 * 1024;
// takes 'Subject: 关于报送数据的函', not 'X-Subject: a'
const SUBJECT = /^Subject:(.*)$/im;

/** The subject; where it stands in the header as bare GBK, against the standard, too. */
function subjectOf({ subject }: Email, bytes: Uint8Array): string | null {
  if (subject?.includes('\uFFFD') !== true) return subject?.trim() || null;
  const head = decodeText(bytes.subarray(0, LONGEST_HEAD)).text;
  return SUBJECT.exec(head)?.[1]?.trim() || null;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
// The day in the sender's own time: takes '5 Mar 2024' of 'Tue, 5 Mar 2024 07:00:00 +0800'.
const DAY = /(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})/;

function dayOf({ headers }: Email): string | null {
  const written = headers.find(({ key }) => key === 'date')?.value ?? '';
  const [, day, name, year] = DAY.exec(written) ?? [];
  const month = MONTHS.indexOf(name ?? '') + 1;
  return month === 0 ? null : `${year!}-${String(month).padStart(2, '0')}-${day!.padStart(2, '0')}`;
}

/** The subject as the heading; who sent it to whom, and when, is kept and not read for figures. */
function headParts(email: Email, title: string | null): Part[] {
  const lines = [
    ['发件人', addressOf(email.from)],
    ['收件人', (email.to ?? []).map(addressOf).join('，')],
    ['日期', email.headers.find(({ key }) => key === 'date')?.value ?? ''],
  ] as const;
  const furniture = lines
    .filter(([, text]) => text !== '')
    .map(([label, text]): Part => ({ kind: 'furniture', text: `${label}：${text}` }));
  return title === null ? furniture : [{ kind: 'heading', text: title, level: 1 }, ...furniture];
}

const addressOf = (address: Email['from']): string =>
  address ? [address.name, address.address].filter(Boolean).join(' ') : '';

// takes <table border="1"> of a mail with a table, of which its plain text keeps no cells
const TABLE = /<table[\s>]/i;

/** A mail says the same twice mostly, as a page and as plain text: the text is taken where the page has no table. */
async function bodyParts({ text, html }: Email): Promise<Part[]> {
  const isPage = html !== undefined && ((text ?? '').trim() === '' || TABLE.test(html));
  if (!isPage) return linesToParts(cleanText(text ?? ''));
  return (await import('../html/read-html.js')).partsOfPage(html);
}

function remarks(email: Email, parts: readonly Part[]): Diagnostic[] {
  const files = attachedTo(email).length;
  if (files > 0) return [diagnose('document-container', { files })];
  const isEmpty = parts.every(({ kind, text }) => kind === 'furniture' || text.trim() === '');
  return isEmpty ? [diagnose('document-without-text', { format: 'eml' })] : [];
}
