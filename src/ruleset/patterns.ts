/** Takes the named patterns; gives pattern sources with the names filled in. */
import { checkRegex } from './regex-check.js';
import type { RegexFacts } from './regex-facts.js';
import { suggest } from './suggest.js';

// Takes {gap} (as group 1), and whole, so that no name is seen in them: \p{L}, \{, [{}]. Must not take {0,6}.
const PART = /\\[pPu]\{[^}]*\}|\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\{([\p{L}_]+)\}/gu;
// Takes [{gap}]; must not take [{0,6}].
const NAME_IN_CLASS = /^\[.*\{[\p{L}_]+\}/su;

/** A filled-in pattern may have so many characters: patterns that use each other can grow without measure. */
const LONGEST = 20_000;

/** Why a name in a pattern can not be filled in. */
export interface PatternFault {
  readonly message: string;
  readonly hint: string | null;
  /** The fault is in another pattern, where it is reported. */
  readonly elsewhere: boolean;
}

export type Expansion = { readonly source: string } | PatternFault;

type Named = { readonly source: string; readonly facts: RegexFacts } | PatternFault;

/** The named patterns of a rule set; each is filled in and checked once and kept. */
export class PatternTable {
  private readonly named = new Map<string, Named>();

  constructor(private readonly patterns: ReadonlyMap<string, string>) {}

  /** The facts of a pattern that has been filled in without a fault. */
  readonly factsOf = (name: string): RegexFacts => {
    const known = this.named.get(name);
    if (known && 'facts' in known) return known.facts;
    throw new Error(`{${name}} has not been filled in`);
  };

  /** The source with every `{name}` replaced by `(?:…)`, or why that is not possible. */
  expand(source: string, under: readonly string[] = []): Expansion {
    const faults: PatternFault[] = [];
    const filled = source.replace(PART, (part: string, name: string | undefined) => {
      if (name === undefined) {
        if (NAME_IN_CLASS.test(part)) {
          const message = `${part}: a named pattern can not stand in [ ]`;
          faults.push({ message, hint: 'use (?:a|b) in its place', elsewhere: false });
        }
        return part;
      }
      const inner = this.expandUse(name, under);
      if ('source' in inner) return `(?:${inner.source})`;
      faults.push(inner);
      return part;
    });
    if (faults.length === 0 && filled.length > LONGEST) {
      const message = `the pattern has more than ${LONGEST} characters with its names filled in`;
      return { message, hint: 'write shorter named patterns', elsewhere: false };
    }
    return faults.find((fault) => !fault.elsewhere) ?? faults[0] ?? { source: filled };
  }

  /** A named pattern itself, filled in, or what is wrong with it. */
  expandName(name: string, under: readonly string[] = []): Expansion {
    let result = this.named.get(name);
    if (result === undefined) {
      result = this.check(this.patterns.get(name) ?? '', [...under, name]);
      this.named.set(name, result);
    }
    return result;
  }

  private check(source: string, under: readonly string[]): Named {
    const expansion = this.expand(source, under);
    if (!('source' in expansion)) return expansion;
    const { source: filled } = expansion;
    const check = checkRegex(source, { filled, factsOf: this.factsOf, mayBeEmpty: true });
    return 'facts' in check ? { source: filled, facts: check.facts } : { ...check, elsewhere: false };
  }

  private expandUse(name: string, under: readonly string[]): Expansion {
    if (!this.patterns.has(name)) {
      const hint = suggest(name, this.patterns.keys());
      return { message: `unknown pattern {${name}}`, hint, elsewhere: false };
    }
    const start = under.indexOf(name);
    if (start >= 0) {
      const circle = [...under.slice(start), name].map((each) => `{${each}}`).join(' → ');
      const message = `patterns use each other in a circle: ${circle}`;
      return { message, hint: 'write one of them out', elsewhere: false };
    }
    const result = this.expandName(name, under);
    return 'source' in result ? result : { ...result, elsewhere: true };
  }
}
