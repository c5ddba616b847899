/** Runs the built command line, as a person would. */
import { spawn, type ChildProcess } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { GROUNDING_CHECK } from '../../src/store/index.js';

/** The built command line. */
export const CLI = resolve(import.meta.dirname, '../../dist/cli.js');
const FIXTURES = resolve(import.meta.dirname, '../../fixtures');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
}

interface Circumstances {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a command; it speaks English unless `env` says otherwise. */
export function start(args: readonly string[], { cwd, env }: Circumstances = {}): Started {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: cwd ?? tmpdir(),
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  const ended = new Promise<Ended>((resolveEnd, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolveEnd({
        code,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
      });
    });
  });
  return { process: child, ended };
}

/** Runs a command to its end. */
export const huibao = (args: readonly string[], circumstances: Circumstances = {}): Promise<Ended> =>
  start(args, circumstances).ended;

/** A new folder with these files; gone after the test. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'reports-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** The sample reports by the name of their case. */
export function sampleReports(): Record<string, string> {
  const cases = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return Object.fromEntries(
    cases.map(({ name }) => [name, readFileSync(join(FIXTURES, name, 'input.txt'), 'utf8')]),
  );
}

/** A folder with so many different reports. */
export function folderOfReports(count: number): string {
  const samples = Object.entries(sampleReports());
  const files = Array.from({ length: count }, (_, index) => {
    const [name, text] = samples[index % samples.length]!;
    const copy = Math.floor(index / samples.length);
    return [`${copy}/${name}.txt`, copy === 0 ? text : `${text}\n另有志愿者${1000 + copy}人待命。\n`];
  });
  return folderOf(Object.fromEntries(files) as Record<string, string>);
}

/** Asks a database; for checks on what a command left there. */
export function ask<Row>(path: string, sql: string): Row[] {
  const database = new Database(path, { readonly: true });
  try {
    return database.prepare(sql).all() as Row[];
  } finally {
    database.close();
  }
}

/** Figures whose text is not where they say; must be 0 after every run. */
export const ungrounded = (path: string): number =>
  Object.values(ask<Record<string, number>>(path, GROUNDING_CHECK)[0]!)[0]!;

/** All that is kept of the documents, without what tells one run from another. */
export function contentOf(path: string): unknown {
  return {
    documents: ask(
      path,
      `SELECT id, file, format, encoding, bytes, status, rule_version, superseded_by, searchable, text FROM documents ORDER BY id`,
    ),
    files: ask(path, 'SELECT file, document_id FROM document_files ORDER BY file'),
    reports: ask(path, 'SELECT * FROM reports ORDER BY id'),
    figures: ask(path, 'SELECT * FROM figures ORDER BY figure_id'),
    diagnostics: ask(
      path,
      `SELECT document_id, file, code, message, params, start, "end" FROM diagnostics
       ORDER BY document_id, file, code, start, params`,
    ),
  };
}
