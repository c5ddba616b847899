/** Takes the examples of rule files; gives them as a flat list, each able to say where it stands. */
import type { Qualifier, Statistic } from '../model.js';
import type { Problem } from './problem.js';
import type { RuleContext } from './compile.js';
import { checkUnit } from './compile.js';
import type { Path, RuleSource } from './rule-source.js';
import type { RawExpectation, RawIndicator, RawPlace } from './schemas.js';

/** What must come out of an example's text at `at`; undefined is not looked at. */
export interface Expectation {
  readonly at: string;
  readonly indicator: string;
  readonly value?: number | null | undefined;
  readonly lower?: number | null | undefined;
  readonly upper?: number | null | undefined;
  readonly qualifier?: Qualifier | undefined;
  readonly unit?: string | undefined;
  readonly statistic?: Statistic | undefined;
  readonly item?: string | null | undefined;
  readonly redacted?: boolean | undefined;
  /** Makes the problem that this expectation is not met. */
  problem(message: string): Problem;
}

export type ExampleClaim =
  | { readonly kind: 'figures'; readonly expected: readonly Expectation[] }
  /** `at` null: nowhere in the text. */
  | {
      readonly kind: 'no-figure';
      readonly indicator: string;
      readonly at: string | null;
      readonly why: string;
    }
  | { readonly kind: 'statistic'; readonly statistic: Statistic; readonly at: string }
  | { readonly kind: 'set-aside' | 'not-set-aside'; readonly as: string; readonly at: string };

/** A text of a rule file with what it must, or must not, give. */
export interface RuleExample {
  readonly text: string;
  readonly claim: ExampleClaim;
  /** From a user's directory, not from the first one. */
  readonly fromUser: boolean;
  /** Makes the problem that the claim does not hold. */
  problem(message: string): Problem;
}

const example = (source: RuleSource, path: Path, text: string, claim: ExampleClaim): RuleExample => ({
  text,
  claim,
  fromUser: source.layer > 0,
  problem: (message) => source.problem(path, message),
});

/** Reports a place that its own text does not hold: such an example would say nothing. */
function checkPlace(
  context: RuleContext,
  source: RuleSource,
  path: Path,
  raw: { text: string; at?: string | undefined },
): void {
  if (raw.at === undefined || raw.text.includes(raw.at)) return;
  const hint = 'write it as the text does, character for character';
  context.problems.push(source.problem([...path, 'at'], `"${raw.at}" does not stand in the text`, hint));
}

function expectationOf(source: RuleSource, path: Path, raw: RawExpectation, id: string): Expectation {
  return { ...raw, indicator: raw.indicator ?? id, problem: (message) => source.problem(path, message) };
}

/** The examples and counter-examples of an indicator. */
export function indicatorExamples(
  context: RuleContext,
  source: RuleSource,
  raw: RawIndicator,
): RuleExample[] {
  const positive = raw.examples.map(({ text, expect }, index) => {
    const list = Array.isArray(expect) ? expect : [expect];
    const expected = list.map((each, position) => {
      const path = ['examples', index, 'expect', position];
      checkPlace(context, source, path, { text, at: each.at });
      if (each.unit !== undefined) checkUnit(context, source, [...path, 'unit'], each.unit);
      return expectationOf(source, path, each, raw.id);
    });
    return example(source, ['examples', index], text, { kind: 'figures', expected });
  });
  const negative = raw.counter_examples.map((each, index) => {
    const path = ['counter_examples', index];
    checkPlace(context, source, path, each);
    const { text, why, at = null } = each;
    return example(source, path, text, { kind: 'no-figure', indicator: raw.id, at, why });
  });
  return [...positive, ...negative];
}

/** Examples that name a place in a text, with what is claimed of each. */
export function placeExamples(
  context: RuleContext,
  source: RuleSource,
  path: Path,
  raws: readonly RawPlace[] | undefined,
  claimOf: (at: string) => ExampleClaim,
): RuleExample[] {
  return (raws ?? []).map((raw, index) => {
    checkPlace(context, source, [...path, index], raw);
    return example(source, [...path, index], raw.text, claimOf(raw.at));
  });
}
