/**
 * What the reports of regions are made of; written for this benchmark in the manner of real ones. {n} is a number with its
 * hedge, {who} 全县, {till} 截至6月20日, {year} and {month} those of the report.
 */

/** What is counted: the sizes of a county's number and the sentences that state it. `{n}` stands before the measure word. */
export const INDICATORS = {
  volunteers: {
    unit: '人',
    size: [300, 9000],
    totals: [
      '{till}，{who}累计招募志愿者{n}名',
      '{till}，{who}注册志愿者累计达到{n}人',
      '{till}，{who}累计组织{n}名志愿者到村、到社区服务',
      '{till}，{who}已累计登记志愿者{n}人',
      '{till}，报名上岗的志愿者累计{n}名',
    ],
    parts: ['其中党员志愿者{n}名', '其中女性志愿者{n}名', '其中大学生志愿者{n}人', '其中退休教师志愿者{n}名'],
    named: '{place}志愿者{n}名',
    redacted: '{who}共招募志愿者{x}名',
    doubtful: '{who}登记在册的志愿者{n}名',
    average: '志愿者日均在岗{n}人',
  },
  volunteer_visits: {
    unit: '人次',
    size: [800, 30000],
    totals: [
      '{till}，{who}累计出动志愿者{n}人次',
      '{till}，各服务队累计派出志愿者{n}人次',
      '{till}，志愿者累计上岗{n}人次',
    ],
    parts: ['其中夜间值守的志愿者{n}人次'],
    named: '{place}出动志愿者{n}人次',
    redacted: '{who}共出动志愿者{x}人次',
    doubtful: '{who}出动志愿者{n}人次',
    average: '日均出动志愿者{n}人次',
  },
  volunteer_teams: {
    unit: '支',
    size: [20, 260],
    totals: [
      '{till}，{who}累计组建志愿服务队{n}支',
      '{till}，{who}累计成立青年突击队和志愿服务队{n}支',
      '{till}，累计组建志愿服务队伍{n}支',
    ],
    parts: ['其中青年志愿服务队{n}支', '其中党员志愿服务队{n}支'],
    named: '{place}志愿服务队{n}支',
    redacted: '{who}共组建志愿服务队{x}支',
  },
  activities: {
    unit: '场',
    size: [60, 1800],
    totals: [
      '{till}，{who}累计开展志愿服务活动{n}场',
      '{till}，{who}累计举办各类文明实践活动{n}场',
      '{till}，累计开展便民服务活动{n}场',
    ],
    parts: ['其中敬老助残活动{n}场', '其中环境整治活动{n}场'],
    named: '{place}开展活动{n}场',
    redacted: '{who}共开展志愿服务活动{x}场',
  },
  people_served: {
    unit: '人次',
    size: [2000, 80000],
    totals: [
      '{till}，{who}累计服务群众{n}人次',
      '{till}，累计惠及群众{n}人次',
      '{till}，{who}各服务站点累计服务居民{n}人次',
    ],
    parts: ['其中老年人{n}人次'],
    named: '{place}服务群众{n}人次',
    redacted: '{who}共服务群众{x}人次',
    doubtful: '{who}服务群众{n}人次',
    'other-unit': '{till}，{who}累计服务困难群众{n}人',
  },
  money: {
    unit: '元',
    size: [150000, 40000000],
    round: 100,
    totals: [
      '{till}，{who}累计接收社会捐款{n}元',
      '{till}，{who}累计募集善款{n}元',
      '{till}，红十字会系统累计接收捐款{n}元',
    ],
    parts: ['其中企业捐款{n}元', '其中个人捐款{n}元'],
    named: '{place}{n}元',
    redacted: '{who}共接收社会捐款{x}元',
  },
  supplies: {
    unit: '只',
    item: '口罩',
    size: [2000, 90000],
    totals: ['{till}，{who}累计发放口罩{n}只', '{till}，累计向一线发放口罩{n}只'],
    parts: ['其中发放儿童口罩{n}只'],
    named: '{place}发放口罩{n}只',
    redacted: '{who}共发放口罩{x}只',
  },
};

export const TOPICS = [
  '志愿服务工作情况汇报',
  '学雷锋志愿服务工作小结',
  '疫情防控志愿服务工作汇报',
  '新时代文明实践工作简报',
  '志愿服务工作进展情况的报告',
];

export const ISSUERS = ['文明办', '团委', '红十字会', '妇联', '志愿服务联合会'];

export const OPENINGS = [
  '今年以来，我{w}坚持把志愿服务作为联系群众的纽带，工作有序推进。',
  '按照上级部署，我{w}精心组织、广泛发动，各项工作取得阶段性成效。',
  '为方便掌握进度，现将我{w}有关情况汇总报告如下。',
  '面对任务重、战线长的实际，我{w}各级组织主动靠前、闻令而动。',
];

export const HEADINGS = ['工作开展情况', '主要成效', '组织发动情况', '服务开展情况', '保障情况'];

/** Numbers that are no figures of the region: plans, dates, rules, telephones. */
export const PLANS = [
  '下一步，计划年底前再招募志愿者{many}名，力争全年开展活动{many}场以上。',
  '下半年，拟新增志愿服务队{few}支，力争服务群众突破{huge}人次。',
  '下一步，我{w}将按照3年行动方案，用好5月和9月两个宣传月，确保每季度至少调度1次。',
  '存在的不足是：队伍年龄偏大，12月前将逐一走访，力争明年募集善款{huge}元。',
];

export const ASIDES = [
  '6月1日上午8时30分，工作例会在三楼会议室召开，传达了第15号文件精神。',
  '根据《志愿服务条例》第23条，各地完善了时长记录办法。',
  '活动当天气温达36摄氏度，队员们依然坚守岗位。',
  '“12345”热线和24小时值班电话保持畅通。',
  '驿站设在人民路118号，每天8:30至17:30开放。',
];

/** What a page puts around a report that it posts again. */
export const CHROME = {
  before: [
    '首页 > 工作动态 > 正文',
    '当前位置：首页 > 志愿服务 > 正文',
    '来源：文明网  作者：小周  浏览次数：{many}次  字体：大 中 小',
  ],
  after: [
    '上一篇：关于召开年度会议的通知',
    '版权所有：志愿服务网',
    '分享到： 微信 微博',
    '扫一扫在手机打开当前页',
  ],
  titles: ['【基层动态】{place}：志愿红遍城乡', '{place}：小红帽撑起大文明', '{place}志愿服务暖人心'],
};
