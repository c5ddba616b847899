/** What the reader tests share: fixtures, the text of blocks, and docx files made on the spot. */
import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { expect } from 'vitest';
import type { BlockKind, SourceDocument } from '../../src/model.js';
import { readDocument } from '../../src/read/registry.js';

export const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`./files/${name}`, import.meta.url)));

/** Reads a document that has to be readable, and checks what holds for all of them. */
export async function read(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  const { document } = await readDocument(bytes, name);
  if (!document) throw new Error(`${name} was refused`);
  expectSound(document);
  return document;
}

export async function codes(bytes: Uint8Array, name: string): Promise<string[]> {
  const { diagnostics } = await readDocument(bytes, name);
  return diagnostics.map((diagnostic) => diagnostic.code);
}

/** Blocks are sorted, do not overlap, are numbered, and the text is clean. */
export function expectSound(document: SourceDocument): void {
  expect(document.text).not.toMatch(/[\0\r]|\p{Surrogate}/u);
  let end = -1;
  const unsound = document.blocks.filter(({ span, paragraph, cell, kind }, index) => {
    const sound =
      span.start > end &&
      span.end > span.start &&
      span.end <= document.text.length &&
      paragraph === index + 1 &&
      (cell !== null) === (kind === 'cell');
    end = span.end;
    return !sound;
  });
  expect(unsound).toEqual([]);
  const starts = document.pages.map((mark) => mark.start);
  expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
}

export const texts = (document: SourceDocument, ...kinds: BlockKind[]): string[] =>
  document.blocks
    .filter((block) => kinds.length === 0 || kinds.includes(block.kind))
    .map((block) => document.text.slice(block.span.start, block.span.end));

/** The paragraphs, headings and cells without any blanks: what must not depend on the format. */
export const bodyOf = (document: SourceDocument): string[] =>
  texts(document, 'paragraph', 'heading', 'cell').map((text) => text.replace(/\s/g, ''));

/** Cells as `row:column text`. */
export const cellsOf = (document: SourceDocument): string[] =>
  document.blocks.flatMap(({ cell, span }) =>
    cell ? [`${cell.row}:${cell.column} ${document.text.slice(span.start, span.end)}`] : [],
  );

/** The page on which the text at `at` stands. */
export const pageAt = (document: SourceDocument, at: number): number | undefined =>
  document.pages.findLast((mark) => mark.start <= at)?.page;

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

/** A docx whose body is `body`; other parts by name, their root's content only. */
export function docxFile(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    'word/document.xml': strToU8(`<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`),
  };
  for (const [name, content] of Object.entries(parts))
    files[`word/${name}.xml`] = strToU8(`<w:${name} ${NAMESPACES}>${content}</w:${name}>`);
  return zipSync(files);
}

export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;
export const listed = (text: string, list: number, level = 0): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

/** A text in a double-byte encoding, by trying what the decoder makes of each pair of bytes. */
export function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new Uint8Array(Buffer.from(text));
  const pairs = pairsOf(encoding);
  return Uint8Array.from(
    Array.from(text).flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : pairs.get(char)!)),
  );
}

function pairsOf(encoding: string): Map<string, readonly number[]> {
  const decoder = new TextDecoder(encoding);
  const pairs = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const char = decoder.decode(new Uint8Array([lead, trail]));
      if (char.length === 1 && !pairs.has(char)) pairs.set(char, [lead, trail]);
    }
  return pairs;
}
