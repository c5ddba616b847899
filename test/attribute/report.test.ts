import { describe, expect, test } from 'vitest';
import { prepareAttribution } from '../../src/attribute/prepare.js';
import { documentOf, index, plain, segmentsOf, regionModel } from './build-document.js';

const reportOf = (text: string, titled = true) => documentOf(text, titled).prepared.reports[0]!;
const BODY = '团员青年动员起来。\n';
const SIMPLIFIED: Readonly<Record<string, string>> = {
  實: '实', 門: '门', 幣: '币', 萬: '万', 義: '义', 國: '国', 學: '学', 籌: '筹', 發: '发', 資: '资', 務: '务', 會: '会',
}; // prettier-ignore

describe('the date of a report', () => {
  const CASES: readonly (readonly [says: string, text: string, date: string | null])[] = [
    ['a signature', `某市总结\n${BODY}共青团某市委\n2020年3月5日`, '2020-03-05'],
    ['a signature in Chinese numerals', `某市总结\n${BODY}共青团某市委\n二〇二〇年三月五日`, '2020-03-05'],
    ['十 to 三十一', `某市总结\n${BODY}二○二一年十二月三十一日`, '2021-12-31'],
    ['hyphens', `某市总结\n${BODY}2022-04-02`, '2022-04-02'],
    ['issuer and date on one line', `某市总结\n${BODY}共青团某市委员会 2020年3月5日`, '2020-03-05'],
    ['the years of the Republic', `某市总结\n${BODY}民国112年6月1日`, '2023-06-01'],
    [
      'the page’s stamp rather than the site’s clock',
      `2023年11月23日 星期四\n某市总结\n2019-01-18 08:40:08 来源：某网\n${BODY}`,
      '2019-01-18',
    ],
    ['a letterhead', `某市简报\n第3期\n2022年4月2日\n${BODY}${BODY}`, '2022-04-02'],
    [
      'the signature rather than the page’s stamp',
      `某市总结\n时间:2020.03.17 浏览数:12次\n${BODY}2020年3月5日`,
      '2020-03-05',
    ],
    [
      'the day that all of it holds for',
      `某市总结\n${BODY}数据截至2月14日18:00\n来源：青春 2022年第17期`,
      '2022-02-14',
    ],
    ['the hour under the number of the issue', `物资日报〔2022〕9号\n（9月14日18时）\n${BODY}`, '2022-09-14'],
    ['a remark behind the date', `某市问答摘录\n（2023年8月11日，根据录音整理）\n${BODY}`, '2023-08-11'],
    ['the place behind the date', `理事会工作报告\n（2019年1月22日，东营）\n${BODY}`, '2019-01-22'],
    ['the day that it opens with', `11月9日，学校团委举行评选。\n2020年暑期实践的学生参加。`, '2020-11-09'],
    [
      'in January the only year may be the last one',
      `1月9日，学校团委举行评选。\n2020年暑期实践的学生参加。`,
      null,
    ],
    ['a stamp with the day first', `某市动态\n26.08.2014  12:59\n${BODY}`, '2014-08-26'],
    ['a stamp with two digits of the year', `某市动态\n23-08-10 09:03 来源：日报\n${BODY}`, '2023-08-10'],
    ['such a stamp under its name', `某市动态\n作者：团委 发布时间：23-11-17 点击：\n${BODY}`, '2023-11-17'],
    ['a stamp with the year apart', `某市动态\n2023 12/ 06 18:25:50\n${BODY}`, '2023-12-06'],
    ['a span of days is no stamp', `某市动态\n时间 13-15 18:00\n${BODY}`, null],
    [
      'a day with its year behind an opening clause',
      `某市启动\n学雷锋纪念日来临之际，2021年3月5日上午，${BODY}`,
      '2021-03-05',
    ],
    ['today in brackets', `2017年春节慰问\n今天（1月10日）下午，${BODY}`, '2017-01-10'],
    [
      'a dateline behind a headline',
      `云南援建小学1918所。通讯社昆明12月31日电 ${BODY}截至2019年底，${BODY}`,
      '2019-12-31',
    ],
    ['last year, said in January', `本报1月30日电 去年是不平凡的一年，2017年开展救援。${BODY}`, '2018-01-30'],
    [
      'a year since when',
      `本报讯（记者 某某）11月4日，2022年活动收官。${BODY}自2004年以来，${BODY}`,
      '2022-11-04',
    ],
    [
      'the period that all is counted in',
      `短视频榜单\n统计周期:2021年1月1日-2021年9月30日。\n${BODY}`,
      '2021-09-30',
    ],
    ['a newspaper’s issue', `正文复制\n山城青年报/2024年/1月/11日/第004版共青团\n${BODY}`, '2024-01-11'],
    ['a dated first line', `date 2025-11-20 今天起一连三天发放安心包，${BODY}`, '2025-11-20'],
    ['the year in the name of a race', `3月24日，2019山城半程马拉松赛开跑。\n${BODY}`, '2019-03-24'],
    ['the year of a spring festival', `2月22日，文化馆推出云课。\n自2020年春节以来，${BODY}`, '2020-02-22'],
    ['a year long past is history', `本报12月2日讯 1993年12月，${BODY}自2010年起，${BODY}`, null],
    [
      'the year that a fund was founded in',
      `11月6日，我市迅速行动。${BODY}该基金1997年由某商人夫妇设立。`,
      null,
    ],
    ['since when is no date of a report', `1月23日以来，我市迅速行动。\n2020年的冬天。`, null],
    [
      'what a page says of today',
      `今天是：2020年4月9日 星期四\n某市总结\n发布日期：2020-04-08\n${BODY}`,
      '2020-04-08',
    ],
    ['the page’s stamp as the last resort', `某市总结\n时间:2020.03.17 浏览数:12次\n${BODY}`, '2020-03-17'],
    ['a newspaper’s page', `某市动态\n《山城日报》2022年12月28日 第15版\n${BODY}${BODY}`, '2022-12-28'],
    ['a byline', `某县动态\n记者某某／台北报导 2025-11-28\n${BODY}${BODY}`, '2025-11-28'],
    ['a meeting that a reporter heard at', `某县动态\n记者从2022年4月2日的会议获悉\n${BODY}${BODY}`, null],
    ['the years of the Republic without its name', `某市总结\n${BODY}112年6月1日`, '2023-06-01'],
    ['a hundred years are no year', `建团100年志愿服务总结\n${BODY}`, null],
    ['printed', `某市总结\n${BODY}某市妇联办公室    2021年12月20日印`, '2021-12-20'],
    ['the number of the issue behind it', `某市战报\n（2021年6月15日 第2期）\n${BODY}${BODY}`, '2021-06-15'],
    [
      'the number of the issue in front',
      `某市小结\n（第7期，2020年2月26日印发）\n${BODY}${BODY}`,
      '2020-02-26',
    ],
    ['a sentence in the head is no date of issue', `某市小结\n2020年2月26日启动。\n${BODY}${BODY}`, null],
    ['eight digits behind the name of a programme', `《晚间播报》 (20230905)\n${BODY}`, '2023-09-05'],
    ['a line of the page’s data', `---\ntitle: "某市捐款"\ndate: "2020-02-11"\n---\n${BODY}`, '2020-02-11'],
    ['full-width digits in the stamp', `某市总结\n发布时间：２０２４－０５－０６\n${BODY}`, '2024-05-06'],
    [
      'a dateline takes its year from the stamp',
      `某市动态\n发布时间：2021-01-02\n本报12月30日讯 ${BODY}`,
      '2020-12-30',
    ],
    [
      'a dateline takes its year from the text',
      `某市动态\n本报11月20日讯 2022年11月以来，${BODY}`,
      '2022-11-20',
    ],
    ['a dateline without a year', `某市动态\n本报11月20日讯 ${BODY}`, null],
    [
      'the page’s stamp rather than the period of the title',
      `某市2021年度工作总结\n发布时间：2022-01-18\n${BODY}`,
      '2022-01-18',
    ],
    ['a site’s name and its day', `某县动态\n山城新闻网 2024-09-13 | 字体 大 中 小\n${BODY}`, '2024-09-13'],
    ['an address and the time', `http://news.example 2008-05-30 08:48:54\n某市动态\n${BODY}`, '2008-05-30'],
    [
      'an office, the day and the hour',
      `某区日报\n某街道指挥部办公室  2022年11月19日21时\n${BODY}`,
      '2022-11-19',
    ],
    [
      'the place and day of a press release',
      `某会步行筹款\n（香港，2017年1月8日）某会“同行日”今早举行。`,
      '2017-01-08',
    ],
    ['figures of the Republic’s calendar', `社会局新闻\n发布日期：113-08-02\n${BODY}`, '2024-08-02'],
    [
      'the span of an event is no day of the page',
      `某县动态\n2022年3月1日至2022年3月5日 体育馆\n${BODY}`,
      null,
    ],
    ['a stamp beside its source', `某市总结\n2020-02-27 10:15 来源：某网\n${BODY}`, '2020-02-27'],
    ['the year that the title closes', `某市2021年度工作总结\n${BODY}`, '2021-12-31'],
    ['the half year that the title closes', `某市2021年上半年工作总结\n${BODY}`, '2021-06-30'],
    ['the month that the title closes', `某市2022年3月份工作总结\n${BODY}`, '2022-03-31'],
    ['the months that the title closes', `某市2022年1—6月志愿服务情况\n${BODY}`, '2022-06-30'],
    ['the quarter that the title closes', `某市志愿服务情况（2022年第三季度）\n${BODY}`, '2022-09-30'],
    ['the first three quarters', `某市2022年前三季度工作小结\n${BODY}`, '2022-09-30'],
    ['the second half of a year', `某市2022年下半年工作小结\n${BODY}`, '2022-12-31'],
    ['the period below the title', `某市志愿服务情况通报\n（2022年1—6月）\n${BODY}`, '2022-06-30'],
    ['a day of the year in brackets is no period', `某市汇报\n（2022年3月5日在大会上）\n${BODY}`, null],
    ['a bare year in the title is no date', `某市2022年应对疫情工作汇报\n${BODY}`, null],
    ['a day that is none', `某市总结\n${BODY}2020年2月30日`, null],
    ['29 February of a year without one', `某市总结\n${BODY}2021年2月29日`, null],
    ['a date in a sentence is none of the report', `某市总结\n活动从2020年2月10日开始。`, null],
  ];
  test.each(CASES)('%s', (_says, text, date) => {
    expect(reportOf(text).date).toBe(date);
  });
});

test('a stamp that normalising took out is read from the source', () => {
  const text = `某市总结\n${BODY}`;
  const source = `某市总结\n来源：某网 发布时间：2024-05-06 09:12 浏览次数：18\n${BODY}`;
  const reports = prepareAttribution({
    text: { ...plain(text), toSource: () => ({ start: 0, end: source.length }) },
    source,
    segments: segmentsOf(text),
    quantities: [],
    divisions: index,
    regionModel,
  }).reports;
  expect(reports[0]!.date).toBe('2024-05-06');
});

describe('issuer, title and region of a report', () => {
  test('the signature signs', () => {
    expect(reportOf(`工作总结\n${BODY}共青团乌兰察布市委员会\n2020年3月5日`)).toMatchObject({
      title: '工作总结',
      issuer: '共青团乌兰察布市委员会',
      region: { code: '150900', method: 'issuer' },
    });
  });
  test('a signature without a date', () => {
    expect(reportOf(`工作总结\n${BODY}${BODY}${BODY}淮安市文明办`).issuer).toBe('淮安市文明办');
  });
  test('the title comes before the signature', () => {
    const region = { code: '320812', name: '清江浦区', method: 'title' };
    expect(reportOf(`淮安市清江浦区工作总结\n${BODY}淮安市文明办\n2022年4月2日`).region).toEqual(region);
  });
  test('the signature tells which of several the title means', () => {
    expect(reportOf(`鼓楼区工作总结\n${BODY}共青团徐州市委员会\n2022年4月2日`).region.code).toBe('320302');
  });
  test('a title that may mean several is left open and reported', () => {
    const { prepared } = documentOf(`鼓楼区工作总结\n${BODY}`);
    expect(prepared.reports[0]!.region.code).toBeNull();
    expect(prepared.diagnostics.map(({ code }) => code)).toEqual(['region-ambiguous', 'date-unknown']);
  });
  test('a short name with its body', () => {
    expect(reportOf(`乌兰察布团市委工作情况\n${BODY}`).region).toMatchObject({
      code: '150900',
      method: 'title',
    });
  });
  test('a letterhead', () => {
    expect(reportOf(`江苏精神文明建设简报\n第3期\n${BODY}`, false).region.code).toBe('320000');
  });
  test('what the body names most', () => {
    const body = '淮安市组织志愿者。清江浦区组织宣讲。全市上下行动。淮安市支援上海。';
    expect(reportOf(`工作总结\n${body}`).region).toMatchObject({ code: '320800', method: 'report' });
  });
  test('two counties that are as likely as each other leave it to their city, and two cities to none', () => {
    const model = new Map([['names>=1', 1]]);
    const of = (text: string) => documentOf(text, false, model).prepared.reports[0]!.region;
    expect(of('江口县和思南县青年上岗。')).toMatchObject({ code: '520600', method: 'inferred' });
    expect(of('淮安市和铜仁市青年上岗。').code).toBeNull();
  });
  test('a division that is nearly as likely is told', () => {
    const model = new Map([
      ['names>=1', 1],
      ['first', 0.3],
    ]);
    const { prepared } = documentOf('江口县和思南县青年上岗。', false, model);
    expect(prepared.reports[0]!.region.code).toBe('520621');
    expect(prepared.diagnostics[0]).toMatchObject({
      code: 'region-unsure',
      params: { region: '江口县 520621', rival: '思南县 520624' },
    });
  });
  test('cities of one province do not tell the province', () => {
    expect(reportOf('工作总结\n淮安市组织志愿者。盐城市组织宣讲。南通市组织巡逻。').region.code).not.toBe(
      '320000',
    );
  });
  test('the headline and the opening before guests and neighbours', () => {
    const body = '鹤壁市遭遇暴雨，全市动员。支队在浚县营救群众。上海、郑州等地的企业送来物资。';
    expect(reportOf(`鹤壁消防抗洪战报：12天12夜\n${body}`, false).region.code).toBe('410600');
  });
  test('a county rather than the city that it is said to lie in', () => {
    const body = '今年，晋江市把活动搬上网。晋江市举办直播。';
    expect(reportOf(`首页 > 泉州 > 正文\n${body}`, false).region.code).toBe('350582');
  });
  test('where guests came to', () => {
    expect(reportOf(`宁德市委宣传部到寿宁县调研媒体融合情况\n${BODY}`).region.code).toBe('350924');
  });
  test('where a village lies', () => {
    const body = '我村地处汉阴县**镇东南6公里处。外出人员多从西安、咸阳返乡。';
    expect(reportOf(`**村工作总结\n${body}`).region.code).toBe('610921');
  });
  test('a field of the page', () => {
    expect(reportOf(`发布机构: 赫章县乡村振兴局\n${BODY}番禺区、广州市支援。`, false).region.code).toBe(
      '520527',
    );
  });
  test('names of other things, where all hold one division', () => {
    const body = '市政府办公厅公布，“上海发布”微信阅读量4.2亿次。“上海发布”微博居首。';
    expect(reportOf(`工作总结\n${body}`).region.code).toBe('310000');
  });
  test('a list of links tells nothing', () => {
    const links = '• 广州\n• 深圳\n• 珠海\n• 汕头\n• 佛山\n• 韶关\n';
    expect(reportOf(`${links}成都大运会招募志愿者。成都市上岗志愿者。`, false).region.code).toBe('510100');
  });
  test.each([
    ['實收善款澳門幣七百萬元，義工六十人。', '820000'],
    ['民國112年暑期，志工服務學童。', '710000'],
    ['籌得善款港幣30萬元，義工派發物資。', '810000'],
    ['收到善款港幣30萬元，义工派发物资。', null],
  ])('what only one place calls its money or its years: %s', (body, code) => {
    // as the pipeline gives it: the source as it was, the text simplified
    const simplified = body.replace(/[實澳門幣萬義國學童籌發資務會]/g, (char) => SIMPLIFIED[char] ?? char);
    const text = `总结\n${simplified}`;
    const { reports } = prepareAttribution({
      text: plain(text),
      source: `总结\n${body}`,
      segments: segmentsOf(text),
      quantities: [],
      divisions: index,
      regionModel,
    });
    expect(reports[0]!.region.code).toBe(code);
  });
  test('the only division that is named', () => {
    expect(reportOf('志愿服务总结\n铜仁马拉松鸣枪开跑。志愿者上岗。').region.code).toBe('520600');
    expect(reportOf('志愿服务总结\n志愿者上岗。铜仁马拉松鸣枪开跑。').region.code).toBe('520600');
  });
  test('the division in front of a blanked out one', () => {
    expect(reportOf('宣传工作汇报\n贵州省铜仁市XX县融媒体中心行动迅速。').region).toEqual({
      code: '520600',
      name: '铜仁市',
      method: 'inferred',
    });
  });
  test('levels of government are no body of its own', () => {
    const body = '铜仁市图书馆举办阅读月。市、县两级图书馆联合行动。铜仁市图书馆承办。';
    expect(reportOf(`阅读月活动总结\n${body}`).region.code).toBe('520600');
  });
  test('every report of a document has its own', () => {
    const { prepared } = documentOf(
      `淮安市工作总结\n${BODY}\n2022年4月2日\n----\n铜仁市工作总结\n${BODY}\n2023年1月9日`,
    );
    expect(prepared.reports.map(({ region, date }) => [region.code, date])).toEqual([
      ['320800', '2022-04-02'],
      ['520600', '2023-01-09'],
    ]);
  });
  test('a report that tells neither region nor date says so', () => {
    const { prepared } = documentOf(`工作总结\n${BODY}`);
    expect(prepared.diagnostics.map(({ code }) => code)).toEqual(['region-unknown', 'date-unknown']);
  });
});
