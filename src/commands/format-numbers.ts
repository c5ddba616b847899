/** The numbers of a file → a table for people: figures with their ids, the others with the reason. */
import type { NumberSummary } from '../explain.js';
import type { FigureRecord } from '../model.js';
import { formatValue, percentOf } from './figure-columns.js';
import { say } from '../language/language.js';
import { formatTable } from './print-rows.js';
import { describeKind } from '../language/terms.js';

type Names = ReadonlyMap<string, string>;

/** What became of a number, in a few words; `names` gives the indicators' names. */
export function describeSummary({ state, why }: NumberSummary, names: Names = new Map()): string {
  if (state === 'figure') return names.get(why) ?? why;
  if (state === 'set-aside') return `– ${describeKind(why)}`;
  const phrase =
    why === '0'
      ? { en: 'no rule takes its unit', zh: '没有规则使用其单位' }
      : {
          en: 'none of the {count} rules that take its unit applies',
          zh: '使用其单位的 {count} 条规则均不适用',
        };
  return `– ${say(phrase, { count: why })}`;
}

/** All numbers in order of place. */
export function formatNumbers(
  numbers: readonly NumberSummary[],
  figures: readonly FigureRecord[],
  names: Names,
): string {
  if (numbers.length === 0) return `${say({ en: 'there is no number in the text', zh: '文中没有数字' })}\n`;
  const byStart = new Map(figures.map((figure) => [figure.start, figure]));
  const right = (key: string, en: string, zh: string) => ({
    key,
    title: say({ en, zh }),
    align: 'right' as const,
  });
  return formatTable(
    [
      right('start', 'place', '位置'),
      { key: 'exact', title: say({ en: 'number', zh: '数字' }), max: 24 },
      { key: 'id', title: say({ en: 'figure', zh: '编号' }) },
      right('value', 'value', '数值'),
      { key: 'unit', title: say({ en: 'unit', zh: '单位' }) },
      right('sure', 'sure', '把握'),
      { key: 'what', title: say({ en: 'what it is', zh: '归类' }), max: 72 },
    ],
    numbers.map((number) => {
      const figure = number.state === 'figure' ? byStart.get(number.start) : undefined;
      return {
        start: number.start,
        exact: number.exact,
        id: figure?.figure_id ?? '',
        value: figure ? formatValue(figure) : '',
        unit: figure?.unit ?? '',
        sure: figure ? `${figure.needs_review ? '?' : ''}${percentOf(figure.confidence)}` : '',
        what: describeSummary(number, names),
      };
    }),
  );
}
