import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments, parseDocument } from 'yaml';
import { recordDecision } from '../../src/store/index.js';
import { folderOf, huibao, type Ended } from './huibao.js';
import {
  RULES,
  BY,
  NANJIANG,
  PINGCHANG,
  CANGXI,
  ingested,
  withStore,
  acceptAll,
  of,
  exported,
} from './reviewed-database.js';

/** A rule file as it is, with the entries of an export pasted under its own. */
function pasted(indicator: string, yaml: string): string {
  const block = yaml.split('---\n').find((text) => text.startsWith(`# ${indicator}\n`))!;
  const added = parse(block) as { examples?: unknown[]; counter_examples?: unknown[] };
  const file = parseDocument(readFileSync(join(RULES, 'indicators', `${indicator}.yml`), 'utf8'));
  for (const key of ['examples', 'counter_examples'] as const)
    for (const entry of added[key] ?? []) file.addIn([key], file.createNode(entry));
  return file.toString({ lineWidth: 0 });
}

const checked = (indicator: string, yaml: string): Promise<Ended> => {
  const rules = folderOf({ [`indicators/${indicator}.yml`]: pasted(indicator, yaml) });
  return huibao(['rules', 'check', rules]);
};

describe('huibao export --decisions --format examples', () => {
  it('gives what rule files hold, and what the present rules give passes their check', async () => {
    const database = await ingested({
      '南江县.txt': NANJIANG,
      '平昌县.txt': PINGCHANG,
      '副本/南江县.txt': `${NANJIANG}\n\n`,
    });
    acceptAll(database);
    const { code, stdout, stderr } = await exported(database, '--format', 'examples');
    expect(code).toBe(0);
    expect(parseAllDocuments(stdout).map(({ errors }) => errors)).toEqual([[], [], [], []]);
    expect(stdout).toContain(`---
# volunteers
examples:
  - { text: 全县招募志愿者320名，累计服务时长1.2万余小时。, expect: { at: '320', value: 320, unit: 人 } }
  - { text: 全县招募志愿者近500名，募集善款X万元。, expect: { at: '500', value: 500, lower: 400, qualifier: under, unit: 人 } }
`);
    expect(stdout).toContain("{ at: '800', value: 800, unit: 床, item: 棉被 }");
    expect(stdout).toMatch(/at: X万, redacted: true, unit: 元 \}/);
    expect(stderr).toMatch(/^written: 6 examples, 0 counter-examples\npaste them/);
    for (const indicator of ['volunteers', 'supplies', 'money', 'service_hours'])
      expect(await checked(indicator, stdout)).toMatchObject({ code: 0, stderr: '' });
  });

  it('has the check name exactly what the present rules do not give', async () => {
    const database = await ingested({ '南江县.txt': NANJIANG });
    const [volunteers, hours] = [of(database, 'volunteers'), of(database, 'service_hours')];
    withStore(database.db, (store) => {
      const decide = { ...BY, figureId: volunteers.figure_id };
      recordDecision(store, { ...decide, action: 'reject', note: '只是\n名额 \x1b[31m' });
      recordDecision(store, {
        ...BY,
        figureId: hours.figure_id,
        action: 'correct',
        changes: { value: 13000 },
      });
    });
    const { stdout } = await exported(database, '--format', 'examples');
    expect(stdout).toContain(
      `counter_examples:
  - { text: 全县招募志愿者320名，累计服务时长1.2万余小时。, why: '只是名额 [31m', at: '320' }\n`,
    );
    const volunteersCheck = await checked('volunteers', stdout);
    expect(volunteersCheck.code).toBe(2);
    expect(volunteersCheck.stderr.match(/example fails/g)).toHaveLength(1);
    expect(volunteersCheck.stderr).toMatch(
      /the counter-example fails: 320 as volunteers comes out \(只是名额/,
    );
    const hoursCheck = await checked('service_hours', stdout);
    expect(hoursCheck.code).toBe(2);
    expect(hoursCheck.stderr.match(/example fails/g)).toHaveLength(1);
    expect(hoursCheck.stderr).toContain('at "1.2万" value should be 13000 and is 12000');
  });

  it('shortens sentences that no rule file should hold, or leaves them out and says how many', async () => {
    const long = '大家在各自的岗位上忙碌着'.repeat(30);
    const database = await ingested({
      '长.txt': `${CANGXI}另据统计${long}，全县又招募志愿者2,046名，${long}。\n${long}招募志愿者170名${long}。\n`,
    });
    acceptAll(database);
    const { stdout, stderr } = await exported(database, '--format', 'examples');
    expect(stdout).toContain(
      "{ text: '全县又招募志愿者2,046名', expect: { at: '2,046', value: 2046, unit: 人 } }",
    );
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(400);
    expect(stderr).toContain(': in tables, or in sentences that are too long');
  });

  it('writes a new file, and none that is there', async () => {
    const database = await ingested({ '南江县.txt': NANJIANG });
    acceptAll(database);
    const args = ['--format', 'examples', '--out', 'new/examples.yml'];
    const first = await exported(database, ...args);
    expect([first.code, first.stdout]).toEqual([0, '']);
    const written = readFileSync(join(database.folder, 'new/examples.yml'), 'utf8');
    expect(written).toMatch(/^---\n# \w+\nexamples:/);
    const second = await exported(database, ...args);
    expect(second.code).toBe(2);
    expect(second.stderr).toMatch(/examples\.yml cannot be written: EEXIST/);
    const partial = await exported(database, '--format', 'examples', '--partial');
    expect([partial.code, partial.stderr]).toEqual([2, expect.stringContaining('--partial goes with')]);
  });
});
