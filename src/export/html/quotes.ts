/** The figures behind cells and conflicts → their sentences, with file, place and confidence. */
import type { Amount, Comparison, Conflict } from '../../compare/index.js';
import { describeConflictKind, describeGap } from '../../language/comparison-words.js';
import { say } from '../../language/language.js';
import type { StatedFigure } from '../../store/index.js';
import { boundsBeside, formatAmount } from '../amounts.js';
import { describePlace, describeSeries, formatConfidence, formatDays, notesOf } from '../words.js';
import { anchorOf } from './comparison-table.js';
import { escapeHtml } from './markup.js';

/** Characters of a sentence around its number; a sentence can be as long as a document. */
const AROUND = 240;
/** Figures of one conflict that are shown. */
const SHOWN = 12;

export function* cellQuotes({ rows, series, sources }: Comparison, wan: boolean): Generator<string> {
  for (const [i, { region, cells }] of rows.entries()) {
    if (cells.every(({ kind }) => kind === 'gap')) continue;
    yield `<h3>${escapeHtml(region.name)} ${soft(region.code)}</h3>\n`;
    for (const [j, cell] of cells.entries()) {
      if (cell.kind === 'gap') continue;
      const each = series[j]!;
      const said = [
        `${formatAmount(cell.amount, wan, cell)} ${each.unit}`,
        ...notesOf(cell, wan),
        formatDays(cell),
      ];
      const heading = `${escapeHtml(describeSeries(each))} ${soft(said.join(' · '))}${back()}`;
      yield `<section id="${anchorOf(i, j)}"><h4>${heading}</h4>\n`;
      for (const id of cell.figures) yield quoteHtml(sources.get(id)!);
      yield '</section>\n';
    }
  }
}

const soft = (text: string): string => `<span class="soft">${escapeHtml(text)}</span>`;
const back = (): string =>
  ` <a class="back" href="#comparison" title="${escapeHtml(say({ en: 'back to the comparison', zh: '返回对比表' }))}">↑</a>`;

export function* conflictList(comparison: Comparison, wan: boolean): Generator<string> {
  const { conflicts, series, sources } = comparison;
  for (const conflict of conflicts) {
    const { kind, region_name, indicator, item } = conflict;
    const { name } = series.find((each) => each.indicator === indicator)!;
    const what = `${region_name} · ${describeSeries({ name, item })}`;
    yield `<h4>${escapeHtml(what)} ${soft(describeConflictKind(kind))}</h4><p>${escapeHtml(sidesOf(conflict, wan))}</p>\n`;
    const ids = [conflict.stated_figure, ...conflict.other_figures];
    for (const id of ids.slice(0, SHOWN)) yield quoteHtml(sources.get(id)!);
    const more = ids.length - SHOWN;
    if (more > 0) yield `<p>${soft(say({ en: '… and {more} more', zh: '…另有 {more} 条' }, { more }))}</p>\n`;
  }
}

function sidesOf(conflict: Conflict, wan: boolean): string {
  const side = (amount: Amount, day: string): string => {
    const bounds = boundsBeside(amount, wan).map((text) => ` [${text}]`);
    return `${formatAmount(amount, wan)} ${conflict.unit}${bounds.join('')} (${day})`;
  };
  return `${side(conflict.stated, conflict.stated_as_of)} ↔ ${side(conflict.other, conflict.other_as_of)}`;
}

function quoteHtml(figure: StatedFigure): string {
  const from = [
    figure.file,
    describePlace(figure),
    say({ en: '{sure} sure', zh: '把握 {sure}' }, { sure: formatConfidence(figure.confidence) }),
    figure.needs_review ? describeGap('in-review') : '',
    figure.figure_id,
  ];
  const shown = from.filter((part) => part !== '').join(' · ');
  return `<blockquote>${markedHtml(figure)}<small>${escapeHtml(shown)}</small></blockquote>\n`;
}

/** The sentence with its number marked, where the number's characters stand in it once. */
function markedHtml({ quote, exact }: StatedFigure): string {
  const at = quote.indexOf(exact);
  const isOnce = at >= 0 && !quote.includes(exact, at + 1);
  const start = Math.max(0, at - AROUND);
  const end = Math.max(at, 0) + exact.length + AROUND;
  const [before, after] = [start > 0 ? '…' : '', end < quote.length ? '…' : ''];
  if (!isOnce) return escapeHtml(`${before}${quote.slice(start, end)}${after}`);
  const [left, right] = [quote.slice(start, at), quote.slice(at + exact.length, end)];
  return `${escapeHtml(before + left)}<mark>${escapeHtml(exact)}</mark>${escapeHtml(right + after)}`;
}
