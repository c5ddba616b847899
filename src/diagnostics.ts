/** Every diagnostic: its severity, its text in English and Chinese, and what to do about it. */
import type { Diagnostic, Severity, SourceSpan } from './model.js';

interface Entry {
  readonly severity: Severity;
  readonly en: string;
  readonly zh: string;
  readonly hint?: { readonly en: string; readonly zh: string };
}

/** `{name}` stands for a parameter. */
const CATALOGUE = {
  'document-unreadable': {
    severity: 'error',
    en: 'cannot be read: {reason}',
    zh: '无法读取：{reason}',
    hint: { en: 'check the file and its permissions', zh: '请检查文件及其权限' },
  },
  'document-empty': {
    severity: 'error',
    en: 'the file is empty (0 bytes)',
    zh: '文件为空（0 字节）',
    hint: { en: 'ask the sender for the report again', zh: '请向报送单位重新索取' },
  },
  'document-without-text': {
    severity: 'warning',
    en: 'no text was found in the {format} file',
    zh: '{format} 文件中没有文字',
    hint: {
      en: 'it may be a scan that OCR could not read, or was not asked to; scan it again or have it typed',
      zh: '可能是未能识别（OCR）或未要求识别的扫描件，请重新扫描或录入',
    },
  },
  'document-container': {
    severity: 'info',
    en: 'holds {files} files; each is read by itself',
    zh: '内含 {files} 个文件，逐个读取',
  },
  'document-empty-container': {
    severity: 'warning',
    en: 'holds no file',
    zh: '其中没有文件',
    hint: { en: 'ask the sender for the files again', zh: '请向报送单位重新索取' },
  },
  'document-nested': {
    severity: 'error',
    en: 'is packed inside {depth} other files, which is deeper than is read',
    zh: '嵌套在 {depth} 层文件之内，超出读取层数',
    hint: { en: 'unpack it and add it again', zh: '请解压后再加入' },
  },
  'document-damaged': {
    severity: 'error',
    en: 'the {format} file is damaged or cut short: {reason}',
    zh: '{format} 文件损坏或不完整：{reason}',
    hint: { en: 'ask the sender for the report again', zh: '请向报送单位重新索取' },
  },
  'document-encrypted': {
    severity: 'error',
    en: 'the {format} file is encrypted',
    zh: '{format} 文件已加密',
    hint: { en: 'save it without a password and add it again', zh: '请去掉密码另存后再加入' },
  },
  'document-too-large': {
    severity: 'error',
    en: 'the file is refused: {reason}',
    zh: '拒绝读取：{reason}',
    hint: { en: 'split it, or raise the limit if you trust it', zh: '请拆分文件；确信安全时可提高上限' },
  },
  'document-timeout': {
    severity: 'error',
    en: 'reading took longer than {seconds} s and was stopped',
    zh: '读取超过 {seconds} 秒，已停止',
    hint: { en: 'raise --timeout, or convert the file', zh: '可提高 --timeout，或转换文件格式' },
  },
  'document-hangs': {
    severity: 'error',
    en: 'reading made no headway for {seconds} s and was stopped',
    zh: '读取 {seconds} 秒没有进展，已停止',
    hint: { en: 'raise --silence, or convert the file', zh: '可提高 --silence，或转换文件格式' },
  },
  'document-passed-over': {
    severity: 'error',
    en: 'passed over: it was stopped or failed {attempts} times: {reason}',
    zh: '跳过：已 {attempts} 次中止或失败：{reason}',
    hint: {
      en: 'raise the limit that it broke, or try it again with --retry',
      zh: '可提高相应上限，或用 --retry 再试',
    },
  },
  'document-crashed': {
    severity: 'error',
    en: 'the reader failed: {reason}',
    zh: '读取程序出错：{reason}',
    hint: { en: 'convert the file and add it again', zh: '请转换文件格式后再加入' },
  },
  'format-unknown': {
    severity: 'error',
    en: 'not a format that can be read: {reason}',
    zh: '不支持的格式：{reason}',
    hint: { en: 'save it as docx, xlsx, PDF or text', zh: '请另存为 docx、xlsx、PDF 或文本' },
  },
  'format-mismatch': {
    severity: 'info',
    en: 'the name says {named}, the content is {actual}; it was read as {actual}',
    zh: '文件名为 {named}，内容是 {actual}，已按 {actual} 读取',
  },
  'encoding-doubtful': {
    severity: 'warning',
    en: 'decoded as {encoding}, with {replaced} characters that could not be read',
    zh: '按 {encoding} 解码，有 {replaced} 个字符无法识别',
    hint: { en: 'save the file as UTF-8', zh: '请另存为 UTF-8' },
  },
  'text-garbled': {
    severity: 'warning',
    en: 'the text of {where} is not readable characters (a font without a character map)',
    zh: '{where} 的文字无法还原（字体缺少字符映射）',
    hint: { en: 'ask for the docx', zh: '请索取 docx' },
  },
  'page-without-text': {
    severity: 'warning',
    en: 'page {page} holds no text (a scan?)',
    zh: '第 {page} 页没有文字（扫描页？）',
  },
  'page-unreadable': {
    severity: 'warning',
    en: 'page {page} is damaged and was left out: {reason}',
    zh: '第 {page} 页已损坏，未读取：{reason}',
    hint: { en: 'ask the sender for the report again', zh: '请向报送单位重新索取' },
  },
  'sheet-hidden': {
    severity: 'info',
    en: 'what the workbook hides was left out: {sheets} sheets, {rows} rows, {columns} columns',
    zh: '工作簿中隐藏的内容未读取：{sheets} 个工作表、{rows} 行、{columns} 列',
    hint: { en: 'unhide it and add the file again if it counts', zh: '如需计入，请取消隐藏后重新加入' },
  },
  'pages-left-unread': {
    severity: 'warning',
    en: 'pages without text of their own were left unread, as --no-ocr asks: {pages}',
    zh: '有 {pages} 页没有文字层，因 --no-ocr 未识别',
    hint: { en: 'the next run without --no-ocr reads them', zh: '之后不带 --no-ocr 的运行会补读' },
  },
  'document-recognised': {
    severity: 'info',
    en: 'pages that are pictures, recognised (OCR): {pages}; mean confidence {confidence} of 100',
    zh: '有 {pages} 页是图片，已作文字识别（OCR），平均置信度 {confidence}/100',
    hint: {
      en: 'its figures go to review unless the document itself confirms them',
      zh: '其中的数据除文内可互相印证者外均须复核',
    },
  },
  'text-layer-recognised': {
    severity: 'info',
    en: 'pages that are pictures with text that another program recognised: {pages}',
    zh: '有 {pages} 页是带文字层的图片，文字由其他程序识别',
    hint: {
      en: 'their figures go to review unless the document itself confirms them',
      zh: '其中的数据除文内可互相印证者外均须复核',
    },
  },
  'page-recognised-badly': {
    severity: 'warning',
    en: 'page {page} was recognised with little confidence ({confidence} of 100)',
    zh: '第 {page} 页识别效果差（置信度 {confidence}/100）',
    hint: { en: 'scan it again, straight and at 300 dpi', zh: '请以 300 dpi 端正地重新扫描' },
  },
  'page-not-recognised': {
    severity: 'warning',
    en: 'page {page} is a picture that could not be recognised: {reason}',
    zh: '第 {page} 页是图片，无法识别：{reason}',
    hint: { en: 'huibao doctor says whether OCR works here', zh: '用 huibao doctor 查看 OCR 是否可用' },
  },
  'document-without-figures': {
    severity: 'info',
    en: 'no figure was found ({numbers} numbers were looked at)',
    zh: '没有找到数据（共查看 {numbers} 个数字）',
    hint: { en: 'huibao explain FILE shows why', zh: '用 huibao explain FILE 查看原因' },
  },
  'region-unknown': {
    severity: 'warning',
    en: 'the report does not say which region it is about',
    zh: '报告未说明所属地区',
  },
  'region-ambiguous': {
    severity: 'warning',
    en: '{name} could be any of {candidates}; it was left open',
    zh: '{name} 可能是 {candidates}，未作判断',
  },
  'region-unsure': {
    severity: 'info',
    en: 'the report was taken to be about {region}; {rival} is nearly as likely',
    zh: '报告所属地区判为 {region}，但 {rival} 的可能性相近',
  },
  'date-unknown': {
    severity: 'info',
    en: 'the report has no date',
    zh: '报告没有日期',
  },
  'date-year-unknown': {
    severity: 'info',
    en: '{text} has no year, and the report tells none',
    zh: '{text} 没有年份，报告中也无从得知',
  },
} as const satisfies Record<string, Entry>;

export type DiagnosticCode = keyof typeof CATALOGUE;
export const DIAGNOSTIC_CODES = Object.keys(CATALOGUE) as DiagnosticCode[];

export type Language = 'en' | 'zh';
type Params = Readonly<Record<string, string | number>>;

const fill = (template: string, params: Params): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));

/** Makes a diagnostic; every `{name}` of its text should be in `params`. */
export function diagnose(
  code: DiagnosticCode,
  params: Params = {},
  place: SourceSpan | null = null,
): Diagnostic {
  const entry: Entry = CATALOGUE[code];
  return {
    code,
    severity: entry.severity,
    message: fill(entry.en, params),
    params,
    place,
    hint: entry.hint ? fill(entry.hint.en, params) : null,
  };
}

/** The message and hint of a diagnostic in the reader's language. */
export function describeDiagnostic(
  diagnostic: Diagnostic,
  language: Language,
): { readonly message: string; readonly hint: string | null } {
  const entry: Entry | undefined = (CATALOGUE as Record<string, Entry>)[diagnostic.code];
  if (!entry || language === 'en') return { message: diagnostic.message, hint: diagnostic.hint };
  return {
    message: fill(entry.zh, diagnostic.params),
    hint: entry.hint ? fill(entry.hint.zh, diagnostic.params) : null,
  };
}
