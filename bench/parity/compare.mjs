/** The figures of one report in two formats in; out those in both, those that one lacks and those that it has more. */

const COMPARED = [
  'indicator', 'item', 'value', 'lower', 'upper', 'qualifier', 'unit', 'statistic', 'redacted', 'region_code',
]; // prettier-ignore

const keyOf = (figure) => JSON.stringify(COMPARED.map((field) => figure[field]));

/**
 * Each figure as often as it is stated.
 * @returns {{ same: number, missing: object[], extra: object[] }}
 */
export function compareFigures(expected, found) {
  const waiting = groupBy(found);
  const missing = [];
  let same = 0;
  for (const figure of expected) {
    if (waiting.get(keyOf(figure))?.pop()) same += 1;
    else missing.push(figure);
  }
  return { same, missing, extra: [...waiting.values()].flat() };
}

function groupBy(figures) {
  const groups = new Map();
  for (const figure of figures) groups.set(keyOf(figure), [...(groups.get(keyOf(figure)) ?? []), figure]);
  return groups;
}

/** A figure with its sentence, on one line. */
export function describeFigure(figure) {
  const { indicator, item, value, lower, upper, qualifier, unit, statistic, redacted, region_code } = figure;
  const amount = redacted ? 'redacted' : value === lower && value === upper ? value : `${value} [${lower}, ${upper}] ${qualifier}`;
  const words = [indicator, item, amount, unit, statistic, region_code ?? 'no region'].filter((word) => word !== null);
  return `${words.join(' ')}: ${figure.quote.replace(/\s+/g, ' ')}`;
} // prettier-ignore
