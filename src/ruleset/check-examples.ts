/** Takes the examples of a rule set and what the pipeline makes of their texts; gives those that fail. */
import type { Qualifier, Statistic } from '../model.js';
import type { Expectation, RuleExample } from './examples.js';
import type { Problem } from './problem.js';

/** A stretch of an example's text, in UTF-16 code units. */
interface Piece {
  readonly start: number;
  readonly end: number;
  /** The text there. */
  readonly exact: string;
}

/** A figure that came out of an example's text. */
export interface ExampleFigure extends Piece {
  readonly indicator: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly qualifier: Qualifier;
  readonly unit: string | null;
  readonly statistic: Statistic;
  readonly item: string | null;
  readonly redacted: boolean;
}

/** A number of an example's text that was set aside. */
export interface ExampleSetAside extends Piece {
  readonly kind: string;
}

/** Runs the pipeline, with the rule set that is checked, on the text of one example. */
export interface ExampleRunner {
  extract(text: string): readonly ExampleFigure[];
  setAside(text: string): readonly ExampleSetAside[];
}

const CHECKED = ['value', 'lower', 'upper', 'qualifier', 'unit', 'statistic', 'item', 'redacted'] as const;

const show = (value: Expectation[(typeof CHECKED)[number]]): string => JSON.stringify(value ?? null);

/** Whether a piece covers a part of any place where `at` stands in the text. */
function touches(piece: Piece, text: string, at: string): boolean {
  for (let start = text.indexOf(at); start >= 0; start = text.indexOf(at, start + 1)) {
    if (piece.start < start + at.length && start < piece.end) return true;
  }
  return false;
}

const listed = (items: readonly string[]): string => (items.length > 0 ? items.join(', ') : 'nothing');

const describeFigures = (figures: readonly ExampleFigure[]): string =>
  listed(figures.map((figure) => `${figure.exact} as ${figure.indicator}`));

/** Each attribute of the figure that is not as expected. */
function differences(expected: Expectation, figure: ExampleFigure): string[] {
  return CHECKED.filter((key) => expected[key] !== undefined && expected[key] !== figure[key]).map(
    (key) => `${key} should be ${show(expected[key])} and is ${show(figure[key])}`,
  );
}

/** Every expectation takes one figure, so that the same number twice in a text has to come out twice. */
function unmetExpectations(
  expectations: readonly Expectation[],
  figures: readonly ExampleFigure[],
): Problem[] {
  const free = [...figures];
  return expectations.flatMap((expected) => {
    const here = free.filter(
      ({ exact, indicator }) => exact === expected.at && indicator === expected.indicator,
    );
    const best = here.find((figure) => differences(expected, figure).length === 0) ?? here[0];
    if (!best) {
      const found = describeFigures(figures);
      return [
        expected.problem(
          `the example fails: no ${expected.indicator} comes out at "${expected.at}"; what comes out: ${found}`,
        ),
      ];
    }
    free.splice(free.indexOf(best), 1);
    const wrong = differences(expected, best);
    return wrong.length === 0
      ? []
      : [expected.problem(`the example fails: at "${expected.at}" ${wrong.join('; ')}`)];
  });
}

function checkExample(example: RuleExample, run: ExampleRunner): Problem[] {
  const { text, claim } = example;
  switch (claim.kind) {
    case 'figures':
      return unmetExpectations(claim.expected, run.extract(text));
    case 'no-figure': {
      const { at, indicator } = claim;
      const wrong = run
        .extract(text)
        .filter((figure) => figure.indicator === indicator && (at === null || touches(figure, text, at)));
      if (wrong.length === 0) return [];
      const message = `the counter-example fails: ${describeFigures(wrong)} comes out (${claim.why})`;
      return [example.problem(message)];
    }
    case 'statistic': {
      const here = run.extract(text).filter(({ exact }) => exact === claim.at);
      if (here.some(({ statistic }) => statistic === claim.statistic)) return [];
      const found = listed(here.map(({ statistic }) => statistic));
      return [
        example.problem(
          `the example fails: at "${claim.at}" the statistic should be ${claim.statistic}; what comes out: ${found}`,
        ),
      ];
    }
    default: {
      const here = run.setAside(text).filter((piece) => touches(piece, text, claim.at));
      const aside = here.some(({ kind }) => kind === claim.as);
      if (aside === (claim.kind === 'set-aside')) return [];
      if (aside)
        return [example.problem(`the counter-example fails: "${claim.at}" is set aside as ${claim.as}`)];
      const found = listed(here.map(({ exact, kind }) => `${exact} as ${kind}`));
      return [
        example.problem(
          `the example fails: "${claim.at}" should be set aside as ${claim.as}; what is set aside: ${found}`,
        ),
      ];
    }
  }
}

/** The examples that fail, each as a problem at its place in the rule file. */
export function checkExamples(examples: readonly RuleExample[], run: ExampleRunner): Problem[] {
  return examples.flatMap((example) => checkExample(example, run));
}
