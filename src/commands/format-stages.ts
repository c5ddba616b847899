/** The stages that every number goes through → text for people: read, normalize, segment, quantify. */
import type { PlaceInText } from '../explain/place-in-text.js';
import type { QuantityExplanation } from '../explain/quantity.js';
import { formatValue } from './figure-columns.js';
import { say, type Phrase } from '../language/language.js';
import { cutToWidth } from './print-rows.js';
import { describeQualifier, describeSentenceKind } from '../language/terms.js';

const WIDTH = 160;

/** Under a stage's name its lines, set in. */
export function stage(title: Phrase, lines: readonly (string | null)[]): string {
  const shown = lines.filter((line) => line !== null && line !== '');
  return shown.length === 0 ? '' : `${say(title)}\n${shown.map((line) => `  ${line!}\n`).join('')}`;
}

/** A text on one line: line ends and tabs made visible. */
export const flat = (text: string): string => text.replaceAll('\n', '⏎').replaceAll('\t', '⇥');

/** A rule's pattern on one line; they can be long. */
export const short = (text: string): string => cutToWidth(text, WIDTH);

/** The sentence with the number in ⟦⟧. */
function markNumber({ sentence, number }: PlaceInText): string {
  if (!sentence) return `⟦${flat(number.exact)}⟧`;
  const chars = Array.from(sentence.exact);
  const from = number.start - sentence.start;
  const to = number.end - sentence.start;
  return flat(
    `${chars.slice(0, from).join('')}⟦${chars.slice(from, to).join('')}⟧${chars.slice(to).join('')}`,
  );
}

/** Where the number stands, and its sentence. */
export function formatRead(place: PlaceInText, file: string): string {
  const { number, page, paragraph, cell } = place;
  const where = [
    page === null ? null : say({ en: 'page {page}', zh: '第 {page} 页' }, { page }),
    paragraph === null ? null : say({ en: 'paragraph {paragraph}', zh: '第 {paragraph} 段' }, { paragraph }),
    cell &&
      say(
        { en: 'table {table} row {row} column {column}', zh: '表 {table} 第 {row} 行第 {column} 列' },
        { table: cell.table, row: cell.row, column: cell.column },
      ),
    say(
      { en: 'characters {start}–{end}', zh: '字符 {start}–{end}' },
      { start: number.start, end: number.end },
    ),
  ];
  const headers = cell && [
    ...cell.column_headers,
    ...cell.row_headers,
    ...(cell.caption === null ? [] : [cell.caption]),
  ];
  return stage({ en: 'read', zh: '读取' }, [
    `${file}: ${where.filter((part) => part !== null).join(', ')}`,
    markNumber(place),
    headers && headers.length > 0
      ? `${say({ en: 'headers: ', zh: '表头：' })}${headers.map(flat).join(' | ')}`
      : null,
  ]);
}

/** What each pass changed in the sentence. */
export function formatNormalize({ normalization, sentence }: PlaceInText): string {
  const title = { en: 'normalize', zh: '规范化' };
  if (normalization.length === 0) return stage(title, [say({ en: 'nothing was changed', zh: '未作改动' })]);
  const steps = normalization.map(
    ({ pass, edits }) =>
      `${pass}: ${edits.map(({ before, after }) => `“${flat(before)}” → ${after === '' ? '∅' : `“${flat(after)}”`}`).join(', ')}`,
  );
  return stage(title, [...steps.map(short), sentence && `= ${flat(sentence.normalized)}`]);
}

/** The report and headings that it belongs to. */
export function formatSegment({ report, headings, sentence }: PlaceInText): string {
  const about = report && [
    report.title ?? say({ en: 'no title', zh: '无标题' }),
    report.issuer,
    report.region_code === null ? null : `${report.region_name ?? ''} ${report.region_code}`,
    report.date,
  ];
  return stage({ en: 'segment', zh: '切分' }, [
    about &&
      `${say({ en: 'report {number}: ', zh: '报告 {number}：' }, { number: report.index + 1 })}${about
        .filter((part) => part !== null)
        .map(flat)
        .join(' · ')}`,
    headings.length > 0 ? `${say({ en: 'under: ', zh: '标题：' })}${headings.map(flat).join(' › ')}` : null,
    sentence &&
      `${say({ en: 'kind of sentence: ', zh: '文句类别：' })}${describeSentenceKind(sentence.kind)}`,
  ]);
}

const UNIT_ORIGINS = {
  written: { en: '{canonical}, written {written}', zh: '{canonical}，文中写作 {written}' },
  header: { en: '{canonical}, from the header {written}', zh: '{canonical}，来自表头 {written}' },
  supplied: { en: '{canonical}, not written: supplied by the rule', zh: '{canonical}，文中未写，由规则补足' },
  none: { en: 'none is written', zh: '文中未写' },
} as const;

/** Value, hedge and unit. */
export function formatQuantify(quantity: QuantityExplanation): string {
  const { digits, before, behind, unit, flags, redacted, qualifier } = quantity;
  const stated = redacted
    ? say({ en: 'blanked out: it has no value', zh: '已隐去，没有数值' })
    : `${say({ en: 'value', zh: '数值' })} ${quantity.value ?? '–'}, ${describeQualifier(qualifier)}: ${formatValue(quantity)}`;
  const origin = say(UNIT_ORIGINS[unit.origin], {
    canonical: unit.canonical ?? '',
    written: unit.written ?? '',
  });
  const factor = unit.factor !== null && unit.factor !== '1' ? ` × ${unit.factor}` : '';
  const converted =
    unit.converted_from === null
      ? ''
      : say(
          { en: ' ({from} kept as {to})', zh: '（{from} 记作 {to}）' },
          { from: unit.converted_from, to: unit.canonical! },
        );
  return stage({ en: 'quantify', zh: '识别数量' }, [
    `${flat(before)}⟦${flat(digits)}⟧${flat(behind)} → ${stated}`,
    `${say({ en: 'unit: ', zh: '单位：' })}${origin}${factor}${converted}`,
    flags.length > 0 ? `${say({ en: 'doubts: ', zh: '疑点：' })}${flags.join(', ')}` : null,
  ]);
}
