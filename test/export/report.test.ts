import { describe, expect, test } from 'vitest';
import { escapeHtml } from '../../src/export/html/markup.js';
import { reportHtml } from '../../src/export/html/report.js';
import type { Results } from '../../src/export/results.js';
import { inLanguage } from '../../src/language/language.js';
import { ask, newDatabase, tell } from '../compare/fixtures.js';
import type { Fixture } from '../store/fixtures.js';

function report(database: Fixture, changes: Partial<Results> = {}, pictures?: readonly string[]): string {
  const results: Results = {
    ...{ title: null, comparison: ask(database), wan: false, waiting: 2 },
    origin: { database: 'x.sqlite', rules: ['v1'], version: '1.2.3' },
    ...changes,
  };
  return inLanguage('zh', () => [...reportHtml(results, pictures)].join(''));
}

/** What stands between tags. */
const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('a report', () => {
  test('shows sums, bounds, contradictions and gaps with their reasons', () => {
    const database = newDatabase();
    tell(database, [['320800', 6000, { lower: 5000, qualifier: 'under' }]]);
    tell(database, [['320500', 700]]);
    tell(database, [['320500', 900]]);
    tell(database, [['110101', 33]]);
    tell(database, [], { region_code: '429004' });
    const html = report(database);
    const text = textOf(html);
    expect(text).toContain('淮安市 ≤6,000 5,000–6,000');
    expect(text).toContain('苏州市 700–900 报告之间有矛盾');
    expect(text).toContain('北京市 33 下级汇总 1/1');
    expect(text).toContain('仙桃市 未提及');
    expect(text).toContain('合计 ≥5,733 4 个中的 3 个');
    expect(html).toContain('<td class="amount contradicted">');
    expect(html).toContain('<td class="amount rolled-up">');
    expect(text).toContain('两份报告同日数据不一致 900 人 (2022-03-31) ↔ 700 人 (2022-03-31)');
    expect(text).toContain('不含 2 条待审核数据');
    expect(text).toContain('规则版本 v1 程序版本 huibao 1.2.3');
  });

  test('leads from each number to its sentence, with file, place and confidence', () => {
    const database = newDatabase();
    const place = { page: 3, paragraph: 7, cell: 'table 1 row 2 column 3' };
    tell(database, [['320800', 59169, { ...place, confidence: 0.999 }]]);
    const html = report(database);
    const [, anchor] = /<td class="amount"><a href="#([^"]+)"/.exec(html)!;
    const section = html.slice(html.indexOf(`<section id="${anchor}"`));
    expect(section).toMatch(/<blockquote>第\d+期：320800第0项<mark>59169<\/mark>人。<small>/);
    expect(textOf(section)).toContain('第3页，第7段，表1第2行第3列 · 把握 99% · ');
  });

  test('has numbers from 10,000 on in 万 where it is asked to', () => {
    const database = newDatabase();
    tell(database, [['320800', 59169]]);
    tell(database, [['320500', 9999]]);
    expect(textOf(report(database, { wan: true }))).toMatch(/苏州市 9,999 淮安市 5\.9169万 合计 6\.9168万/);
  });

  test('takes no text for markup', () => {
    const database = newDatabase();
    const evil = '<script>alert(1)</script>"\'&amp;\u202e\x1b';
    tell(database, [['320800', 59169, { quote: `${evil}59169${evil}`, cell: evil }]]);
    const html = report(database, { title: evil });
    expect(html).not.toMatch(/<script|\u202e|\x1b/);
    expect(html).toContain(`<title>${escapeHtml(evil)}</title>`);
    expect(html.match(/&lt;script&gt;/g)).toHaveLength(5);
  });

  test('puts pictures in as they are, and has no room for none', () => {
    const database = newDatabase();
    const pictures = ['<svg id="a"></svg>', '<svg id="b"></svg>'];
    const shown = '<figure><svg id="a"></svg></figure>\n<figure><svg id="b"></svg></figure>';
    expect(report(database, {}, pictures)).toContain(shown);
    expect(report(database)).not.toContain('<figure>');
  });

  test('shows of a sentence without end what is around the number', () => {
    const database = newDatabase();
    tell(database, [['320800', 59169, { quote: `${'前'.repeat(9000)}59169${'后'.repeat(9000)}` }]]);
    expect(report(database)).toMatch(/<blockquote>…前{240}<mark>59169<\/mark>后{240}…</);
  });

  test('marks no number where its characters stand twice in the sentence', () => {
    const database = newDatabase();
    tell(database, [['320800', 7, { quote: '7月，7名志愿者' }]]);
    expect(report(database)).toContain('<blockquote>7月，7名志愿者<small>');
  });

  test('says so where there is nothing', () => {
    expect(textOf(report(newDatabase()))).toContain('所选范围内没有数据');
  });
});
