/** The eml format: a mail, whose words are a document, and whose attachments are files inside it. */
import type { Reader } from './reader.js';

/** Where the header of a mail is looked for. */
const HEAD = 8 * 1024;

// The first line of a header: takes 'Received: from mx', 'From - Tue' of a mailbox and 'X-QQ-MIME: 1', not 'Note that 3:1'.
const FIRST_LINE = /^(?:[A-Za-z][A-Za-z0-9-]*:[ \t\r\n]|From \S)/;
// What only a mail that was sent has: takes 'To: a@b.cn', not 'From: <Saved by Blink>' of a saved page.
const SENT = /^(?:To|Cc|Received|Message-ID|Return-Path|Delivered-To):/im;
// takes 'Subject: 汇报'
const WRITTEN = /^(?:From|Subject|Date):/im;

export const mail: Reader = {
  format: 'eml',
  extensions: ['eml'],
  recognises: (bytes) => {
    const start = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
    const [head] = start.split(/\r?\n\r?\n/, 1);
    return FIRST_LINE.test(start) && SENT.test(head!) && WRITTEN.test(head!);
  },
  read: async (bytes) => (await import('./mail/read-mail.js')).readMail(bytes),
  members: async (bytes) => (await import('./mail/read-mail.js')).mailMembers(bytes),
};
