/** Gold files and documents → each gold case with the figures that are extracted from its document, or that a file holds. */
import { readFileSync } from 'node:fs';
import {
  parseFigures,
  parseGold,
  type GoldFigure,
  type LineFault,
  type ScoredFigure,
} from '../evaluate/gold.js';
import type { FigureRecord, SourceDocument } from '../model.js';
import { extract, type Engine } from '../pipeline.js';
import { formatDiagnostic } from './format-diagnostic.js';
import { caseName, listDocuments, type GoldCase } from './gold-files.js';
import { say } from '../language/language.js';
import { readOne } from './read-one.js';
import { UsageError } from './usage-error.js';

/** A gold file that has been read. */
export interface ReadCase extends GoldCase {
  readonly golds: readonly GoldFigure[];
}

/** Figures by the name of their case; `failed` counts cases without a document that could be read. */
export interface Extracted<Figure> {
  readonly figures: ReadonlyMap<string, readonly Figure[]>;
  /** Figures (`--figures`) or documents that no gold file labels. */
  readonly unlabelled: number;
  readonly failed: number;
}

export function warn(...phrase: Parameters<typeof say>): void {
  process.stderr.write(`${say(...phrase)}\n`);
}

/** Every fault of every file, before anything is extracted. */
export function readGold(cases: readonly GoldCase[], indicators: ReadonlySet<string>): ReadCase[] {
  const seen = new Map<string, string>();
  const faults: string[] = [];
  const read = cases.map((one): ReadCase => {
    const { golds, faults: found } = parseGold(readText(one.gold), indicators);
    faults.push(...listFaults(one.gold, found));
    const other = seen.get(one.name);
    if (other !== undefined) faults.push(`${one.gold}: ${say(SAME_NAME, { other })}`);
    seen.set(one.name, one.gold);
    return { ...one, golds };
  });
  refuse(faults, { en: '{count} faults in the gold files', zh: '标注文件有 {count} 处错误' });
  return read;
}

const SAME_NAME = { en: 'labels the same document as {other}', zh: '与 {other} 标注同一份文档' };

const listFaults = (file: string, faults: readonly LineFault[]): string[] =>
  faults.map(({ line, message }) => `${file}:${line}: ${message}`);

function refuse(faults: readonly string[], title: Parameters<typeof say>[0]): void {
  if (faults.length === 0) return;
  throw new UsageError(
    [say(title, { count: faults.length }), ...faults.map((fault) => `  ${fault}`)].join('\n'),
  );
}

export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(
      say(
        { en: '{file} cannot be read: {reason}', zh: '无法读取 {file}：{reason}' },
        { file, reason: (error as Error).message },
      ),
    );
  }
}

export function readFigures(file: string, cases: readonly ReadCase[]): Extracted<ScoredFigure> {
  const { figures, faults } = parseFigures(readText(file));
  refuse(listFaults(file, faults), { en: '{count} faults in the figures', zh: '数据文件有 {count} 处错误' });
  const byCase = new Map<string, ScoredFigure[]>(cases.map(({ name }) => [name, []]));
  let unlabelled = 0;
  for (const figure of figures) {
    const list = byCase.get(caseName(figure.file));
    if (list) list.push(figure);
    else unlabelled++;
  }
  return { figures: byCase, unlabelled, failed: 0 };
}

export interface Chosen {
  readonly files: ReadonlyMap<string, string>;
  readonly unlabelled: number;
}

/** The document of each case: among those given, or else the one beside the gold file. */
export function chooseDocuments(cases: readonly ReadCase[], paths: readonly string[]): Chosen {
  const files = new Map<string, string>();
  let unlabelled = 0;
  if (paths.length === 0) {
    for (const { name, beside } of cases) if (beside !== null) files.set(name, beside);
  }
  const names = new Set(cases.map(({ name }) => name));
  const faults: string[] = [];
  for (const { file } of paths.length > 0 ? listDocuments(paths) : []) {
    const name = caseName(file);
    const other = files.get(name);
    if (!names.has(name)) unlabelled++;
    else if (other === undefined) files.set(name, file);
    else if (other !== file) faults.push(`${name}: ${other}, ${file}`);
  }
  refuse(faults, {
    en: '{count} gold files have more than one document',
    zh: '{count} 个标注文件对应多份文档',
  });
  if (files.size === 0) {
    throw new UsageError(
      say({ en: 'no document belongs to a gold file', zh: '没有与标注文件对应的文档' }),
      say({
        en: 'give the documents NAME.* of the gold files NAME.jsonl',
        zh: '请给出与标注文件 NAME.jsonl 同名的文档 NAME.*',
      }),
    );
  }
  return { files, unlabelled };
}

/** The documents of the cases that have one that can be read; of the others it says why not. */
export interface LabelledDocuments {
  readonly documents: ReadonlyMap<string, LabelledDocument>;
  readonly failed: number;
}

export interface LabelledDocument {
  readonly file: string;
  readonly document: SourceDocument;
}

export async function readDocuments(
  cases: readonly ReadCase[],
  { files }: Chosen,
): Promise<LabelledDocuments> {
  const documents = new Map<string, LabelledDocument>();
  for (const { name, gold } of cases) {
    const file = files.get(name);
    const document = file === undefined ? null : await readDocument(file);
    if (document) documents.set(name, { file: file!, document });
    if (file === undefined)
      warn(
        {
          en: '{gold} has no document; all its figures count as missed',
          zh: '{gold} 没有对应的文档，其数据全部计为遗漏',
        },
        { gold },
      );
  }
  return { documents, failed: cases.length - documents.size };
}

async function readDocument(file: string): Promise<SourceDocument | null> {
  const { document, diagnostics } = await readOne({ path: file, member: [] });
  if (!document) for (const one of diagnostics) process.stderr.write(`${formatDiagnostic(file, one)}\n`);
  return document;
}

/** A case without a document that could be read counts with all its figures missed. */
export async function extractAll(
  cases: readonly ReadCase[],
  chosen: Chosen,
  engine: Engine,
): Promise<Extracted<FigureRecord>> {
  const { documents, failed } = await readDocuments(cases, chosen);
  const figures = new Map(
    [...documents].map(([name, { file, document }]) => [
      name,
      extract(document, file, engine).figures.map(({ record }) => record),
    ]),
  );
  return { figures, unlabelled: chosen.unlabelled, failed };
}
