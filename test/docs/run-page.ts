/** Runs what a page of the documentation marks `test`: the page in, the same page with what really comes out, out. */
import { execFile, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { ask, CLI } from '../commands/huibao.js';
import { blocksOf, shows, withOutputs, type Block, type Output } from './page.js';

export const ROOT = resolve(import.meta.dirname, '../..');
const LINKED = ['fixtures', 'rules', 'docs'];

export interface Run {
  /** The page with the outputs that differ replaced; equal to the page where it tells the truth. */
  readonly page: string;
  /** Blocks that ended otherwise than the page says. */
  readonly failures: readonly string[];
  /** How many blocks were run. */
  readonly ran: number;
}

/** @param prepare is called before the first question to the database, with its folder */
export async function runPage(path: string, prepare?: (folder: string) => void): Promise<Run> {
  const page = readFileSync(join(ROOT, path), 'utf8');
  const place = makePlace();
  const failures: string[] = [];
  const outputs: Output[] = [];
  let ran = 0;
  let prepared = false;
  try {
    for (const block of blocksOf(page)) {
      saveFile(place.folder, block);
      if (!block.marks.has('test') || lacks(block)) continue;
      if (block.language === 'sql' && !prepared) {
        prepare?.(place.folder);
        prepared = true;
      }
      const { output, failed } = await runBlock(
        block,
        place,
        /[/.]zh[/.]/.test(path) ? 'zh_CN.UTF-8' : 'C.UTF-8',
      );
      ran += 1;
      if (failed !== block.marks.has('fails')) failures.push(`${path}:${block.line}: ${output}`);
      if (block.output && !shows(block.output.text, output)) outputs.push({ ...block.output, text: output });
    }
  } finally {
    rmSync(place.folder, { recursive: true, force: true });
    rmSync(place.bin, { recursive: true, force: true });
  }
  return { page: withOutputs(page, outputs), failures, ran };
}

/** Whether a program that the block needs and that the project does not bring along is missing here. */
function lacks({ marks }: Block): boolean {
  const program = valueOf(marks, 'needs');
  return program !== undefined && spawnSync(program, ['--version']).error !== undefined;
}

const valueOf = (marks: Block['marks'], name: string): string | undefined =>
  [...marks].find((mark) => mark.startsWith(`${name}=`))?.slice(name.length + 1);

interface Place {
  readonly folder: string;
  readonly bin: string;
}

/** A folder that looks like a checkout, and commands as a reader has them. */
function makePlace(): Place {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'docs-')));
  const bin = mkdtempSync(join(tmpdir(), 'docs-bin-'));
  for (const name of LINKED) symlinkSync(join(ROOT, name), join(folder, name));
  const huibao = `exec "${process.execPath}" "${CLI}" "$@"`;
  const commands = {
    huibao,
    npx: `test "$1" = huibao || exit 127\nshift\n${huibao}`,
    // what it would install is here
    npm: 'test "$*" = ci',
  };
  for (const [name, script] of Object.entries(commands))
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return { folder, bin };
}

function saveFile(folder: string, { marks, code }: Block): void {
  const name = valueOf(marks, 'file');
  if (name === undefined) return;
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), code);
}

interface Outcome {
  readonly output: string;
  readonly failed: boolean;
}

function runBlock({ language, code }: Block, { folder, bin }: Place, locale: string): Promise<Outcome> {
  if (language === 'sql') return Promise.resolve(runSql(join(folder, 'huibao.sqlite'), code));
  const env = { ...process.env, LC_ALL: locale, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
  return new Promise((done) => {
    execFile('sh', ['-ec', code], { cwd: folder, env }, (error, stdout, stderr) =>
      // data first: in which order the two reach a terminal is nobody's choice
      done({ output: shown(`${stdout}${stderr}`, folder), failed: error !== null }),
    );
  });
}

// takes `64/92 files, 31.2/s  a.txt` and `64/92 个文件，每秒 31.2 个  a.txt`, which slow machines print meanwhile
const PROGRESS = /^\d+\/\d+ (?:files, |个文件，).*\n/gm;

/** Blanks at the ends of lines are no part of what a page shows, nor is where it was run and how far it had got. */
const shown = (text: string, folder: string): string =>
  text
    .replaceAll(folder, '…')
    .replace(PROGRESS, '')
    .replace(/[ \t]+$/gm, '');

function runSql(path: string, sql: string): Outcome {
  try {
    return { output: markdownTable(ask<Row>(path, sql)), failed: false };
  } catch (error) {
    return { output: String(error), failed: true };
  }
}

type Row = Readonly<Record<string, string | number | null>>;

/** Rows as a table of Markdown; null is empty. */
function markdownTable(rows: readonly Row[]): string {
  if (rows.length === 0) return '| nothing |\n| --- |\n';
  const columns = Object.keys(rows[0]!);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const cell = (value: Row[string]): string =>
    String(value ?? '')
      .replaceAll('|', '\\|')
      .replaceAll('\n', ' ');
  return [columns, columns.map(() => '---'), ...rows.map((row) => columns.map((name) => cell(row[name]!)))]
    .map(line)
    .join('');
}
