import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { expect, onTestFinished, test } from 'vitest';
import { SAFE_LIMITS, type Reader } from '../../src/read/reader.js';
import { READERS } from '../../src/read/registry.js';
import { blocksOf } from './page.js';
import { ROOT } from './run-page.js';

const PAGES = ['docs/adding-a-format.md', 'docs/zh/adding-a-format.md'];
const PLACE = join(ROOT, 'src/read/srt.ts');

/** The reader as the page has it. */
function readerOf(page: string): string {
  const block = blocksOf(readFileSync(join(ROOT, page), 'utf8')).find(({ marks }) =>
    marks.has('file=src/read/srt.ts'),
  );
  return block!.code;
}

/** What the compiler says of it where the page wants it to be. */
function faultsOf(code: string): string[] {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const plain = ts.createCompilerHost(options);
  host.readFile = (path) => (path === PLACE ? code : plain.readFile(path));
  host.fileExists = (path) => path === PLACE || plain.fileExists(path);
  const program = ts.createProgram([PLACE], { ...options, noEmit: true }, host);
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(PLACE))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** The reader, made to run beside the built ones. */
async function load(code: string): Promise<Reader> {
  const folder = mkdtempSync(join(tmpdir(), 'format-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  const built = pathToFileURL(join(ROOT, 'dist')).href;
  const path = join(folder, 'srt.mjs');
  writeFileSync(path, outputText.replaceAll("'../", `'${built}/`).replaceAll("'./", `'${built}/read/`));
  return ((await import(pathToFileURL(path).href)) as { srt: Reader }).srt;
}

const SUBTITLES =
  '1\r\n00:00:01,500 --> 00:00:04,000\r\n全县招募志愿者\r\n320名。\r\n\r\n2\r\n00:00:05,000 --> 00:00:07,000\r\n再见。\r\n';

test.each(PAGES)('the reader of %s compiles, and keeps what a reader owes', async (page) => {
  const code = readerOf(page);
  expect(faultsOf(code)).toEqual([]);
  expect(faultsOf(code.replace("format: 'srt'", 'format: 1'))).not.toEqual([]);
  const reader = await load(code);
  const bytes = new TextEncoder().encode(SUBTITLES);
  expect([reader, ...READERS].find((one) => one.recognises(bytes, 'srt'))?.format).toBe('srt');
  expect(reader.recognises(new TextEncoder().encode('1\n志愿者320名\n'), 'srt')).toBe(false);
  const { document, diagnostics } = await reader.read(bytes, SAFE_LIMITS);
  expect(diagnostics).toEqual([]);
  expect(document!.blocks.map(({ span }) => document!.text.slice(span.start, span.end))).toEqual([
    '全县招募志愿者\n320名。',
    '再见。',
  ]);
  const empty = await reader.read(
    new TextEncoder().encode('1\n00:00:01,500 --> 00:00:04,000\n'),
    SAFE_LIMITS,
  );
  expect(empty.diagnostics.map((one) => one.code)).toEqual(['document-without-text']);
});
