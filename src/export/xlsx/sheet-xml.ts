/** A sheet → its XML, row by row, and the links that it needs. */
import stringWidth from 'string-width';
import { MOST_CHARACTERS, MOST_LINKS, type Cell, type Look, type Sheet } from './sheet.js';
import type { Styles } from './styles.js';
import { escapeCellText, escapeXml } from './xml.js';

const WRAPPED: ReadonlySet<Look> = new Set(['header', 'wrapped']);
/** Letters are wider than the digits that columns are measured by. */
const WIDER = 1.15;

/** What is known of a sheet once its rows are written. */
export interface Written {
  rows: number;
  /** Paths, in the order of their relations. */
  readonly links: string[];
}

/** `A`, `Z`, `AA`; from 0. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest === 0 ? '' : columnName(rest - 1)}${String.fromCharCode(65 + (index % 26))}`;
}

const START =
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
  '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
const END =
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
  '<headerFooter><oddFooter>&amp;P / &amp;N</oddFooter></headerFooter></worksheet>';

/** @param written is filled in meanwhile */
export function* sheetXml(sheet: Sheet, styles: Styles, written: Written): Generator<string> {
  const columns = sheet.widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `${START}<sheetViews>${viewOf(sheet)}</sheetViews><cols>${columns.join('')}</cols><sheetData>`;
  const links: string[] = [];
  for (const row of sheet.rows) {
    const number = ++written.rows;
    const cells = row.map((cell, i) => cellXml(cell, `${columnName(i)}${number}`, styles));
    yield `<row r="${number}"${heightOf(row, sheet.widths)}>${cells.join('')}</row>`;
    row.forEach(({ link, place }, i) => {
      if ((link ?? place) === undefined || links.length === MOST_LINKS) return;
      if (link !== undefined) written.links.push(link);
      const target =
        link === undefined ? `location="${escapeXml(place!)}"` : `r:id="rId${written.links.length}"`;
      links.push(`<hyperlink ref="${columnName(i)}${number}" ${target}/>`);
    });
  }
  yield '</sheetData>';
  const filter = filterOf(sheet, written.rows);
  if (filter !== null) yield `<autoFilter ref="${filter}"/>`;
  if (links.length > 0) yield `<hyperlinks>${links.join('')}</hyperlinks>`;
  yield END;
}

/** A row is at most 409 points high. */
const MOST_LINES = 25;
/** Points a line of text takes. */
const LINE = 15.75;

/** Rows of wrapped text are as high as their lines need; programs that open the file don't all reckon it out. */
function heightOf(row: readonly Cell[], widths: readonly number[]): string {
  const lines = row.map(({ value, look }, i) =>
    typeof value === 'string' && look !== undefined && WRAPPED.has(look)
      ? Math.ceil((stringWidth(value) * WIDER) / widths[i]!)
      : 1,
  );
  const most = Math.min(Math.max(1, ...lines), MOST_LINES);
  return most === 1 ? '' : ` ht="${most * LINE}" customHeight="1"`;
}

/** The range of a sheet that is filtered, its header with it. */
export function filterOf({ widths, filterAt, footer = 0 }: Sheet, rows: number): string | null {
  if (filterAt === null || rows - footer <= filterAt + 1) return null;
  return `A${filterAt + 1}:${columnName(widths.length - 1)}${rows - footer}`;
}

function viewOf({ frozen: { rows, columns } }: Sheet): string {
  if (rows === 0 && columns === 0) return '<sheetView workbookViewId="0"/>';
  const pane = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const split = `${columns > 0 ? `xSplit="${columns}" ` : ''}${rows > 0 ? `ySplit="${rows}" ` : ''}`;
  const first = `${columnName(columns)}${rows + 1}`;
  return (
    `<sheetView workbookViewId="0"><pane ${split}topLeftCell="${first}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}"/></sheetView>`
  );
}

// takes =1+1, ＋1 and @x; leaves 1=1
const LIKE_FORMULA = /^[=+\-@＝＋－＠]/;

/** Text is text and never a formula: there is no cell with `<f>`. */
function cellXml(
  { value, format = 'text', look = 'plain', sign, align }: Cell,
  at: string,
  styles: Styles,
): string {
  if (value === null && look === 'plain') return '';
  const quoted = typeof value === 'string' && LIKE_FORMULA.test(value);
  const start = `<c r="${at}" s="${styles.numberOf({ look, format, sign: sign ?? null, align, quoted })}"`;
  if (value === null) return `${start}/>`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escapeCellText(cutText(value))}</t></is></c>`;
}

const cutText = (text: string): string =>
  text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
