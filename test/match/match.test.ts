import { describe, expect, test } from 'vitest';
import { matchRules, type MatchResult } from '../../src/match/match.js';
import type { Cue, Direction, Exclusion, Rule } from '../../src/model.js';
import { normalizeFragment } from '../../src/normalize/normalize.js';
import { quantify } from '../../src/quantify/quantify.js';
import { buildUnitLexicon } from '../../src/quantify/unit.js';
import { segment } from '../../src/segment/segment.js';

type Conditions = Partial<Record<Direction, string>>;

/** A cue of its conditions, in their order. */
function cue(conditions: Conditions, more: { units?: string[]; bare?: boolean } = {}): Cue {
  const [first, ...rest] = Object.entries(conditions).map(([direction, source]) => ({
    direction: direction as Direction,
    pattern: new RegExp(source, 'u'),
    source,
  }));
  return {
    conditions: [first!, ...rest],
    units: more.units ? new Set(more.units) : null,
    bare: more.bare ?? false,
  };
}

function rule(
  id: string,
  cues: Cue[],
  more: Partial<Pick<Rule, 'priority' | 'not' | 'unitWhenMissing'>> & {
    units?: string[];
    convert?: [string, string][];
  } = {},
): Rule {
  return {
    id,
    name: id,
    core: true,
    description: null,
    priority: more.priority ?? 0,
    units: new Set(more.units ?? ['人']),
    unitWhenMissing: more.unitWhenMissing ?? null,
    convert: new Map(more.convert ?? []),
    cues,
    not: more.not ?? [],
  };
}

const LEXICON = buildUnitLexicon(
  ['人', '名', '人次', '支', '个', '次', '条', '小时'].map((word) => ({
    word,
    unit: word === '名' ? '人' : word,
    factor: '1',
  })),
);

function run(source: string, rules: Rule[], exclusions: Exclusion[] = []): MatchResult & { text: string } {
  const normalized = normalizeFragment(source, []);
  const segments = segment({ blocks: [] }, normalized, { furniture: [] });
  const quantities = quantify(normalized.text, LEXICON);
  return {
    ...matchRules({ text: normalized.text, segments, quantities, rules, exclusions }),
    text: normalized.text,
  };
}

/** `30 volunteers` for each match. */
const stated = (source: string, rules: Rule[], exclusions?: Exclusion[]): string[] => {
  const { matches, text } = run(source, rules, exclusions);
  return matches.map(({ quantity: { span }, rule }) => `${text.slice(span.start, span.end)} ${rule}`);
};

const volunteers = rule('volunteers', [cue({ after: '志愿者' }), cue({ before: '志愿者' })]);
const personnel = rule('personnel', [
  cue({ after: '党员|干部' }),
  cue({ before: '党员|干部' }),
  cue({ clause: '出动' }),
]);

describe('which rule takes a number', () => {
  test.each([
    ['the noun behind its measure word', '共有30名志愿者到岗。', ['30 volunteers']],
    ['the noun in front of it', '招募志愿者30名到岗。', ['30 volunteers']],
    ['the head of a compound, not its modifier', '共有30名党员志愿者到岗。', ['30 volunteers']],
    ['each number its own noun', '志愿者30名、党员20名到岗。', ['30 volunteers', '20 personnel']],
    [
      'the noun of a list behind each number',
      '有30名志愿者、20名干部到岗。',
      ['30 volunteers', '20 personnel'],
    ],
    ['a cue of its clause when no noun is near', '出动30名小伙到岗。', ['30 personnel']],
    ['nothing when no cue holds', '共有30名小伙到岗。', []],
  ])('%s', (_, source, expected) => {
    expect(stated(source, [volunteers, personnel])).toEqual(expected);
  });

  test('a cue behind a comma does not reach the number', () => {
    expect(stated('到岗30名，志愿者很多。', [volunteers])).toEqual([]);
  });

  test('a colon does not end what stands in front of a number', () => {
    expect(stated('志愿者：30名。', [volunteers])).toEqual(['30 volunteers']);
  });

  test('a unit that the rule does not take keeps it out', () => {
    expect(stated('志愿者30次到岗。', [volunteers])).toEqual([]);
  });

  test('a veto keeps a rule out, and is the reason that is given', () => {
    const wary = rule('volunteers', [cue({ after: '志愿者' })], { not: [cue({ after: '志愿者家属' })] });
    const { matches, unmatched } = run('慰问30名志愿者家属。', [wary]);
    expect(matches).toEqual([]);
    expect(unmatched[0]!.losers).toEqual([{ rule: 'volunteers', why: 'not: after 志愿者家属' }]);
  });
});

describe('ties', () => {
  const near = rule('near', [cue({ after: '队员' })]);
  const far = rule('far', [cue({ after: '到岗' })]);

  test('a closer cue wins', () => {
    expect(stated('共有30名队员今日全部到岗。', [far, near])).toEqual(['30 near']);
  });

  test('a stated priority decides between cues that stand equally near', () => {
    const a = rule('a', [cue({ after: '队员' })]);
    const b = rule('b', [cue({ after: '队员' })], { priority: 1 });
    expect(stated('共有30名队员。', [a, b])).toEqual(['30 b']);
  });

  test('the id decides last, and the loser is told why', () => {
    const b = rule('b', [cue({ after: '队员' })]);
    const a = rule('a', [cue({ after: '队员' })]);
    const { matches } = run('共有30名队员。', [b, a]);
    expect(matches[0]).toMatchObject({
      rule: 'a',
      losers: [{ rule: 'b', why: 'tie with a, decided by id' }],
    });
  });

  test('a cue in the number’s own phrase beats one of its clause, whatever the priority', () => {
    const clause = rule('clause', [cue({ clause: '队员' })], { priority: 9 });
    expect(stated('共有30名队员。', [clause, near])).toEqual(['30 near']);
  });
});

describe('what is left out goes on', () => {
  test('a part is what its whole is', () => {
    expect(stated('招募志愿者80名，其中党员30名。', [{ ...volunteers, priority: 1 }, personnel])).toEqual([
      '80 volunteers',
      '30 volunteers',
    ]);
  });

  test('a part with a rule of higher priority keeps its own', () => {
    expect(stated('投入干部80名，其中志愿者30名。', [{ ...volunteers, priority: 1 }, personnel])).toEqual([
      '80 personnel',
      '30 volunteers',
    ]);
  });

  test('a noun that is not said again carries over to the next number of its unit', () => {
    expect(stated('报名志愿者80名，录用60名。', [volunteers])).toEqual(['80 volunteers', '60 volunteers']);
  });

  test('it does not carry over to the next sentence', () => {
    expect(stated('报名志愿者80名。录用60名。', [volunteers])).toEqual(['80 volunteers']);
  });

  test('it does to a sentence that only divides it, in the same paragraph', () => {
    expect(stated('报名志愿者80名。其中，城东60名，城西20名。', [volunteers])).toEqual([
      '80 volunteers',
      '60 volunteers',
      '20 volunteers',
    ]);
    expect(stated('报名志愿者80名。天气转晴。其中，城东60名。', [volunteers])).toEqual(['80 volunteers']);
  });

  test('nor over words that the rule names as none of its own', () => {
    const careful = rule('volunteers', [...volunteers.cues], { not: [cue({ before: '劝退$' })] });
    expect(stated('报名志愿者80名，劝退60名，录用20名。', [careful])).toEqual([
      '80 volunteers',
      '20 volunteers',
    ]);
    expect(stated('报名志愿者80名，其中劝退60名。', [careful])).toEqual(['80 volunteers', '60 volunteers']);
  });

  test('a unit that says little carries nothing over', () => {
    const sites = rule('sites', [cue({ before: '站点' })], { units: ['个'] });
    expect(stated('设站点8个，解决5个。', [sites])).toEqual(['8 sites']);
  });
});

describe('a number without a unit', () => {
  const reads = rule('reads', [cue({ before: '阅读量' }, { bare: true }), cue({ clause: '推文' })], {
    units: ['次', '人次'],
    unitWhenMissing: '次',
    convert: [['人次', '次']],
  });

  test('is taken on the word of a label, with the unit that the rule supplies', () => {
    const { matches } = run('推文阅读量8.2万。', [reads]);
    expect(matches[0]).toMatchObject({ unit: '次', unitSupplied: true });
  });

  test('is not taken on a weaker cue', () => {
    expect(stated('推文8.2万。', [reads])).toEqual([]);
  });

  test('a rule keeps its figures in one unit', () => {
    const { matches } = run('推文获得8.2万人次关注。', [reads]);
    expect(matches[0]).toMatchObject({ unit: '次', unitSupplied: false });
  });
});

describe('exclusions', () => {
  const plan: Exclusion = {
    id: 'plan',
    kind: 'plan',
    cues: [cue({ before: '计划招募' })],
    not: [cue({ before: '按计划' })],
  };

  test('set a number aside before any rule sees it', () => {
    const { matches, setAside } = run('计划招募志愿者30名。', [volunteers], [plan]);
    expect(matches).toEqual([]);
    expect(setAside).toMatchObject([{ kind: 'plan', rule: 'plan', value: 30 }]);
  });

  test('leave what their own veto protects', () => {
    expect(stated('按计划招募志愿者30名。', [volunteers], [plan])).toEqual(['30 volunteers']);
  });
});
