// One report, as data: the fixtures of every format are made from it, and tests compare with it.

/** `label` is typed in the txt and counted by the word processor in the docx. */
export const HEADER = '云岭市志愿服务工作简报';

export const REPORT = [
  { kind: 'title', text: '云岭市青年志愿服务工作情况汇报' },
  { kind: 'plain', text: '市工作专班：' },
  {
    kind: 'body',
    text: '入冬以来，全市各级组织把志愿服务摆在突出位置，迅速集结力量、下沉一线，累计招募志愿者25719名，组建服务队862支，开展各类服务活动3450场次，服务群众近12000人次，为守住城乡安全防线、办好民生实事提供了有力支撑。现将主要工作情况汇报如下。',
  },
  { kind: 'h1', label: '一、', text: '动员部署到位' },
  {
    kind: 'body',
    text: '第一时间印发倡议书，通过新媒体平台发布图文信息186条，阅读量突破595.7万次，点赞量4.2万次。各县区同步响应，机关干部、在校学生和返乡青年踊跃报名，报名人数在三天之内就超过了去年全年的总和。',
  },
  { kind: 'h2', label: '（一）', text: '健全指挥体系' },
  {
    kind: 'body',
    text: '建立市、县、乡三级联动机制，设立12个工作组，实行日调度、周通报，先后召开调度会29次。每个工作组由一名班子成员牵头，从相关单位抽调业务骨干76人集中办公，做到任务到岗、责任到人、落实到位。',
  },
  { kind: 'h2', label: '（二）', text: '充实服务力量' },
  {
    kind: 'body',
    text: '依托高校、企业和社会组织，新建志愿服务站点318个，配备物资储备箱1,240个。日均在岗志愿者2300余人，人均服务时长6.5小时，最多的一天有4120人同时在岗，有效缓解了基层人手紧张的问题。',
  },
  { kind: 'h1', label: '二、', text: '服务成效明显' },
  {
    kind: 'body',
    text: '截至2月28日，累计服务时长达到31.6万小时，筹集资金和物资折合人民币867.25万元。各地推进情况见下表。',
    note: '资金数据由市青年基金会提供，含物资折价213.4万元。',
  },
  {
    kind: 'table',
    rows: [
      ['地区', '志愿者（人）', '服务时长（小时）', '物资折价（万元）'],
      ['东山区', '8642', '102300', '312.5'],
      ['南江县', '6150', '75680', '204.8'],
      ['西河县', '5327', '68410', '189.95'],
      ['北原县', '5600', '69610', '160'],
    ],
  },
  {
    kind: 'body',
    text: '从分布情况看，东山区参与人数最多，占全市总数的三分之一以上；南江县把服务力量向偏远乡镇倾斜，组织流动服务队走村入户，累计行程超过1.8万公里；西河县探索“一户一册”办法，为2480户独居老人建立了服务档案，上门送药送菜9600余次；北原县整合企业资源，协调捐赠口罩15万只、防护服3200套、消毒液46.5吨，全部发放到村（社区）。市级层面同步开通心理援助热线，安排专业社工轮流值守，接听来电3165个，其中疏导类咨询占六成；联合邮政、供销等部门开辟绿色通道，免费转运爱心包裹7204件，做到当天接收、当天分拣、当天发出，让每一份心意都能及时送到需要的人手中。',
  },
  { kind: 'h1', label: '三、', text: '下一步打算' },
  {
    kind: 'item',
    label: '1.',
    text: '继续扩大队伍。引导更多在校学生和新就业群体参与进来，让志愿服务成为城市的亮丽底色。',
  },
  {
    kind: 'item',
    label: '2.',
    text: '继续规范管理。完善招募、培训、记录、激励和保障制度，把每一名志愿者的服务时长及时准确地记录在册，并与评优评先、入学就业等挂钩，让奉献者有获得感、有荣誉感、有归属感。',
  },
  { kind: 'item', label: '3.', text: '继续打造品牌。每个县区至少培育一个叫得响、立得住、推得开的服务项目。' },
  {
    kind: 'body',
    text: '总的来看，前一阶段的工作开局良好，但也存在力量分布不够均衡、专业人才相对不足、信息系统尚未打通等问题。下一步，我们将以更加务实的作风、更加有力的举措，推动全市志愿服务再上新台阶，为经济社会发展贡献更多青春力量。',
  },
  { kind: 'plain', text: '云岭市青年志愿者协会' },
  { kind: 'plain', text: '2020年3月2日' },
];

/** The body as a person would type it: one string a paragraph, cells of a row joined by tabs. */
export const typedLines = () =>
  REPORT.flatMap((part) =>
    part.kind === 'table' ? part.rows.map((row) => row.join('\t')) : [(part.label ?? '') + part.text],
  );

/** The same for writers that lay out paragraphs and tables themselves; sizes in points. */
export const reportBlocks = () =>
  REPORT.map((part) => {
    if (part.kind === 'table') return { rows: part.rows };
    const text = (part.label ?? '') + part.text;
    if (part.kind === 'title') return { text, size: 22, centred: true };
    return { text, indent: part.kind !== 'plain' };
  });
