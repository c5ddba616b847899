/** Reports that are a table each, as hard as real ones: merged headers, units in headers and captions, totals, blanks, notes. */

export interface Table {
  readonly caption?: string;
  readonly rows: readonly (readonly string[])[];
  /** Merged cells: top, left, bottom, right, from 0. */
  readonly merges?: readonly (readonly [number, number, number, number])[];
}

export interface TableReport {
  readonly title: string;
  readonly tables: readonly Table[];
  readonly notes?: readonly string[];
  /** `indicator value unit region` of each figure that a person reads off it. */
  readonly figures: readonly string[];
}

export const TABLE_REPORTS: Readonly<Record<string, TableReport>> = {
  'units in the headers': {
    title: '台州市2023年度志愿服务情况统计表',
    tables: [
      {
        rows: [
          ['地区', '志愿者人数（人）', '服务时长（小时）', '捐款（万元）'],
          ['椒江区', '1,145', '20310', '312.5'],
          ['黄岩区', '870', '15662', '140.75'],
          ['临海市', '416', '7908', '56.3'],
          ['合计', '2431', '43880', '509.55'],
        ],
      },
    ],
    notes: ['注：数据截至2023年12月31日。'],
    figures: [
      'volunteers 1145 人 椒江区',
      'service_hours 20310 小时 椒江区',
      'money 3125000 元 椒江区',
      'volunteers 870 人 黄岩区',
      'service_hours 15662 小时 黄岩区',
      'money 1407500 元 黄岩区',
      'volunteers 416 人 临海市',
      'service_hours 7908 小时 临海市',
      'money 563000 元 临海市',
      'volunteers 2431 人 台州市',
      'service_hours 43880 小时 台州市',
      'money 5095500 元 台州市',
    ],
  },
  'a unit above the table': {
    title: '台州市慈善捐赠情况汇总表',
    tables: [
      {
        caption: '单位：万元',
        rows: [
          ['县（市、区）', '接收捐款', '物资折价'],
          ['椒江区', '1280.5', '312'],
          ['路桥区', '964.2', '140.75'],
          ['温岭市', '405', ''],
          ['合计', '2649.7', '452.75'],
        ],
      },
    ],
    figures: [
      'money 12805000 元 椒江区',
      'money 3120000 元 椒江区',
      'money 9642000 元 路桥区',
      'money 1407500 元 路桥区',
      'money 4050000 元 温岭市',
      'money 26497000 元 台州市',
      'money 4527500 元 台州市',
    ],
  },
  'headers in two rows': {
    title: '台州市志愿服务与捐赠情况表',
    tables: [
      {
        rows: [
          ['地区', '志愿者', '', '捐赠', ''],
          ['', '人数（人）', '时长（小时）', '资金（万元）', '物资（件）'],
          ['椒江区', '528', '24310', '31.2', '1200'],
          ['黄岩区', '415', '18905', '20', '860'],
          ['临海市', '397', '16472', '14.75', '—'],
        ],
        merges: [
          [0, 0, 1, 0],
          [0, 1, 0, 2],
          [0, 3, 0, 4],
        ],
      },
    ],
    figures: [
      'volunteers 528 人 椒江区',
      'service_hours 24310 小时 椒江区',
      'money 312000 元 椒江区',
      'supplies 1200 件 椒江区',
      'volunteers 415 人 黄岩区',
      'service_hours 18905 小时 黄岩区',
      'money 200000 元 黄岩区',
      'supplies 860 件 黄岩区',
      'volunteers 397 人 临海市',
      'service_hours 16472 小时 临海市',
      'money 147500 元 临海市',
    ],
  },
  'indicators down, regions across': {
    title: '台州市青年志愿服务工作情况表',
    tables: [
      {
        rows: [
          ['指标', '椒江区', '黄岩区', '温岭市'],
          ['志愿者人数（人）', '530', '412', '388'],
          ['服务时长（小时）', '6200', '5310', '4988.5'],
          ['募集资金（万元）', '12.6', '8.35', '9'],
        ],
      },
    ],
    figures: [
      'volunteers 530 人 椒江区',
      'volunteers 412 人 黄岩区',
      'volunteers 388 人 温岭市',
      'service_hours 6200 小时 椒江区',
      'service_hours 5310 小时 黄岩区',
      'service_hours 4988.5 小时 温岭市',
      'money 126000 元 椒江区',
      'money 83500 元 黄岩区',
      'money 90000 元 温岭市',
    ],
  },
  'units in a column of their own': {
    title: '温岭市2023年志愿服务主要指标',
    tables: [
      {
        rows: [
          ['序号', '指标', '单位', '数量'],
          ['1', '注册志愿者', '人', '12,508'],
          ['2', '服务时长', '万小时', '3.2'],
          ['3', '接受捐款', '万元', '863.5'],
          ['4', '发放口罩', '只', '15000'],
          ['5', '媒体报道', '篇', '218'],
        ],
      },
    ],
    figures: [
      'volunteers 12508 人 温岭市',
      'service_hours 32000 小时 温岭市',
      'money 8635000 元 温岭市',
      'supplies 15000 只 温岭市',
      'media_coverage 218 篇 温岭市',
    ],
  },
  'totals and blanks': {
    title: '台州市防疫志愿服务统计表',
    tables: [
      {
        rows: [
          ['地区', '志愿者（人）', '服务时长（小时）', '服务群众（人次）'],
          ['椒江区', '300', '2400', '5,600'],
          ['黄岩区', '', '1800', '4200'],
          ['路桥区', '210', '—', '3900'],
          ['小计', '510', '4200', '13700'],
          ['临海市', '180', '1440', '2880'],
          ['合计', '690', '5640', '16580'],
        ],
      },
    ],
    figures: [
      'volunteers 300 人 椒江区',
      'service_hours 2400 小时 椒江区',
      'people_served 5600 人次 椒江区',
      'service_hours 1800 小时 黄岩区',
      'people_served 4200 人次 黄岩区',
      'volunteers 210 人 路桥区',
      'people_served 3900 人次 路桥区',
      'volunteers 510 人 台州市',
      'service_hours 4200 小时 台州市',
      'people_served 13700 人次 台州市',
      'volunteers 180 人 临海市',
      'service_hours 1440 小时 临海市',
      'people_served 2880 人次 临海市',
      'volunteers 690 人 台州市',
      'service_hours 5640 小时 台州市',
      'people_served 16580 人次 台州市',
    ],
  },
  'labels that reach down': {
    title: '台州市志愿者队伍情况表',
    tables: [
      {
        rows: [
          ['地区', '类别', '志愿者（人）', '服务时长（小时）'],
          ['椒江区', '党员', '320', '1600'],
          ['', '青年', '610', '2900'],
          ['黄岩区', '党员', '280', '1350'],
          ['', '青年', '505', '2440'],
        ],
        merges: [
          [1, 0, 2, 0],
          [3, 0, 4, 0],
        ],
      },
    ],
    figures: [
      'volunteers 320 人 椒江区',
      'service_hours 1600 小时 椒江区',
      'volunteers 610 人 椒江区',
      'service_hours 2900 小时 椒江区',
      'volunteers 280 人 黄岩区',
      'service_hours 1350 小时 黄岩区',
      'volunteers 505 人 黄岩区',
      'service_hours 2440 小时 黄岩区',
    ],
  },
  'percentages between figures': {
    title: '台州市志愿服务增长情况表',
    tables: [
      {
        rows: [
          ['地区', '志愿者人数（人）', '同比增长', '服务时长（小时）', '完成率（%）'],
          ['椒江区', '1200', '18.3%', '9600', '102.5'],
          ['黄岩区', '980', '-2.1%', '7840', '98'],
          ['临海市', '760', '5%', '6080', '100'],
        ],
      },
    ],
    figures: [
      'volunteers 1200 人 椒江区',
      'service_hours 9600 小时 椒江区',
      'volunteers 980 人 黄岩区',
      'service_hours 7840 小时 黄岩区',
      'volunteers 760 人 临海市',
      'service_hours 6080 小时 临海市',
    ],
  },
  'title and unit inside the table': {
    title: '台州市慈善总会工作情况',
    tables: [
      {
        rows: [
          ['台州市2023年款物接收情况表', '', '', ''],
          ['单位：万元', '', '', ''],
          ['县（市、区）', '善款', '物资折价', '支出资金'],
          ['椒江区', '120.5', '31', '88.2'],
          ['玉环市', '96.4', '14.7', '60'],
        ],
        merges: [
          [0, 0, 0, 3],
          [1, 0, 1, 3],
        ],
      },
    ],
    figures: [
      'money 1205000 元 椒江区',
      'money 310000 元 椒江区',
      'money 882000 元 椒江区',
      'money 964000 元 玉环市',
      'money 147000 元 玉环市',
      'money 600000 元 玉环市',
    ],
  },
  'magnitudes in the headers': {
    title: '台州市文明实践情况表',
    tables: [
      {
        rows: [
          ['地区', '阅读量（万次）', '服务群众（万人次）', '活动（场）'],
          ['椒江区', '92.8', '1.25', '218'],
          ['三门县', '30', '0.8', '96'],
          ['天台县', '12.35', '0.66', '74'],
        ],
      },
    ],
    figures: [
      'reads 928000 次 椒江区',
      'people_served 12500 人次 椒江区',
      'activities 218 场 椒江区',
      'reads 300000 次 三门县',
      'people_served 8000 人次 三门县',
      'activities 96 场 三门县',
      'reads 123500 次 天台县',
      'people_served 6600 人次 天台县',
      'activities 74 场 天台县',
    ],
  },
  'numbered rows and remarks': {
    title: '台州市各县（市、区）志愿服务情况统计表',
    tables: [
      {
        rows: [
          ['序号', '地区', '志愿服务队（支）', '志愿者（人）', '宣传活动（场）', '捐赠资金（万元）', '备注'],
          ['1', '椒江区', '6', '528', '61', '31.2', ''],
          ['2', '黄岩区', '4', '415', '48', '20', '含街道'],
          ['3', '仙居县', '2', '116', '12', '/', ''],
        ],
      },
    ],
    figures: [
      'volunteer_teams 6 支 椒江区',
      'volunteers 528 人 椒江区',
      'activities 61 场 椒江区',
      'money 312000 元 椒江区',
      'volunteer_teams 4 支 黄岩区',
      'volunteers 415 人 黄岩区',
      'activities 48 场 黄岩区',
      'money 200000 元 黄岩区',
      'volunteer_teams 2 支 仙居县',
      'volunteers 116 人 仙居县',
      'activities 12 场 仙居县',
    ],
  },
  'units in the cells': {
    title: '台州市助学志愿服务情况表',
    tables: [
      {
        rows: [
          ['地区', '志愿者', '服务时长', '捐款'],
          ['椒江区', '135名', '1080小时', '3.2万元'],
          ['温岭市', '96名', '768小时', '2万元'],
        ],
      },
    ],
    figures: [
      'volunteers 135 人 椒江区',
      'service_hours 1080 小时 椒江区',
      'money 32000 元 椒江区',
      'volunteers 96 人 温岭市',
      'service_hours 768 小时 温岭市',
      'money 20000 元 温岭市',
    ],
  },
  'headers in three rows': {
    title: '台州市志愿服务综合统计表',
    tables: [
      {
        rows: [
          ['地区', '志愿服务', '', '', '捐赠资金（万元）'],
          ['', '志愿者（人）', '', '服务时长（小时）', ''],
          ['', '注册', '新增', '', ''],
          ['椒江区', '5200', '310', '41600', '66.5'],
          ['路桥区', '4100', '205', '32800', '50.25'],
        ],
        merges: [
          [0, 0, 2, 0],
          [0, 1, 0, 3],
          [0, 4, 2, 4],
          [1, 1, 1, 2],
          [1, 3, 2, 3],
        ],
      },
    ],
    figures: [
      'volunteers 5200 人 椒江区',
      'volunteers 310 人 椒江区',
      'service_hours 41600 小时 椒江区',
      'money 665000 元 椒江区',
      'volunteers 4100 人 路桥区',
      'volunteers 205 人 路桥区',
      'service_hours 32800 小时 路桥区',
      'money 502500 元 路桥区',
    ],
  },
  'two tables with units of their own': {
    title: '台州市2023年志愿服务和捐赠情况',
    tables: [
      {
        caption: '表1 志愿服务情况',
        rows: [
          ['地区', '志愿者（人）', '服务时长（小时）'],
          ['椒江区', '700', '5600'],
          ['临海市', '650', '5200'],
        ],
      },
      {
        caption: '表2 捐赠情况（单位：万元）',
        rows: [
          ['地区', '捐款', '物资折价'],
          ['椒江区', '45.6', '12'],
          ['临海市', '38', '9.5'],
        ],
      },
    ],
    figures: [
      'volunteers 700 人 椒江区',
      'service_hours 5600 小时 椒江区',
      'volunteers 650 人 临海市',
      'service_hours 5200 小时 临海市',
      'money 456000 元 椒江区',
      'money 120000 元 椒江区',
      'money 380000 元 临海市',
      'money 95000 元 临海市',
    ],
  },
  'headers with line breaks': {
    title: '台州市社区志愿服务情况表',
    tables: [
      {
        rows: [
          ['地 区', '志愿者\n人数（人）', '服务时长\n（小时）', '捐款\n（万元）'],
          ['椒江区', '88', '704', '1.5'],
          ['黄岩区', '73', '584', '0.9'],
        ],
      },
    ],
    figures: [
      'volunteers 88 人 椒江区',
      'service_hours 704 小时 椒江区',
      'money 15000 元 椒江区',
      'volunteers 73 人 黄岩区',
      'service_hours 584 小时 黄岩区',
      'money 9000 元 黄岩区',
    ],
  },
  'headers that say what they count': {
    title: '台州市志愿服务人员统计',
    tables: [
      {
        rows: [
          ['单位', '志愿者人数', '服务时长', '捐款金额（元）'],
          ['椒江区', '60', '480', '12000'],
          ['黄岩区', '45', '360', '8,500'],
        ],
      },
    ],
    figures: [
      'volunteers 60 人 椒江区',
      'service_hours 480 小时 椒江区',
      'money 12000 元 椒江区',
      'volunteers 45 人 黄岩区',
      'service_hours 360 小时 黄岩区',
      'money 8500 元 黄岩区',
    ],
  },
  goods: {
    title: '台州市抗疫物资捐赠情况表',
    tables: [
      {
        rows: [
          ['地区', '口罩（只）', '防护服（套）', '捐款（万元）'],
          ['椒江区', '15000', '320', '25.5'],
          ['温岭市', '9000', '180', '18'],
        ],
      },
    ],
    notes: ['注：1.口罩含一次性口罩；2.数据统计至2023年6月30日。'],
    figures: [
      'supplies 15000 只 椒江区',
      'supplies 320 套 椒江区',
      'money 255000 元 椒江区',
      'supplies 9000 只 温岭市',
      'supplies 180 套 温岭市',
      'money 180000 元 温岭市',
    ],
  },
  'rows that name groups': {
    title: '台州市志愿服务分类情况表',
    tables: [
      {
        rows: [
          ['指标', '单位', '数量'],
          ['一、志愿者', '', ''],
          ['注册志愿者', '人', '3200'],
          ['新增志愿者', '人', '410'],
          ['二、服务', '', ''],
          ['服务时长', '小时', '25600'],
          ['服务群众', '人次', '18000'],
        ],
        merges: [
          [1, 0, 1, 2],
          [4, 0, 4, 2],
        ],
      },
    ],
    figures: [
      'volunteers 3200 人 台州市',
      'volunteers 410 人 台州市',
      'service_hours 25600 小时 台州市',
      'people_served 18000 人次 台州市',
    ],
  },
  'rows that name regions': {
    title: '台州市志愿服务情况表',
    tables: [
      {
        rows: [
          ['指标', '数量'],
          ['椒江区', ''],
          ['志愿者（人）', '300'],
          ['服务时长（小时）', '2400'],
          ['黄岩区', ''],
          ['志愿者（人）', '210'],
          ['服务时长（小时）', '1700'],
          ['合计', ''],
        ],
        merges: [
          [1, 0, 1, 1],
          [4, 0, 4, 1],
        ],
      },
    ],
    figures: [
      'volunteers 300 人 椒江区',
      'service_hours 2400 小时 椒江区',
      'volunteers 210 人 黄岩区',
      'service_hours 1700 小时 黄岩区',
    ],
  },
  'years and rates under a unit of money': {
    title: '台州市慈善募捐情况表',
    tables: [
      {
        caption: '单位：万元',
        rows: [
          ['地区', '年度', '捐款', '同比增长'],
          ['椒江区', '2022', '66.5', '12.4'],
          ['黄岩区', '2022', '50', '-3.5'],
        ],
      },
    ],
    figures: ['money 665000 元 椒江区', 'money 500000 元 黄岩区'],
  },
  'labels beside their values': {
    title: '椒江区志愿服务月报表',
    tables: [
      {
        rows: [
          ['志愿者人数（人）', '320', '服务时长（小时）', '2560'],
          ['活动（场）', '18', '捐款（万元）', '4.5'],
        ],
      },
    ],
    figures: [
      'volunteers 320 人 椒江区',
      'service_hours 2560 小时 椒江区',
      'activities 18 场 椒江区',
      'money 45000 元 椒江区',
    ],
  },
};
