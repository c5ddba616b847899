/** What quantify finds in a text, one line a number, so that tables of cases are read at a glance. */
import { normalizeFragment } from '../../src/normalize/normalize.js';
import { quantify } from '../../src/quantify/quantify.js';
import { buildUnitLexicon } from '../../src/quantify/unit.js';
import { builtInRules, readRuleSet } from '../../src/ruleset/index.js';

const { ruleSet } = readRuleSet([builtInRules()]);
export const unitWords = ruleSet.units;
export const lexicon = buildUnitLexicon(unitWords);

const bound = (value: number | null): string => (value === null ? '…' : String(value));

/**
 * Quantities as `8.2万 = 82000 小时`, hedged ones as `近 … = 100 under [50, 100] 人`, others as
 * `第11: ordinal 11`, in the order of the text; a missing value is `?`, an open bound `…`.
 */
export function showNumbers(written: string): string[] {
  const { text } = normalizeFragment(written, []);
  const { quantities, setAside } = quantify(text, lexicon);
  const shown = quantities.map(({ span, value, lower, upper, qualifier, unit, redacted }) => {
    const exact = text.slice(span.start, span.end);
    const measure = unit === null ? '' : ` ${unit}`;
    if (redacted) return { at: span.start, line: `${exact} redacted${measure}` };
    const bounds = qualifier === 'exact' ? '' : ` ${qualifier} [${bound(lower)}, ${bound(upper)}]`;
    return { at: span.start, line: `${exact} = ${value === null ? '?' : String(value)}${bounds}${measure}` };
  });
  const aside = setAside.map(({ span, kind, value }) => ({
    at: span.start,
    line: `${text.slice(span.start, span.end)}: ${kind}${value === null ? '' : ` ${String(value)}`}`,
  }));
  return [...shown, ...aside].sort((a, b) => a.at - b.at).map(({ line }) => line);
}

/** A text and what is found in it. */
export type Case = readonly [text: string, ...found: string[]];
