/** What the database knows of a figure → text for people: the figure, its document, what reviewers decided. */
import type { Decision, StoredDocument } from '../store/index.js';
import type { StoredFigureExplanation } from './explain-stored.js';
import { formatValue } from './figure-columns.js';
import { say, type Phrase } from '../language/language.js';

const STANDING = {
  superseded: {
    en: 'not current: its file has changed since, or was replaced (document {by})',
    zh: '已不是当前数据：文件内容已更改或被替换（文档 {by}）',
  },
  duplicate: {
    en: 'not counted: its report repeats one that is kept already ({of})',
    zh: '不重复计入：所在报告与已有报告相同（{of}）',
  },
  added: { en: 'added by a reviewer; the rules did not find it', zh: '由审核人补充，规则未识别' },
  rebuilt: {
    en: 'no file holds this document any longer: its text was taken from the database, line by line (headings, tables and pages are not known)',
    zh: '文件已不存在或已更改：按数据库中保存的文字逐行重建（标题、表格和页码不可知）',
  },
  otherRules: {
    en: 'extracted with rules {stored}; explained with the present rules {present}',
    zh: '提取时的规则版本为 {stored}，以下按现有规则 {present} 说明',
  },
  gone: {
    en: 'the present rules do not give this figure; this is what they make of its place:',
    zh: '按现有规则不再得到这条数据；该处现在的结果是：',
  },
} as const satisfies Record<string, Phrase>;

/** Headed by the figure's id; what is as usual is left out. */
export function formatStored(
  { stored, read_from, derivation, instead, decisions }: StoredFigureExplanation,
  document: StoredDocument,
  presentRules: string,
  names: ReadonlyMap<string, string>,
): string {
  const notes: string[] = [];
  if (stored.superseded_by !== null)
    notes.push(say(STANDING.superseded, { by: stored.superseded_by.slice(0, 12) }));
  if (stored.duplicate_of !== null)
    notes.push(say(STANDING.duplicate, { of: stored.duplicate_of.slice(0, 12) }));
  if (derivation === null && instead === null) notes.push(say(STANDING.added));
  if (read_from === 'database') notes.push(say(STANDING.rebuilt));
  if (document.rule_version !== presentRules) {
    notes.push(say(STANDING.otherRules, { stored: document.rule_version, present: presentRules }));
  }
  notes.push(...decisions.map(formatDecision));
  if (instead) notes.push(say(STANDING.gone));
  const name = names.get(stored.indicator) ?? stored.indicator;
  const head = `${stored.figure_id}  ${name}  ${formatValue(stored)} ${stored.unit}  ${document.file}`;
  // the derivation that follows has a head of its own
  const lines = derivation ? notes : [head, ...notes, ...(instead ? [] : [stored.quote])];
  return lines.map((line) => `${line}\n`).join('');
}

function formatDecision({ action, who, at, note, changes }: Decision): string {
  const changed = Object.entries(changes).map(([key, value]) => `${key} = ${String(value)}`);
  const rest = [changed.join(', '), note ?? ''].filter((part) => part !== '').join('; ');
  return `${say({ en: 'reviewed', zh: '审核' })}: ${action} · ${who} · ${at}${rest === '' ? '' : ` · ${rest}`}`;
}
