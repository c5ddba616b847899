import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDivisions } from '../../src/attribute/find-divisions.js';
import { parseDivisions, shortNames } from '../../src/ruleset/regions.js';
import { divisions, index } from './build-document.js';

const found = (text: string): string[] =>
  findDivisions(text, index).map(({ surface, candidates }) => `${surface} ${candidates.join('/')}`);

describe('mentions', () => {
  const CASES: readonly (readonly [text: string, mentions: readonly string[]])[] = [
    ['江苏省淮安市清江浦区', ['江苏省 320000', '淮安市 320800', '清江浦区 320812']],
    ['北京市和上海', ['北京市 110000', '上海 310000']],
    ['吉林和吉林市', ['吉林 220000', '吉林市 220200']],
    ['承德市承德县', ['承德市 130800', '承德县 130821']],
    ['恩施的恩施市', ['恩施 422800', '恩施市 422801']],
    [
      '印江土家族苗族自治县、印江自治县、印江县',
      ['印江土家族苗族自治县 520625', '印江自治县 520625', '印江县 520625'],
    ],
    ['石河子、济源、神农架', ['石河子 659001', '济源 419001', '神农架 429021']],
    ['香港、澳门和台湾', ['香港 810000', '澳门 820000', '台湾 710000']],
    ['襄樊市', ['襄樊市 420600']],
    ['如沛县', ['沛县 320322']],
    ['示范县和各区和县', []],
    ['和平、朝阳、东风、建设、红旗、向阳、长安、西湖、新城', []],
    ['保定市场', ['保定 130600']],
    ['鼓楼区', ['鼓楼区 320106/320302/350102/410204']],
    ['浦东新区与苏州工业园区', ['浦东新区 310115', '苏州 320500']],
  ];
  test.each(CASES)('%s', (text, mentions) => {
    expect(found(text)).toEqual(mentions);
  });

  test('stand where they say and never overlap, whatever the text', () => {
    const names = divisions.flatMap(({ name, aliases }) => [name, ...aliases]);
    const parts = fc.oneof(
      fc.constantFrom(...names),
      fc.constantFrom('市', '区', '，', '和', '路', '大学'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const mention of findDivisions(text, index)) {
          expect(mention.start).toBeGreaterThanOrEqual(last);
          expect(text.slice(mention.start, mention.end)).toBe(mention.surface);
          last = mention.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  test('are found in a large text in time that grows with its length only', () => {
    const text = '淮安市清江浦区组织志愿者在社区开展政策宣传与人员排查，和平家园行动有序。'.repeat(60_000);
    const before = process.cpuUsage();
    expect(findDivisions(text, index)).toHaveLength(120_000);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000);
  });
});

describe('short names', () => {
  const CASES: readonly (readonly [name: string, names: readonly string[]])[] = [
    ['乌兰察布市', ['乌兰察布']],
    ['印江土家族苗族自治县', ['印江自治县', '印江县', '印江']],
    ['黔东南苗族侗族自治州', ['黔东南自治州', '黔东南州', '黔东南']],
    ['广西壮族自治区', ['广西']],
    ['博尔塔拉蒙古自治州', ['博尔塔拉自治州', '博尔塔拉州', '博尔塔拉']],
    ['东乡族自治县', ['东乡自治县', '东乡县', '东乡']],
    ['香港特别行政区', ['香港']],
    ['神农架林区', ['神农架']],
    ['沛县', []],
    ['科尔沁右翼前旗', []],
  ];
  test.each(CASES)('of %s', (name, names) => {
    expect(shortNames(name)).toEqual(names);
  });
});

describe('a regions file', () => {
  test('lists all that is wrong with it at once', () => {
    const text =
      '# a comment\n32000\t江苏省\tprovince\t\t\t\n320800\t淮安市\ttown\t320000\t\t\n320812\t清江浦区\tcounty\t320800\t\t\n';
    expect(() => parseDivisions(text)).toThrow(
      /line 2: code 32000 .*line 3: 320800: level town .*320812 names 320800/u,
    );
  });
  test('keeps an abolished division with its heir and without short names', () => {
    expect(divisions.find(({ code }) => code === '330103')).toEqual({
      code: '330103', name: '下城区', aliases: [], doubtful: [], parent: '330100', level: 'county', heir: '330105',
    }); // prettier-ignore
  });
  test('makes no short name that a division above owns', () => {
    expect(divisions.find(({ name }) => name === '承德县')?.aliases).toEqual([]);
  });
  test('marks names that other words are cut from', () => {
    expect(divisions.find(({ code }) => code === '130600')?.doubtful).toEqual(['保定']);
    expect(divisions.find(({ code }) => code === '520624')?.doubtful).toEqual(['思南']);
  });
});
