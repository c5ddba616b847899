/** Results and pictures → one HTML file that asks for nothing else and runs nothing, part by part. */
import { detectLanguage, say } from '../../language/language.js';
import { aboutResults, describeQuestion, LEGEND, titleOf } from '../about.js';
import type { Results } from '../results.js';
import { comparisonTables } from './comparison-table.js';
import { escapeHtml } from './markup.js';
import { cellQuotes, conflictList } from './quotes.js';
import { STYLE } from './style.js';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** @param pictures SVG markup of this program's own making, `<svg …>…</svg>` each: it is put in as it is */
export function* reportHtml(results: Results, pictures: readonly string[] = []): Generator<string> {
  const { comparison, wan } = results;
  const title = escapeHtml(titleOf(results));
  const language = detectLanguage() === 'zh' ? 'zh-CN' : 'en';
  yield `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8">`;
  yield `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
  yield '<meta name="viewport" content="width=device-width,initial-scale=1">';
  yield `<title>${title}</title><style>${STYLE}</style></head><body>\n`;
  yield `<header><h1>${title}</h1><p class="soft">${escapeHtml(describeQuestion(results))}</p></header>\n`;
  yield `<main><section id="comparison">${heading('Comparison', '对比')}`;
  yield* comparisonTables(comparison, wan);
  yield `${legend()}</section>\n`;
  for (const picture of pictures) yield `<figure>${picture}</figure>\n`;
  if (comparison.conflicts.length > 0) {
    yield `<section>${heading('Conflicts', '矛盾')}`;
    yield* conflictList(comparison, wan);
    yield '</section>\n';
  }
  yield `<section>${heading('The sentences behind the numbers', '数字的出处')}`;
  yield* cellQuotes(comparison, wan);
  yield `</section></main>\n<footer>${heading('About', '说明')}${about(results)}</footer></body></html>\n`;
}

const heading = (en: string, zh: string): string => `<h2>${escapeHtml(say({ en, zh }))}</h2>\n`;

function legend(): string {
  const items = LEGEND.map(({ look, means }) => `<li><i class="${look}"></i>${escapeHtml(say(means))}</li>`);
  return `<ul class="legend">${items.join('')}</ul>`;
}

function about(results: Results): string {
  const pairs = aboutResults(results).map(
    ([name, text]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(text)}</dd>`,
  );
  return `<dl>${pairs.join('')}</dl>`;
}
