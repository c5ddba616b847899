import { expect, onTestFinished, test } from 'vitest';
import type * as AtHand from '../../src/commands/documents-at-hand.js';
import { builtInRules, loadRuleSet } from '../../src/index.js';
import { newReview } from '../review/fixtures.js';
import { sha256, temporaryFolder } from '../store/fixtures.js';

// workers run what was built
const { DocumentsAtHand } = (await import(
  new URL('../../dist/commands/documents-at-hand.js', import.meta.url).href
)) as typeof AtHand;

const SHORT = '淮安市招募志愿者120名，计划再招募500名。';
const LONG = '涟水县3月5日组织志愿者123名，服务时长456小时。\n'.repeat(17_000);
const WHOLE = { start: 0, end: Infinity };

test('answers from the stored texts, from short ones also while a long one is read', async () => {
  const { store } = newReview({ 'a.txt': SHORT, 'long.txt': LONG });
  const rules = loadRuleSet([builtInRules()], { checkExamples: false });
  const documents = new DocumentsAtHand(store, rules, temporaryFolder());
  onTestFinished(async () => await documents.close());
  const order: string[] = [];
  const ask = async (text: string): Promise<number> => {
    const others = await documents.ask(sha256(text), 'others', WHOLE);
    order.push(text === SHORT ? 'short' : 'long');
    return others!.length;
  };
  expect(await Promise.all([ask(LONG), ask(LONG), ask(SHORT)])).toEqual([17_000, 17_000, 1]);
  expect(order).toEqual(['short', 'long', 'long']);
  expect(await documents.ask(sha256(SHORT), 'file')).toBeNull();
  expect(await documents.ask('none', 'others', WHOLE)).toBeNull();
  await expect(documents.ask(sha256(SHORT), 'place', { start: 0, end: 900 })).rejects.toMatchObject({
    name: 'NotFound',
  });
}, 30_000);
