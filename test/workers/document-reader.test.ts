import { resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readDocument } from '../../src/read/registry.js';
import { readBytes } from '../../src/workers/read-bytes.js';
import type * as Workers from '../../src/workers/index.js';

// workers run what was built
const { DocumentReader } = (await import(
  new URL('../../dist/workers/index.js', import.meta.url).href
)) as typeof Workers;

const DOCX = resolve(import.meta.dirname, '../../fixtures/youth-league-city-chrome/input.docx');

function reader(seconds: number): Workers.DocumentReader {
  const made = new DocumentReader({ seconds, megabytes: 256 });
  onTestFinished(async () => await made.close());
  return made;
}

test('gives what is read in this thread', async () => {
  const { document } = await readDocument(readBytes(DOCX) as Buffer, DOCX);
  expect(await reader(20).read(DOCX)).toEqual(document);
});

test('gives nothing for what is no document, takes too long, or is not there, and goes on', async () => {
  const patient = reader(20);
  expect(await patient.read(resolve(DOCX, '../none.docx'))).toBeNull();
  expect(await patient.read(import.meta.dirname)).toBeNull();
  expect(await reader(0.001).read(DOCX)).toBeNull();
  expect((await patient.read(DOCX))?.format).toBe('docx');
});
