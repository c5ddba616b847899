/** The worker's side: a path and the rule set come in, what is kept of the file goes out. */
import { deserialize } from 'node:v8';
import type { RuleSet } from '../model.js';
import { createEngine, extract, type Engine, type Extraction } from '../pipeline.js';
import { readDocument } from '../read/registry.js';
import { signOfLife } from '../read/sign-of-life.js';
import { documentId } from '../read/source-document.js';
import type { ReportRecord } from '../store/index.js';
import { CodePointIndex } from '../text/span.js';
import {
  failed,
  pack,
  type FileResult,
  type FileToRead,
  type PackedResult,
  type PackedRules,
  type ReadTask,
} from './file-result.js';
import { atPart } from './life.js';
import { memberBytes } from './member-bytes.js';
import type { FileLimits } from './read-bytes.js';

export { listMembers } from './list-members.js';

let engine: Engine | null = null;

/** The engine of this worker: all tasks of a pool bring the same rule set. */
function engineOf(rules: PackedRules): Engine {
  if (!engine) {
    engine = createEngine(deserialize(rules) as RuleSet);
    signOfLife();
  }
  return engine;
}

/** Reads files and extracts their figures; results in the order of the files. */
export default async function readFiles(
  { files, limits }: ReadTask,
  rules: PackedRules,
): Promise<PackedResult[]> {
  const results: PackedResult[] = [];
  for (const [i, file] of files.entries()) {
    atPart(i);
    results.push(pack(await readFile(file, limits, rules)));
  }
  return results;
}

async function readFile(
  { path, member, file }: FileToRead,
  limits: FileLimits,
  rules: PackedRules,
): Promise<FileResult> {
  const begun = performance.now();
  const bytes = await memberBytes({ path, member }, limits);
  if (!Buffer.isBuffer(bytes)) return failed(file, null, bytes);
  const content = { id: documentId(bytes), bytes: bytes.length };
  const { document, diagnostics } = await readDocument(bytes, file, limits);
  signOfLife();
  const read = performance.now() - begun;
  if (!document) return { ...failed(file, content, ...diagnostics), timings: { read, extract: 0 } };
  const { format, encoding, text } = document;
  const kept = { file, content, document: { id: content.id, format, encoding, text } };
  // A scan has no report whose region or date could be missing.
  if (text.trim() === '')
    return { ...kept, reports: [], figures: [], diagnostics, timings: { read, extract: 0 } };
  const extraction = extract(document, file, engineOf(rules));
  return {
    ...kept,
    reports: reportRecords(extraction),
    figures: extraction.figures.map(({ record }) => record),
    diagnostics: [...diagnostics, ...extraction.diagnostics],
    timings: { read, extract: performance.now() - begun - read },
  };
}

function reportRecords({ document, reports, fingerprints }: Extraction): ReportRecord[] {
  const codePoints = new CodePointIndex(document.text);
  return reports.map(({ index, span, title, issuer, region, date }) => ({
    report: index,
    title,
    issuer,
    region_code: region.code,
    region_name: region.name,
    region_method: region.method,
    date,
    start: codePoints.toCodePoint(span.start),
    end: codePoints.toCodePoint(span.end),
    content_hash: fingerprints[index]!.contentHash,
    sketch: fingerprints[index]!.sketch,
  }));
}
