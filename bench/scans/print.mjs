/** Takes a report's text; gives it printed as offices print: A4, body of 16 points, tables ruled. */
import { readFileSync } from 'node:fs';

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const tabs = (line) => line.split('\t').length - 1;

/** The columns of a line that typists set apart by `|`: takes '季度|接警|出动', not 'A|B'. */
const withTabs = (line) => (/^[^|]+(?:\|[^|]+){2,}$/.test(line) ? line.replaceAll('|', '\t') : line);

/** Lines that share a number of tabs are a table; a short first line is a title. */
function bodyOf(text) {
  const lines = text.split('\n').map(withTabs);
  const parts = [];
  for (let i = 0; i < lines.length;) {
    let end = i + 1;
    while (tabs(lines[i]) > 0 && end < lines.length && tabs(lines[end]) === tabs(lines[i])) end += 1;
    if (end - i > 1) {
      const rows = lines.slice(i, end).map((line) =>
        line
          .split('\t')
          .map((cell) => `<td>${escape(cell)}</td>`)
          .join(''),
      );
      parts.push(`<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`);
    } else if (lines[i].trim() !== '') {
      const title = parts.length === 0 && lines[i].length <= 30;
      parts.push(title ? `<h1>${escape(lines[i])}</h1>` : `<p>${escape(lines[i])}</p>`);
    }
    i = end;
  }
  return parts.join('\n');
}

const styleOf = (font) => `
  ${font ? `@font-face { font-family: print; src: url(data:font/ttf;base64,${readFileSync(font).toString('base64')}) }` : ''}
  body { font-family: ${font ? 'print' : '"WenQuanYi Zen Hei"'}; font-size: 16pt; line-height: 28pt }
  h1 { font-size: 22pt; font-weight: normal; text-align: center; line-height: 32pt }
  p { margin: 0; text-indent: 2em; text-align: justify }
  table { border-collapse: collapse; width: 100%; font-size: 12pt; line-height: 18pt }
  td { border: 1px solid black; padding: 2pt 4pt }`;

/** @param font a TrueType file; without, a Chinese font that is installed */
export async function printReport(browser, text, font) {
  const page = await browser.newPage();
  try {
    await page.setContent(
      `<!DOCTYPE html><meta charset="utf-8"><style>${styleOf(font)}</style>${bodyOf(text)}`,
    );
    await page.evaluate(() => document.fonts.ready);
    const margin = { top: '37mm', bottom: '35mm', left: '28mm', right: '26mm' };
    return await page.pdf({ format: 'A4', margin });
  } finally {
    await page.close();
  }
}
