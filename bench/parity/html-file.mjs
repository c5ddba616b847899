/** A text in; out an HTML page of it: a line becomes a paragraph, lines that share a number of tabs a table. */

const SIGNS = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** HTML drops blanks at either end and all but one of several; a single one may end a line, as typed ones do. */
const escape = (text) =>
  text.replace(/[&<>]/g, (sign) => SIGNS[sign]).replace(/^ | $| (?= )|(?<= ) /g, '&#160;');

const tabsIn = (line) => line.split('\t').length - 1;

/**
 * The stretches of a text: tables of two rows and more, and lines.
 * @param {string} text
 * @returns {({ rows: string[][] } | { line: string })[]}
 */
export function stretchesOf(text) {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const found = [];
  for (let i = 0; i < lines.length;) {
    let end = i + 1;
    while (tabsIn(lines[i]) > 0 && end < lines.length && tabsIn(lines[end]) === tabsIn(lines[i])) end++;
    if (end - i > 1) found.push({ rows: lines.slice(i, end).map((line) => line.split('\t')) });
    else found.push({ line: lines[i] });
    i = end;
  }
  return found;
}

const tableOf = (rows) => {
  const cells = (row) => row.map((cell) => `<td>${escape(cell)}</td>`).join('');
  return `<table border="1">${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
};

const STYLE =
  'body { font-family: "WenQuanYi Zen Hei"; font-size: 12pt } p { margin: 0; text-indent: 2em } td { padding: 2pt 4pt }';

/** The whole page; without `title` it has none, so that programs that print one add nothing. */
export function htmlOf(text, title = null) {
  const body = stretchesOf(text)
    .filter(({ rows, line }) => rows ?? line.trim() !== '')
    .map(({ rows, line }) => (rows ? tableOf(rows) : `<p>${escape(line)}</p>`));
  const head = `<meta charset="utf-8">${title === null ? '' : `<title>${escape(title)}</title>`}<style>${STYLE}</style>`;
  return `<!DOCTYPE html><html><head>${head}</head><body>${body.join('\n')}</body></html>`;
}
