import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { builtInRules, loadRuleSet } from '../../src/index.js';
import { documentId } from '../../src/read/source-document.js';
import { readDocument } from '../../src/read/registry.js';
import type * as Workers from '../../src/workers/index.js';

// workers run what was built
const { DocumentReader, packRules } = (await import(
  new URL('../../dist/workers/index.js', import.meta.url).href
)) as typeof Workers;

const DOCX = resolve(import.meta.dirname, '../../fixtures/youth-league-city-chrome/input.docx');
const rules = packRules(loadRuleSet([builtInRules()], { checkExamples: false }));

function reader(seconds: number): Workers.DocumentReader {
  const made = new DocumentReader({ seconds, megabytes: 512 }, rules);
  onTestFinished(async () => await made.close());
  return made;
}

/** A text as the database has it. */
const toRead = (id: string, text: string, files: readonly string[] = [], format = 'txt') => ({
  stored: { id, text, files, format, file: `${id}.${format}`, encoding: null, rule_version: '' },
  folder: dirname(DOCX),
});
const WHOLE = { start: 0, end: Infinity };

test('reads a document once and answers what is asked of it', async () => {
  const own = reader(20);
  expect(await own.ask('a', 'file', [])).toBeUndefined();
  expect(await own.read(toRead('a', '淮安市招募志愿者120名，计划再招募500名。'))).toBe(true);
  const others = await own.ask('a', 'others', [WHOLE]);
  expect(others?.map(({ exact }) => exact)).toEqual(['500']);
  expect(await own.ask('a', 'place', [{ start: 8, end: 9 }])).toMatchObject({ exact: '120', unit: '人' });
  await expect(own.ask('a', 'place', [{ start: 8, end: 900 }])).rejects.toMatchObject({
    name: 'NotFound',
    message: 'place',
  });
});

test('reads the file that the text was taken from, and the text where there is none', async () => {
  const bytes = readFileSync(DOCX);
  const { document } = await readDocument(bytes, DOCX);
  const id = documentId(bytes);
  const own = reader(20);
  expect(await own.read(toRead(id, document!.text, ['input.docx'], 'docx'))).toBe(true);
  expect(await own.ask(id, 'file', [])).toEqual({ path: DOCX, member: [] });
  expect(await own.read(toRead('b', document!.text, ['none.docx', 'input.docx'], 'docx'))).toBe(true);
  expect(await own.ask('b', 'file', [])).toBeNull();
});

test('gives up what takes too long, and goes on', async () => {
  expect(await reader(0.001).read(toRead('a', '志愿者120名。'.repeat(100_000)))).toBe(false);
  const own = reader(3);
  expect(await own.read(toRead('long', '淮安市招募志愿者120名，服务3400小时。'.repeat(400_000)))).toBe(false);
  expect(await own.read(toRead('a', '志愿者120名。'))).toBe(true);
});

test('leaves this thread free while a long text is read and asked about', async () => {
  const own = reader(60);
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  onTestFinished(() => clearInterval(timer));
  const task = toRead('long', '涟水县3月5日组织志愿者123名，服务时长456小时。\n'.repeat(20_000));
  const begun = performance.now();
  expect(await own.read(task)).toBe(true);
  expect((await own.ask('long', 'others', [{ start: 0, end: 1000 }]))!.length).toBeGreaterThan(20);
  // a third of the time that it takes, on however slow a machine
  expect(longest).toBeLessThan((performance.now() - begun) / 3);
});
