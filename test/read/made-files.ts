/** Zips and mails for tests, made on the spot. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** In the encoding that the zip is to have. */
  readonly name: Uint8Array;
  readonly content: Uint8Array;
  readonly extra?: Uint8Array;
  /** Bits of APPNOTE 4.4.4. */
  readonly flags?: number;
  /** What the directory claims; else what is so. */
  readonly size?: number;
}

/** A zip whose names, flags and claims are as given, which no library would write. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, extra = new Uint8Array(), flags = 0, size = content.length } of entries) {
    const packed = deflateRawSync(content);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(size, 18);
    shared.writeUInt16LE(name.length, 22);
    shared.writeUInt16LE(extra.length, 24);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, name, extra, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), shared, rest, name, extra]));
    files.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...files, ...directory, end]));
}

export interface MailParts {
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments?: readonly {
    readonly name: string;
    readonly content: Uint8Array;
    readonly type?: string;
  }[];
}

const encodedWord = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
const base64 = (content: Uint8Array): string =>
  (
    Buffer.from(content)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');

/** A mail as a mail program of today writes it. */
export function mailOf({ subject, text, html, attachments = [] }: MailParts): Uint8Array {
  const part = (type: string, content: Uint8Array, more = ''): string =>
    `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n${more}\r\n${base64(content)}\r\n`;
  const bodies = [
    part('text/plain; charset="utf-8"', Buffer.from(text)),
    ...(html === undefined ? [] : [part('text/html; charset="utf-8"', Buffer.from(html))]),
  ];
  const body = `Content-Type: multipart/alternative; boundary="alt"\r\n\r\n${bodies.map((one) => `--alt\r\n${one}`).join('')}--alt--\r\n`;
  const files = attachments.map(({ name, content, type = 'application/octet-stream' }) =>
    part(
      `${type}; name="${encodedWord(name)}"`,
      content,
      `Content-Disposition: attachment; filename="${encodedWord(name)}"\r\n`,
    ),
  );
  const head = [
    `From: ${encodedWord('东山区团委')} <dongshan@example.com>`,
    `To: ${encodedWord('云岭市团委')} <yunling@example.com>`,
    `Subject: ${encodedWord(subject)}`,
    'Date: Fri, 1 Mar 2024 00:30:00 +0800',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="all"',
  ];
  const all = [body, ...files].map((one) => `--all\r\n${one}`).join('');
  return new Uint8Array(Buffer.from(`${head.join('\r\n')}\r\n\r\n${all}--all--\r\n`));
}
