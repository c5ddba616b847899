/** Takes a rule file's text (YAML or JSON); gives its data and the line and column of every part of it. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Problem } from './problem.js';
import type { RuleFile } from './rule-files.js';

export type Path = readonly (string | number)[];

/** A parsed rule file. */
export interface RuleSource {
  readonly name: string;
  readonly layer: number;
  readonly data: unknown;
  /** Makes a problem at the value (or the key) that `path` leads to, or at the nearest part above it that exists. */
  problem(path: Path, message: string, hint?: string | null, part?: 'value' | 'key'): Problem;
}

const startOf = (node: unknown): number | null =>
  (node as { range?: readonly [number, number, number] | null } | null)?.range?.[0] ?? null;

/** The offset of what `path` leads to; a lone value stands for a list of one. */
function offsetOf(document: Document, path: Path, part: 'value' | 'key'): number {
  let node: Node | null = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    if (isMap(node)) {
      if (typeof step === 'number') continue;
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step);
      if (!pair) return offset;
      const last = depth === path.length - 1;
      node = pair.value as Node | null;
      offset = (last && part === 'key' ? null : startOf(node)) ?? startOf(pair.key) ?? offset;
    } else if (isSeq(node) && typeof step === 'number') {
      node = (node.items[step] ?? null) as Node | null;
      offset = startOf(node) ?? offset;
    }
  }
  return offset;
}

/** What the parser says, without the place and the excerpt that it adds. */
const firstLine = (message: string): string =>
  message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/u, '');

/**
 * Parses a rule file; syntax errors go to `problems`, and then there is no source.
 * JSON is read as the YAML that it is, which is what gives its places.
 */
export function parseRuleSource(file: RuleFile, problems: Problem[]): RuleSource | null {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const excerpts = file.text.split('\n');
  const problemAt = (offset: number, message: string, hint: string | null): Problem => {
    const { line, col } = lines.linePos(offset);
    return { file: file.file, line, column: col, message, hint, excerpt: excerpts[line - 1] ?? null };
  };
  // A broken line makes the parser stumble over all that follow: only its first complaint helps.
  for (const error of [...document.errors, ...document.warnings].slice(0, 1)) {
    problems.push(problemAt(error.pos[0], `not valid YAML: ${firstLine(error.message)}`, null));
  }
  if (document.errors.length > 0 || document.warnings.length > 0) return null;
  if (file.name.endsWith('.json')) {
    try {
      JSON.parse(file.text);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push(problemAt(0, `not valid JSON: ${reason}`, null));
      return null;
    }
  }
  let data: unknown;
  try {
    data = document.toJS();
  } catch (error) {
    // aliases of aliases that unfold without end
    problems.push(
      problemAt(0, `not a rule file: ${error instanceof Error ? error.message : String(error)}`, null),
    );
    return null;
  }
  return {
    name: file.name,
    layer: file.layer,
    data,
    problem: (path, message, hint = null, part = 'value') =>
      problemAt(offsetOf(document, path, part), message, hint),
  };
}
