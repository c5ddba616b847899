/** The tables, views and columns of the database → what they hold, in both languages; for people who open it in other tools. */

/** In English and in Chinese. */
export type Words = readonly [en: string, zh: string];

/** What people query. */
export const TABLE_WORDS: Readonly<Record<string, Words>> = {
  current_figures: [
    'The figures to work with: reviewers’ decisions applied; rejected figures, reposts and replaced files left out.',
    '可直接使用的数据：已按审核结果更正，不含被否定的数据、转载的报告和已更换的文件。',
  ],
  region_totals: [
    'Per indicator, region, unit and goods: the greatest total that a report states for the latest date that is known; nothing is added up.',
    '按指标、地区、单位和物资，取最近日期各报告所报总量中最大的一个，不相加。',
  ],
  review_queue: [
    'Figures that a person should look at, most doubtful first.',
    '待审核的数据，最可疑的在前。',
  ],
  conflicts: [
    'Two reports that cannot both be right: they disagree about one day, or a running count falls.',
    '互相矛盾的两份报告：同一日期数字不一，或累计数反而下降。',
  ],
  restatements: [
    'Totals that a report of an earlier date had stated already.',
    '更早的报告已经写过的总量（旧数重报）。',
  ],
  reposts: [
    'Reports that are left out because another one says the same.',
    '因与另一份报告相同而不计的报告（转载）。',
  ],
  disagreements: ['Figures on which two reviewers hold different outcomes.', '两位审核人意见不一的数据。'],
  standing_decisions: ['The decision that holds for each figure.', '每条数据现行有效的审核结果。'],
  held_decisions: [
    'What each reviewer decided last on a figure and did not take back.',
    '每位审核人对每条数据最后作出且未撤回的审核结果。',
  ],
  figures: [
    'All figures as they were extracted, before any decision, those of reposts included.',
    '提取所得的全部数据（未计审核结果，含转载）。',
  ],
  documents: ['Every file that was read, with its whole text.', '读入的文件及其全文。'],
  document_files: ['Under which names a document was seen.', '文档出现过的文件名。'],
  reports: [
    'The reports in the documents; one file may hold several.',
    '文档中的各份报告；一个文件可含多份。',
  ],
  decisions: [
    'Everything that reviewers decided; nothing is ever changed or deleted here.',
    '全部审核记录；只增不改，不可删除。',
  ],
  diagnostics: ['What could not be read or is in doubt, by document.', '无法读取或存疑之处，按文档列出。'],
  indicators: ['What is counted: one row for each rule file.', '统计指标，每个规则文件一行。'],
  regions: [
    'Administrative divisions by GB/T 2260, old ones included.',
    '行政区划（GB/T 2260），含已撤销的。',
  ],
  units: ['Units of measure and how they are written.', '计量单位及其各种写法。'],
  runs: ['One row for each run of huibao ingest.', 'huibao ingest 的每次运行。'],
};

/** Columns that mean the same wherever they stand. */
const COLUMN_WORDS: Readonly<Record<string, Words>> = {
  action: ['accept, correct, reject, add or undo', '审核动作：确认、更正、否定、补充或撤回'],
  aliases: ['Other names (JSON list)', '别名（JSON 数组）'],
  as_of: ['Date that it holds for (ISO)', '数据截至日期'],
  as_of_method: ['How the date was found', '日期的来源'],
  at: ['When it was decided (ISO time)', '审核时间'],
  bytes: ['Size of the file in bytes', '文件大小（字节）'],
  carried_from: [
    'The decision that this one goes on for, where its figure has moved',
    '数据移位后所沿用的原审核记录',
  ],
  cell: ['Table cell that it stands in', '所在表格单元格'],
  changes: ['Corrections (JSON object)', '更正的内容（JSON 对象）'],
  code: ['Code', '代码'],
  confidence: ['Probability that indicator and value are right, 0 to 1', '指标与数值正确的把握，0 至 1'],
  content_hash: ['Equal for reposts', '内容指纹，转载相同'],
  core: ['1: one of the ten core indicators', '1 表示十个核心指标之一'],
  counts: ['What came of the run (JSON object)', '运行结果（JSON 对象）'],
  date: ['Date of the report (ISO)', '报告日期'],
  decided_at: ['When it was decided (ISO time)', '审核时间'],
  decided_by: ['Who decided', '审核人'],
  decision: ['What was decided; empty where nobody has looked', '审核结果；空为尚未审核'],
  description: ['Description', '说明'],
  document_id: ['The document: SHA-256 of the file', '所属文档：文件的 SHA-256'],
  duplicate_how: ['Why it counts as a repost', '判为转载的依据'],
  duplicate_of: ['The report that counts instead; empty: this one', '以哪份报告为准；空为本报告'],
  encoding: ['Encoding of a text file', '文本文件的编码'],
  end: ['Where it ends, in code points of the document’s text', '在文档全文中的结束位置（按码点）'],
  exact: ['The number as the document has it', '原文中的数字'],
  figure_id: [
    'The figure: depends on document, place and indicator only',
    '数据编号，只由文档、位置和指标决定',
  ],
  file: ['File name', '文件名'],
  finished_at: ['When it ended; empty while it runs', '结束时间；空为未结束'],
  first_as_of: ['Date of the first statement', '首次表述的截至日期'],
  first_file: ['File of the first statement', '首次表述的文件'],
  first_quote: ['Sentence of the first statement', '首次表述的原句'],
  format: ['txt, docx, pdf …', '文件格式'],
  found: ['The figure as the rules had found it (JSON object)', '审核时程序提取的内容（JSON 对象）'],
  heir: ['The division that an abolished one became', '撤销后并入的区划'],
  hint: ['What to do', '处理建议'],
  how: ['Same words, or same figures in other words', '文字相同，或数据相同'],
  id: ['Key', '编号'],
  indicator: ['What is counted', '指标'],
  ingested_at: ['When it was read last', '最近读入时间'],
  issuer: ['Who issued it', '发文单位'],
  item: ['The goods that a supplies figure counts', '物资名称'],
  kind: [
    'disagree: about one day; falls: a running count falls',
    '矛盾类型：同日不一（disagree）或累计下降（falls）',
  ],
  level: ['province, city or county', '级别：省、市、县'],
  lower: ['Least value that the words allow; empty: open', '下限；空为不限'],
  message: ['What is the matter', '情况说明'],
  name: ['Name', '名称'],
  needs_review: ['1: a person should look', '1 表示待审核'],
  note: ['The reviewer’s reason', '审核说明'],
  number: ['Row number, as the text index has it', '行号（全文索引用）'],
  options: ['What was asked for (JSON object)', '运行选项（JSON 对象）'],
  original_document_id: ['The document that counts', '为准的文档'],
  original_file: ['The file that counts', '为准的文件'],
  original_report: ['Which report of it', '为准文档中的第几份报告（从 0 起）'],
  original_title: ['Its title', '为准报告的标题'],
  page: ['Page', '页码'],
  paragraph: ['Paragraph', '段落序号'],
  params: ['Details (JSON object)', '细节（JSON 对象）'],
  parent: ['The division above', '上级区划代码'],
  prefix: ['The text in front of it', '前文'],
  qualifier: ['exact, over, under, about, range or vague', '限定：确数、以上、不足、约、区间或概数'],
  quote: ['Its sentence', '原句'],
  reasons: ['Doubts, strongest first (JSON list)', '存疑原因，最重的在前（JSON 数组）'],
  redacted: ['1: the number was blanked out (X名)', '1 表示数字已隐去（如 X名）'],
  region_code: ['Division by GB/T 2260', '行政区划代码（GB/T 2260）'],
  region_method: ['How the region was found', '地区的来源'],
  region_name: ['Region', '地区'],
  report: ['Which report of the document, from 0', '文档中的第几份报告（从 0 起）'],
  restates: ['The figure that stated it first', '首次表述的数据编号'],
  rule: ['Rule and version that found it', '所用规则及版本'],
  rule_version: ['Version of the rule set', '规则版本'],
  run_id: ['The run', '所属运行'],
  searchable: ['1: its words are in the text index', '1 表示已进入全文索引'],
  seen_at: ['When the file was seen last', '最近一次见到该文件的时间'],
  severity: ['error, warning or info', '程度：错误、警告或提示'],
  sketch: ['Hashes that reposts are found by', '查找转载用的指纹'],
  start: ['Where it begins, in code points of the document’s text', '在文档全文中的起始位置（按码点）'],
  started_at: ['When it began', '开始时间'],
  statements: ['How many different numbers reports state for that date', '当日各报告所报不同数值的个数'],
  statistic: [
    'total, or daily, average …: only totals may be added up',
    '统计方式；只有总量（total）可以相加',
  ],
  status: ['Status', '状态'],
  suffix: ['The text behind it', '后文'],
  superseded_by: ['The document that its file holds now; empty: current', '文件更换后的文档；空为现行'],
  text: ['The whole text', '全文'],
  title: ['Title', '标题'],
  undoes: ['The decision that it takes back', '所撤回的审核记录'],
  unit: ['Unit; money in 元', '单位；金额以元计'],
  unit_text: ['The measure word as written', '原文量词'],
  units: ['Units that it takes (JSON list)', '可用单位（JSON 数组）'],
  upper: ['Greatest value that the words allow; empty: open', '上限；空为不限'],
  value: [
    'The number, in its unit; empty where the words give none',
    '数值（按其单位）；空为原文未给出确切数',
  ],
  who: ['Who decided', '审核人'],
  words: ['How it is written: word and factor (JSON list)', '写法及换算系数（JSON 数组）'],
};

/** Columns that mean something else in one place. */
const COLUMNS_OF: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  diagnostics: {
    code: ['Kind of the diagnostic', '情况类别'],
    file: ['Of what could not be read at all: its name', '完全无法读取时的文件名'],
    document_id: ['The document; empty where the file could not be read', '所属文档；文件无法读取时为空'],
  },
  document_files: { document_id: ['What it held when it was seen last', '最近一次所含的文档'] },
  documents: {
    id: ['SHA-256 of the file', '文件的 SHA-256'],
    status: ['ok, empty or failed', '状态：正常、空或失败'],
    run_id: ['The run that read it last', '最近读入它的运行'],
  },
  indicators: { id: ['The name of its rule file', '规则文件名'], name: ['Chinese name', '指标名称'] },
  region_totals: { figure_id: ['The figure that speaks', '所取的那条数据'] },
  regions: { code: ['Six digits of GB/T 2260', '六位区划代码（GB/T 2260）'] },
  reports: { id: ['Document and report', '文档编号加报告序号'] },
  runs: {
    status: ['running, done, partial, failed or interrupted', '状态：运行中、完成、部分完成、失败或中断'],
  },
  units: { id: ['The unit as figures have it', '数据所用的单位'] },
};

/** Two things of one kind beside each other: `value_a` is the value of the first. */
const SIDES: Readonly<Record<string, Words>> = { a: ['First', '甲'], b: ['Second', '乙'] };
/** Takes value_a and as_of_b; must not take `data`. */
const SIDE = /^(\w+)_([ab])$/;

/** What a column holds; undefined where nobody has said. */
export function columnWords(table: string, column: string): Words | undefined {
  const own = COLUMNS_OF[table]?.[column] ?? COLUMN_WORDS[column];
  if (own !== undefined) return own;
  const [, base, side] = SIDE.exec(column) ?? [];
  const words = COLUMN_WORDS[base === 'figure' ? 'figure_id' : (base ?? '')];
  if (words === undefined || side === undefined) return undefined;
  const [en, zh] = SIDES[side]!;
  return [`${en}: ${words[0]}`, `${zh}：${words[1]}`];
}
