/** Directories of rule files → the engine, after the users' examples have passed. */
import { resolve } from 'node:path';
import type { NormalizedSpan, RuleSet } from '../model.js';
import { createEngine, extract, type Engine, type Extraction } from '../pipeline.js';
import { documentOfText } from '../read/source-document.js';
import { readCompiled } from '../ruleset/compiled.js';
import { builtInRules, loadRuleSet, type ExampleRunner } from '../ruleset/index.js';

/** The built-in directory and those of the user, absolute, in the order in which they are laid over each other. */
export const ruleDirectories = (added: readonly string[] = []): string[] => [
  builtInRules(),
  ...added.map((directory) => resolve(directory)),
];

/**
 * The built-in rules with those of the directories, ready for `extract`; the examples of the latter are run.
 * @throws {RuleError} with everything that is wrong
 */
export function loadEngine(added: readonly string[] = []): Engine {
  const compiled = added.length === 0 ? readCompiled() : null;
  return createEngine(compiled ?? loadRuleSet(ruleDirectories(added), { runner: exampleRunner }));
}

/** Runs the pipeline on the examples of rule files. */
export function exampleRunner(ruleSet: RuleSet): ExampleRunner {
  const engine = createEngine(ruleSet);
  const run = (text: string): Extraction => extract(documentOfText(text), 'example', engine);
  return {
    extract: (text) => {
      const extraction = run(text);
      // an example says what the rules take, and nothing of what the classifier proposes
      return extraction.figures
        .filter(({ match }) => match.level !== 'context')
        .map(({ match, record }) => ({ ...record, ...pieceAt(extraction, match.quantity.span) }));
    },
    setAside: (text) => {
      const extraction = run(text);
      return extraction.setAside.map(({ kind, span }) => ({ kind, ...pieceAt(extraction, span) }));
    },
  };
}

function pieceAt(
  { document, normalized }: Extraction,
  span: NormalizedSpan,
): { readonly start: number; readonly end: number; readonly exact: string } {
  const { start, end } = normalized.toSource(span);
  return { start, end, exact: document.text.slice(start, end) };
}
