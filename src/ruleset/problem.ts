/** Takes what is wrong with rule files; gives it back as data, as one error and as text to print. */

/** One fault of a rule file, with the line it stands in. */
export interface Problem {
  /** The directory as it was given, and the file's path in it. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  readonly message: string;
  /** What to do about it. */
  readonly hint: string | null;
  /** The line as written; null where there is none to show, e.g. of a missing file. */
  readonly excerpt: string | null;
}

/** All that is wrong with the rule files, in order of file and place. */
export class RuleError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the rule files`);
    this.name = 'RuleError';
    this.problems = sortProblems(problems);
  }
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => byCodeUnits(a.file, b.file) || a.line - b.line || a.column - b.column);
}

/** Cells of a terminal that are shown to the left and to the right of a fault in a long line. */
const SHOWN_BEFORE = 48;
const SHOWN_AFTER = 72;

// Takes 志, （ and ，; must not take a, 1 or (.
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** Blank space as wide as `text` on a terminal: a Han character takes two cells. */
function blankOf(text: string): string {
  return Array.from(text)
    .map((character) =>
      character === '\t' ? '\t' : WIDE.test(character) || character.length > 1 ? '\u3000' : ' ',
    )
    .join('');
}

function formatExcerpt(problem: Problem, excerpt: string): string[] {
  const from = Math.max(0, problem.column - 1 - SHOWN_BEFORE);
  const before = (from > 0 ? '…' : '') + excerpt.slice(from, problem.column - 1);
  const rest = excerpt.slice(problem.column - 1);
  const behind = rest.length > SHOWN_AFTER ? `${rest.slice(0, SHOWN_AFTER)}…` : rest;
  const number = String(problem.line);
  return [`  ${number} | ${before}${behind}`, `  ${' '.repeat(number.length)} | ${blankOf(before)}^`];
}

/** One problem as lines of text: where, what, the line with a caret under the fault, what to do. */
export function formatProblem(problem: Problem): string {
  const lines = [`${problem.file}:${problem.line}:${problem.column}: ${problem.message}`];
  if (problem.excerpt !== null) lines.push(...formatExcerpt(problem, problem.excerpt));
  if (problem.hint !== null) lines.push(`  hint: ${problem.hint}`);
  return lines.join('\n');
}

/** All problems of the error, one below the other, and how many there are. */
export function formatRuleError(error: RuleError): string {
  return [...error.problems.map(formatProblem), error.message].join('\n\n');
}
