/** Takes the bytes of a page saved with its pictures (MHTML, RFC 2557); gives its parts that are web pages, decoded from their transfer encoding. */

export interface MimePage {
  readonly bytes: Uint8Array;
  /** What the part's head says of its encoding; null where it says nothing. */
  readonly charset: string | null;
}

/** Multiparts in multiparts; saved pages have one or two. */
const DEEPEST = 8;
const MOST_PARTS = 5_000;

interface Head {
  readonly fields: ReadonlyMap<string, string>;
  /** Where the body begins. */
  readonly end: number;
}

/** The pages, the one that is shown first in front. */
export function pagesOfMime(bytes: Uint8Array): MimePage[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const pages: { readonly page: MimePage; readonly id: string }[] = [];
  let start: string | null = null;
  const visit = (from: number, to: number, depth: number): void => {
    const { fields, end } = headAt(file, from, to);
    const type = fields.get('content-type') ?? 'text/plain';
    if (/^multipart\//i.test(type)) {
      start ??= parameter(type, 'start');
      const boundary = parameter(type, 'boundary');
      if (boundary === null || depth >= DEEPEST) return;
      for (const [first, last] of partsOf(file, boundary, end, to)) visit(first, last, depth + 1);
    } else if (/^(?:text\/html|application\/xhtml\+xml)\b/i.test(type) && pages.length < MOST_PARTS) {
      const body = decodeTransfer(file.slice(end, to), fields.get('content-transfer-encoding') ?? '');
      pages.push({
        page: { bytes: body, charset: parameter(type, 'charset') },
        id: fields.get('content-id') ?? '',
      });
    }
  };
  visit(0, file.length, 0);
  const shown = pages.findIndex(({ id }) => start !== null && id === start);
  if (shown > 0) pages.unshift(...pages.splice(shown, 1));
  return pages.map(({ page }) => page);
}

/** Fields up to the first blank line; a folded one goes on behind its line end. */
export function headAt(file: string, from: number, to: number): Head {
  const fields = new Map<string, string>();
  let last = '';
  for (let at = from; at < to;) {
    const found = file.indexOf('\n', at);
    const next = found < 0 || found >= to ? to : found + 1;
    const line = file.slice(at, next).replace(/\r?\n$/, '');
    // a file may begin with blank lines
    if (line.trim() === '' && fields.size > 0) return { fields, end: next };
    // takes Content-Type: text/html; leaves a folded line and a text
    const field = /^([!-9;-~]{1,80}):[ \t]*(.*)$/.exec(line);
    if (field) {
      last = field[1]!.toLowerCase();
      if (!fields.has(last)) fields.set(last, field[2]!);
    } else if (/^[ \t]/.test(line) && last !== '') fields.set(last, `${fields.get(last)!} ${line.trim()}`);
    else if (line.trim() !== '') return { fields, end: at };
    at = next;
  }
  return { fields, end: to };
}

/** Of `multipart/related; boundary="a=b"; start=x`: a value with or without quotes. */
function parameter(field: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(field);
  const value = found?.[1] ?? found?.[2] ?? null;
  return value === '' ? null : value;
}

/** Start and end of each part between the boundary's lines; the last may be cut short. */
function partsOf(file: string, boundary: string, from: number, to: number): (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  const mark = `--${boundary}`;
  let open = -1;
  for (let at = file.indexOf(mark, from); at >= 0 && at < to; at = file.indexOf(mark, at + mark.length)) {
    if (at > from && file[at - 1] !== '\n') continue;
    if (open >= 0) parts.push([open, at]);
    const closes = file.startsWith('--', at + mark.length);
    const lineEnd = file.indexOf('\n', at);
    open = closes || lineEnd < 0 ? -1 : lineEnd + 1;
    if (closes || parts.length >= MOST_PARTS) break;
  }
  if (open >= 0 && open < to) parts.push([open, to]);
  return parts;
}

function decodeTransfer(body: string, encoding: string): Uint8Array {
  const name = encoding.trim().toLowerCase();
  if (name === 'base64') return new Uint8Array(Buffer.from(body, 'base64'));
  if (name === 'quoted-printable') return quotedPrintable(body);
  return new Uint8Array(Buffer.from(body, 'latin1'));
}

function quotedPrintable(body: string): Uint8Array {
  const joined = body.replace(/=[ \t]*\r?\n/g, '');
  const decoded = joined.replace(/=([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return new Uint8Array(Buffer.from(decoded, 'latin1'));
}
