/** A report that is a table → its bytes in each format, with merged cells where the format has them. */
import { utils, write, type BookType, type CellObject, type WorkSheet } from '@e965/xlsx';
import { pdfFile, type Mark } from '../read/files/hand-made-pdf.mjs';
import { docxFile, paragraph } from '../read/support.js';
import type { Table, TableReport } from './table-reports.js';

type Writer = (report: TableReport) => Uint8Array;

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const covering = ({ merges = [] }: Table, row: number, column: number) =>
  merges.find(
    ([top, left, bottom, right]) => row >= top && row <= bottom && column >= left && column <= right,
  );

const asText: Writer = ({ title, tables, notes = [] }) =>
  bytes(
    [
      title,
      ...tables.flatMap(({ caption, rows }) => [
        ...(caption === undefined ? [] : [caption]),
        ...rows.map((row) => row.map((text) => text.replace('\n', '')).join('\t')),
        '',
      ]),
      ...notes,
    ].join('\n'),
  );

// ── docx ───────────────────────────────────────────────────────────────────────────────────────

function wordCell(table: Table, row: number, column: number): string {
  const merge = covering(table, row, column);
  if (merge && column > merge[1]) return '';
  const [top, left, bottom, right] = merge ?? [row, column, row, column];
  const span = right > left ? `<w:gridSpan w:val="${right - left + 1}"/>` : '';
  const down = bottom > top ? (row === top ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') : '';
  const lines = table.rows[row]![column]!.split('\n').map((line) => `<w:t>${line}</w:t>`);
  return `<w:tc><w:tcPr>${span}${down}</w:tcPr><w:p><w:r>${lines.join('<w:br/>')}</w:r></w:p></w:tc>`;
}

const wordTable = (table: Table): string => {
  const rows = table.rows.map(
    (cells, r) => `<w:tr>${cells.map((_, c) => wordCell(table, r, c)).join('')}</w:tr>`,
  );
  const grid = '<w:gridCol/>'.repeat(table.rows[0]!.length);
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
};

const asWord: Writer = ({ title, tables, notes = [] }) =>
  docxFile(
    [
      paragraph(title),
      ...tables.map(
        (table) =>
          (table.caption === undefined ? '' : paragraph(table.caption)) + wordTable(table) + paragraph(''),
      ),
      ...notes.map((note) => paragraph(note)),
    ].join(''),
  );

// ── sheets ─────────────────────────────────────────────────────────────────────────────────────

// takes 1,145 and -3.5; leaves 18.3% and 135名
const NUMBER = /^-?[\d,]+(?:\.\d+)?$/;
const PERCENTAGE = /^-?\d+(?:\.\d+)?%$/;

function sheetCell(text: string): CellObject {
  if (NUMBER.test(text))
    return { t: 'n', v: Number(text.replaceAll(',', '')), z: text.includes(',') ? '#,##0' : 'General' };
  // rounded by its format
  if (PERCENTAGE.test(text))
    return { t: 'n', v: Number((Number.parseFloat(text) / 100).toPrecision(12)), z: '0%' };
  return { t: 's', v: text };
}

/** The title merged over all columns, a unit above the last of them, blank rows between tables. */
export function sheetOf({ title, tables, notes = [] }: TableReport): WorkSheet {
  const sheet: WorkSheet = {};
  const width = Math.max(...tables.map(({ rows }) => rows[0]!.length));
  const merges: NonNullable<WorkSheet['!merges']> = [];
  let row = 0;
  const put = (column: number, text: string): void => {
    if (text !== '') sheet[utils.encode_cell({ r: row, c: column })] = sheetCell(text);
  };
  const putLine = (text: string): void => {
    put(0, text);
    merges.push({ s: { r: row, c: 0 }, e: { r: row, c: width - 1 } });
    row += 1;
  };
  putLine(title);
  tables.forEach(({ caption, rows, merges: merged = [] }, i) => {
    if (i > 0) row += 1;
    if (caption !== undefined) {
      put(caption.startsWith('单位') ? rows[0]!.length - 1 : 0, caption);
      row += 1;
    }
    for (const [top, left, bottom, right] of merged)
      merges.push({ s: { r: row + top, c: left }, e: { r: row + bottom, c: right } });
    for (const cells of rows) {
      cells.forEach((text, column) => {
        put(column, text);
      });
      row += 1;
    }
  });
  notes.forEach(putLine);
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: row, c: width - 1 } });
  sheet['!merges'] = merges;
  return sheet;
}

const asSheet =
  (bookType: BookType): Writer =>
  (report) => {
    const book = utils.book_new();
    utils.book_append_sheet(book, sheetOf(report), 'Sheet1');
    return new Uint8Array(write(book, { type: 'buffer', bookType }) as Buffer);
  };

const asCsv: Writer = (report) => bytes(`\uFEFF${utils.sheet_to_csv(sheetOf(report))}`);

// ── PDF ────────────────────────────────────────────────────────────────────────────────────────

const [LEFT, WIDTH, HEIGHT, SIZE] = [40, 74, 34, 10];

/** Text at its place, and the borders of each cell as strokes. */
function tableMarks(table: Table, top: number): Mark[] {
  return table.rows.flatMap((cells, row) =>
    cells.flatMap((text, column): Mark[] => {
      const merge = covering(table, row, column) ?? [row, column, row, column];
      if (merge[0] !== row || merge[1] !== column) return [];
      const [x, y] = [LEFT + column * WIDTH, top - row * HEIGHT];
      const [right, bottom] = [LEFT + (merge[3] + 1) * WIDTH, top - (merge[2] + 1) * HEIGHT];
      return [
        { line: [x, y, right, y] },
        { line: [x, bottom, right, bottom] },
        { line: [x, y, x, bottom] },
        { line: [right, y, right, bottom] },
        ...wrapped(text, right - x).map((line, i) => ({
          text: line,
          x: x + 2,
          y: y - 12 - 12 * i,
          size: SIZE,
        })),
      ];
    }),
  );
}

function wrapped(text: string, width: number): string[] {
  const most = Math.floor((width - 4) / SIZE);
  return text
    .split('\n')
    .flatMap((line) =>
      Array.from({ length: Math.ceil(line.length / most) }, (_, i) => line.slice(i * most, (i + 1) * most)),
    );
}

const asPdf: Writer = ({ title, tables, notes = [] }) => {
  let y = 800;
  const marks: Mark[] = [];
  const putLine = (text: string): void => {
    marks.push({ text, x: LEFT, y, size: SIZE });
    y -= 30;
  };
  putLine(title);
  for (const table of tables) {
    if (table.caption !== undefined) putLine(table.caption);
    marks.push(...tableMarks(table, y));
    y -= table.rows.length * HEIGHT + 30;
  }
  notes.forEach(putLine);
  return new Uint8Array(pdfFile([marks]));
};

export const WRITERS: Readonly<Record<string, Writer>> = {
  txt: asText, docx: asWord, pdf: asPdf, xlsx: asSheet('xlsx'), xls: asSheet('biff8'), ods: asSheet('ods'), csv: asCsv,
}; // prettier-ignore
