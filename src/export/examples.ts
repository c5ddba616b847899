/** What reviewers decided → examples and counter-examples in YAML, to be pasted into the rule files of their indicators. */
import { Document, isMap, visit } from 'yaml';
import type { FigureRecord } from '../model.js';
import type { ExampleText } from './example-text.js';

/** A figure that was decided on; `why` is null where it is right. */
export interface JudgedFigure {
  /** With what was corrected; a rejected one as it was found. */
  readonly figure: FigureRecord;
  readonly place: ExampleText;
  /** Why it was rejected. */
  readonly why: string | null;
}

/** YAML, a document an indicator, and how many examples it holds. */
export interface FormattedExamples {
  readonly yaml: string;
  readonly examples: number;
  readonly counterExamples: number;
}

type Expectation = Readonly<Record<string, string | number | boolean | null>>;
interface Example {
  readonly text: string;
  readonly expect: Expectation | readonly Expectation[];
}
interface CounterExample {
  readonly text: string;
  readonly why: string;
  readonly at: string;
}

/** By indicator; what comes twice is written once. */
export function formatExamples(judged: readonly JudgedFigure[]): FormattedExamples {
  const indicators = [...new Set(judged.map(({ figure }) => figure.indicator))].sort();
  const blocks = indicators.map((indicator) => {
    const own = judged.filter(({ figure }) => figure.indicator === indicator);
    return { indicator, examples: examplesOf(own), counterExamples: counterExamplesOf(own) };
  });
  return {
    yaml: blocks.map(formatBlock).join(''),
    examples: blocks.reduce((sum, { examples }) => sum + examples.length, 0),
    counterExamples: blocks.reduce((sum, { counterExamples }) => sum + counterExamples.length, 0),
  };
}

/** Figures of one sentence make one example: each of its expectations takes one figure. */
function examplesOf(judged: readonly JudgedFigure[]): Example[] {
  const bySentence = new Map<string, Expectation[]>();
  for (const { figure, place, why } of judged) {
    if (why !== null) continue;
    // the same sentence in two documents makes two, that are alike
    const key = JSON.stringify([place.text, figure.document_id, figure.paragraph]);
    const expected = bySentence.get(key) ?? [];
    bySentence.set(key, expected);
    expected.push(expectationOf(figure, place.at));
  }
  const examples = [...bySentence].map(([key, expected]) => {
    const [text] = JSON.parse(key) as [string];
    return { text, expect: expected.length === 1 ? expected[0]! : expected };
  });
  return distinct(examples, (example) => JSON.stringify(example));
}

function counterExamplesOf(judged: readonly JudgedFigure[]): CounterExample[] {
  const counterExamples = judged.flatMap(({ place: { text, at }, why }) =>
    why === null ? [] : [{ text, why, at }],
  );
  return distinct(counterExamples, ({ text, at }) => JSON.stringify([text, at]));
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What rule files leave out is left out: bounds that equal the value, `exact`, `total`, no goods. */
function expectationOf(figure: FigureRecord, at: string): Expectation {
  const { value, lower, upper, qualifier, unit, statistic, item, redacted } = figure;
  const bound = (key: string, number: number | null): Expectation =>
    number === value ? {} : { [key]: number };
  const number = redacted
    ? { redacted }
    : {
        ...(value === null ? {} : { value }),
        ...bound('lower', lower),
        ...bound('upper', upper),
        ...(qualifier === 'exact' ? {} : { qualifier }),
      };
  return {
    at,
    ...number,
    unit,
    ...(statistic === 'total' ? {} : { statistic }),
    ...(item === null ? {} : { item }),
  };
}

interface Block {
  readonly indicator: string;
  readonly examples: readonly Example[];
  readonly counterExamples: readonly CounterExample[];
}

/** One entry a line, as in the rule files. */
function formatBlock({ indicator, examples, counterExamples }: Block): string {
  const document = new Document({
    ...(examples.length > 0 && { examples }),
    ...(counterExamples.length > 0 && { counter_examples: counterExamples }),
  });
  visit(document, {
    Seq(_, node, path) {
      for (const entry of node.items) if (isMap(entry)) entry.flow = true;
      if (path.some((parent) => isMap(parent) && parent.flow)) node.flow = true;
    },
  });
  return `---\n# ${indicator}\n${document.toString({ lineWidth: 0, singleQuote: true })}`;
}
