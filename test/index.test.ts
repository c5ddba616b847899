import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as huibao from '../src/index.js';
import { folderOf } from './commands/huibao.js';

const {
  builtInRules,
  createEngine,
  evaluate,
  explain,
  extract,
  loadRuleSet,
  parseGold,
  parseQuantities,
  readDocument,
} = huibao;
const engine = createEngine(loadRuleSet([builtInRules()]));
const TEXT = '淮安市招募志愿者25719名。';

describe('the library', () => {
  test('turns bytes into figures that lead back to their sentences', async () => {
    const { document, diagnostics } = await readDocument(Buffer.from(TEXT), '简报.txt');
    expect(diagnostics).toEqual([]);
    const figures = extract(document!, '简报.txt', engine).figures.map(({ record }) => record);
    expect(figures).toMatchObject([
      {
        file: '简报.txt',
        indicator: 'volunteers',
        value: 25719,
        unit: '人',
        region_code: '320800',
        quote: TEXT,
      },
    ]);
    for (const { start, end, exact } of figures) expect(TEXT.slice(start, end)).toBe(exact);
  });

  test('gives diagnostics for a document that cannot be read', async () => {
    const { document, diagnostics } = await readDocument(new Uint8Array(), '空.txt');
    expect(document).toBeNull();
    expect(diagnostics[0]?.code).toBe('document-empty');
    expect(huibao.describeDiagnostic(diagnostics[0]!, 'zh').message).toContain('空');
  });

  test('parses the quantities of a bare text', () => {
    expect(parseQuantities('招募志愿者近6000名', engine)).toEqual({
      text: '招募志愿者近6000名',
      quantities: [
        { start: 6, end: 10, exact: '6000', value: 6000, lower: 5000, upper: 6000, qualifier: 'under', unit: '人', redacted: false },
      ], // prettier-ignore
      set_aside: [],
    });
  });

  test('explains, evaluates, and refuses broken rules with all that is wrong', async () => {
    const { document } = await readDocument(Buffer.from(TEXT), 'a.txt');
    const extraction = extract(document!, 'a.txt', engine);
    const figures = extraction.figures.map(({ record }) => record);
    expect(explain(extraction, engine).figure(figures[0]!.figure_id)?.match.rule).toBe('volunteers');
    const indicators = new Set(engine.ruleSet.rules.map(({ id }) => id));
    const { golds } = parseGold(
      '{"indicator":"volunteers","value":25719,"lower":25719,"upper":25719,"start":8,"end":13}',
      indicators,
    );
    expect(evaluate([{ name: 'a', golds, figures }], { core: indicators, acceptAt: 0.8 }).core.f1).toBe(1);
    const broken = folderOf({ 'indicators/posts.yml': 'id: posts\n' });
    expect(() => loadRuleSet([builtInRules(), broken])).toThrow(huibao.RuleError);
  });

  test('opens the database that the command fills', () => {
    const store = huibao.openStore(join(folderOf(), 'figures.sqlite'), { create: true });
    expect([...huibao.queryFigures(store)]).toEqual([]);
    expect(huibao.summary(store)).toMatchObject({});
    store.close();
  });

  test('does not print when it is imported, and names only what its header shows', () => {
    const header = readFileSync(resolve(import.meta.dirname, '../src/index.ts'), 'utf8').split('*/')[0]!;
    const [, imported] = /import \{ ([^}]+) \} from 'huibao'/.exec(header)!;
    for (const name of imported!.split(', ')) expect(huibao).toHaveProperty(name);
  });
});
