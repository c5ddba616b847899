import { strToU8, unzipSync, zipSync } from 'fflate';
import { utils, write, type WorkSheet } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/read/registry.js';
import { cellsOf, codes, fixture, read, texts } from '../support.js';
import { data, number, row, text, xlsxFile } from './xlsx-parts.js';

const HEADER = row(1, text('A1', '地区') + text('B1', '志愿者（人）') + text('C1', '捐款'));
const values = (at: number, name: string): string =>
  row(at, text(`A${at}`, name) + number(`B${at}`, at) + number(`C${at}`, 2 * at));
const TABLE = data(HEADER, values(2, '东山区'), values(3, '南江县'), values(4, '西河县'));

describe('an xlsx', () => {
  test('has the cells of each sheet below the name of the sheet', async () => {
    const document = await read(xlsxFile({ sheets: { 志愿服务: TABLE, 捐赠: TABLE } }), 'a.xlsx');
    expect(texts(document, 'heading')).toEqual(['志愿服务', '捐赠']);
    expect(document.text.split('\n').slice(0, 3)).toEqual([
      '志愿服务',
      '地区\t志愿者（人）\t捐款',
      '东山区\t2\t4',
    ]);
    expect(document.blocks.flatMap(({ cell }) => (cell?.header ? [cell.table] : []))).toEqual([
      1, 1, 1, 2, 2, 2,
    ]);
  });

  test('has no heading where its only sheet has the name that a program gave', async () => {
    expect(texts(await read(xlsxFile({ sheets: { Sheet1: TABLE } }), 'a.xlsx'), 'heading')).toEqual([]);
  });

  test('is read without its hidden sheets, rows and columns, and says so', async () => {
    const sheet = `<cols><col min="3" max="16384" hidden="1"/></cols>${data(HEADER, values(2, '东山区'), values(3, '南江县').replace('<row', '<row hidden="1"'), values(4, '西河县'))}`;
    const bytes = xlsxFile({
      sheets: { 显: sheet, 藏: TABLE, 深藏: TABLE },
      states: { 藏: 'state="hidden"', 深藏: 'state="veryHidden"' },
    });
    const { document, diagnostics } = await readDocument(bytes, 'a.xlsx');
    expect(cellsOf(document!)).toEqual([
      '1:1 地区',
      '1:2 志愿者（人）',
      '2:1 东山区',
      '2:2 2',
      '4:1 西河县',
      '4:2 4',
    ]);
    expect(diagnostics.map(({ code, params }) => ({ code, params }))).toEqual([
      { code: 'sheet-hidden', params: { sheets: 2, rows: 1, columns: 1 } },
    ]);
  });

  test('shows a merged cell whose corner is hidden in what can be seen of it', async () => {
    const sheet = `<cols><col min="1" max="1" hidden="1"/></cols>${TABLE.replace('东山区', '东山')}<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`;
    expect(cellsOf(await read(xlsxFile({ sheets: { Sheet1: sheet } }), 'a.xlsx'))[0]).toBe('1:2 地区');
  });

  test('takes values as they were saved: no formula is worked out, and an error is no number', async () => {
    const formulas = row(
      2,
      text('A2', '东山区') + '<c r="B2"><f>SUM(1,1)</f><v>41</v></c>' + '<c r="C2"><f>1+1</f></c>' + '<c r="D2" t="e"><v>#REF!</v></c>' +
        '<c r="E2" t="str"><f>"a"</f><v>甲</v></c>' + '<c r="F2" t="b"><v>1</v></c>',
    ); // prettier-ignore
    const document = await read(xlsxFile({ sheets: { Sheet1: data(HEADER, formulas) } }), 'a.xlsx');
    expect(cellsOf(document).slice(3)).toEqual(['2:1 东山区', '2:2 41', '2:4 #REF!', '2:5 甲', '2:6 TRUE']);
  });

  test('shows dates by their formats, also by those that only a number names, and numbers with all digits', async () => {
    const cells = row(2, text('A2', '东山区') + number('B2', 45356, 1) + number('C2', 45356, 2) + number('D2', 12345, 3) + number('E2', '0.30000000000000004') + '<c r="F2" t="d"><v>2024-03-05T00:00:00</v></c>'); // prettier-ignore
    const bytes = xlsxFile({
      sheets: { Sheet1: data(HEADER, cells) },
      formats: [57, 'yyyy/m/d', '0!.0,"万"'],
    });
    expect(cellsOf(await read(bytes, 'a.xlsx')).slice(3)).toEqual([
      '2:1 东山区', '2:2 2024年3月', '2:3 2024年3月5日', '2:4 1.2345万', '2:5 0.3', '2:6 2024年3月5日',
    ]); // prettier-ignore
  });

  test('counts days from 1904 where it says so', async () => {
    const bytes = xlsxFile({
      sheets: { Sheet1: data(HEADER, row(2, text('A2', '东山区') + number('B2', 43894, 1))) },
      formats: [31],
      workbook: '<workbookPr date1904="1"/>',
    });
    expect(cellsOf(await read(bytes, 'a.xlsx')).at(-1)).toBe('2:2 2024年3月5日');
  });

  test('has the shared strings without readings above them, and cells without references in their order', async () => {
    const sheet = data(
      '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>',
      '<row><c t="s"><v>1</v></c><c><v>7</v></c></row>',
    );
    const bytes = xlsxFile({
      sheets: { Sheet1: sheet },
      strings: ['<r><t>地</t></r><r><t>区</t></r><rPh><t>dìqū</t></rPh>', '<t>人_x000D_数</t>'],
    });
    expect(cellsOf(await read(bytes, 'a.xlsx'))).toEqual(['1:1 地区', '1:2 人\n数', '2:1 人\n数', '2:2 7']);
  });

  test('is refused where the words of its cells are missing', async () => {
    const bytes = xlsxFile({
      sheets: { Sheet1: data('<row><c t="s"><v>3</v></c></row>') },
      strings: ['<t>甲</t>'],
    });
    expect(await codes(bytes, 'a.xlsx')).toEqual(['document-damaged']);
  });
});

test('an xlsx that has lost the place of a sheet is refused', async () => {
  const whole = xlsxFile({ sheets: { Sheet1: TABLE } });
  const lost = Buffer.from(
    Buffer.from(whole).toString('latin1').replaceAll('xl/_rels/workbook', 'xl/_rals/workbook'),
    'latin1',
  );
  expect(await codes(new Uint8Array(lost), 'a.xlsx')).toEqual(['document-damaged']);
});

describe('a hostile xlsx', () => {
  test('that claims all rows and columns and merges them is read in no time', async () => {
    const sheet = `<dimension ref="A1:XFD1048576"/>${data(row(1, text('A1', '地区')), row(1_048_576, number('XFD1048576', 5)))}<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(50)}</mergeCells>`;
    const started = performance.now();
    const document = await read(xlsxFile({ sheets: { Sheet1: sheet } }), 'a.xlsx');
    expect(document.text).toBe('地区');
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test.each([
    [
      'one long text in very many cells',
      {
        sheets: { Sheet1: data(row(1, '<c t="s"><v>0</v></c>'.repeat(8_000))) },
        strings: [`<t>${'长'.repeat(32_000)}</t>`],
      },
      'document-too-large',
    ],
    [
      'very many merged ranges',
      {
        sheets: { Sheet1: TABLE + `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(200_001)}</mergeCells>` },
      },
      'document-too-large',
    ],
    [
      'a cell outside of any sheet',
      { sheets: { Sheet1: data(row(1, number('ZZZ1', 3))) } },
      'document-damaged',
    ],
    ['deep nesting', { sheets: { Sheet1: `<sheetData>${'<c>'.repeat(100_000)}` } }, 'document-damaged'],
    [
      'entities',
      { sheets: { Sheet1: data(row(1, '<c r="A1" t="str"><v>&lol;</v></c>')) } },
      'document-damaged',
    ],
    ['no sheet', { sheets: {} }, 'document-damaged'],
  ])('of %s is refused', async (_, parts, code) => {
    expect(await codes(xlsxFile(parts), 'a.xlsx')).toEqual([code]);
  });

  test('that unpacks to more than may be is refused before it is unpacked', async () => {
    const bytes = xlsxFile({ sheets: { Sheet1: data(row(1, text('A1', '零'.repeat(20_000_000)))) } });
    expect(await codes(bytes, 'a.xlsx')).toEqual(['document-too-large']);
  });
});

/** Rows as a worksheet of SheetJS, which writes the formats that Excel no longer does. */
function sheetJs(name: string, rows: unknown[][], over: Partial<WorkSheet> = {}): WorkSheet {
  return Object.assign(utils.aoa_to_sheet(rows), over, { name });
}

function saved(
  bookType: 'biff8' | 'biff5' | 'xlml' | 'ods',
  hidden: readonly (0 | 1 | 2)[],
  ...sheets: WorkSheet[]
): Uint8Array {
  const book = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, sheet, String(sheet['name']));
  book.Workbook = { Sheets: hidden.map((Hidden) => ({ Hidden })) };
  return new Uint8Array(write(book, { type: 'buffer', bookType }) as Buffer);
}

const ROWS = [
  ['地区', '志愿者（人）', '捐款（元）'],
  ['东山区', 8642, 312.5],
  ['南江县', 1_234_567, -0.25],
];

describe.each([
  ['an xls', 'biff8', 'xls'],
  ['the XML of Excel 2003', 'xlml', 'xls'],
  ['an ods', 'ods', 'ods'],
] as const)('%s', (_, bookType, extension) => {
  test('has the cells of its visible sheets', async () => {
    const sheet = sheetJs('数据', ROWS, { '!merges': [{ s: { r: 0, c: 1 }, e: { r: 0, c: 2 } }] });
    const document = await read(saved(bookType, [0], sheet), `a.${extension}`);
    expect(cellsOf(document)).toEqual([
      '1:1 地区', '1:2 志愿者（人）', '2:1 东山区', '2:2 8642', '2:3 312.5', '3:1 南江县', '3:2 1234567', '3:3 -0.25',
    ]); // prettier-ignore
    expect(document.blocks.find(({ cell }) => cell?.column === 2)?.cell?.columnSpan).toBe(2);
  });
});

describe.each([
  ['an xls', 'biff8'],
  ['the XML of Excel 2003', 'xlml'],
] as const)('%s', (_, bookType) => {
  test('is read without what it hides, and says so', async () => {
    const sheet = sheetJs('显', ROWS, { '!cols': [{}, {}, { hidden: true }] });
    const { document, diagnostics } = await readDocument(
      saved(bookType, [0, 1], sheet, sheetJs('藏', ROWS)),
      'a.xls',
    );
    expect(cellsOf(document!)).toEqual([
      '1:1 地区',
      '1:2 志愿者（人）',
      '2:1 东山区',
      '2:2 8642',
      '3:1 南江县',
      '3:2 1234567',
    ]);
    expect(diagnostics.map(({ params }) => params)).toEqual([{ sheets: 1, rows: 0, columns: 1 }]);
  });

  test('shows formats, dates and errors', async () => {
    const sheet = sheetJs('数据', ROWS);
    sheet['B2'] = { t: 'n', v: 12345, z: '0!.0,"万"' };
    sheet['C2'] = { t: 'n', v: 45356, z: 'yyyy"年"m"月"d"日"' };
    sheet['B3'] = { t: 'e', v: 23 };
    sheet['C3'] = { t: 'n', v: 0.18345, z: '0%' };
    const cells = cellsOf(await read(saved(bookType, [0], sheet), 'a.xls'));
    expect(cells.slice(4)).toEqual([
      '2:2 1.2345万',
      '2:3 2024年3月5日',
      '3:1 南江县',
      '3:2 #REF!',
      '3:3 18.345%',
    ]);
  });
});

describe('an xls', () => {
  const whole = fixture('table.xls');

  test('with a password is said to be locked', async () => {
    const locked = Buffer.from(whole);
    // the record behind the first one becomes FilePass
    const start = locked.indexOf(Buffer.from('0908', 'hex'), 512);
    locked.writeUInt16LE(0x2f, start + 4 + locked.readUInt16LE(start + 2));
    expect(await codes(new Uint8Array(locked), 'a.xls')).toEqual(['document-encrypted']);
  });

  test('of Excel 95 has its texts by their code page', async () => {
    const bytes = saved(
      'biff5',
      [0],
      sheetJs('d', [
        ['a', 'b'],
        ['x', 5],
      ]),
    );
    expect(cellsOf(await read(bytes, 'a.xls'))).toEqual(['1:1 a', '1:2 b', '2:1 x', '2:2 5']);
  });

  test('cut short, or with any of its bytes changed, gives a document or a reason', async () => {
    for (let share = 0.02; share < 1; share += 0.02) {
      const { document, diagnostics } = await readDocument(
        whole.slice(0, Math.floor(share * whole.length)),
        'a.xls',
      );
      expect(document !== null || diagnostics.length > 0).toBe(true);
    }
    for (let at = 8; at < whole.length; at += 61) {
      const changed = whole.slice();
      changed[at] = 255 - changed[at]!;
      const { document, diagnostics } = await readDocument(changed, 'a.xls');
      expect(document !== null || diagnostics.length > 0).toBe(true);
    }
  });

  test('whose sectors lead in a circle is refused', async () => {
    const circle = Buffer.from(whole);
    // the table of sectors stands where the head says; now each sector follows itself
    const table = (circle.readUInt32LE(76) + 1) * 512;
    for (let sector = 0; sector < 128; sector += 1) circle.writeUInt32LE(sector, table + 4 * sector);
    const { document, diagnostics } = await readDocument(new Uint8Array(circle), 'a.xls');
    expect(document === null ? diagnostics.length : 0).toBe(1);
  });
});

test.each(['xlsx', 'xls', 'ods', 'csv'])(
  '%s as LibreOffice saves it has its title, unit, table and note',
  async (format) => {
    const document = await read(fixture(`table.${format}`), `table.${format}`);
    expect(texts(document, 'heading', 'paragraph')).toEqual([
      '云岭市2024年志愿服务情况统计表',
      '单位：万元',
      '注：物资折价含市本级。',
    ]);
    expect(cellsOf(document)).toEqual(
      cellsOf(await read(fixture('table.csv'), 'table.csv')).map((cell) =>
        format === 'csv' ? cell : cell.replace('68,410', '68410'),
      ),
    );
    expect(cellsOf(document)).toContain('8:4 867.25');
  },
);

test.each(['xlsx', 'xls', 'ods'])('%s cut short is damaged, and so named', async (format) => {
  const whole = fixture(`table.${format}`);
  for (const share of [0.5, 0.9])
    expect(await codes(whole.slice(0, Math.floor(share * whole.length)), `a.${format}`)).toEqual([
      'document-damaged',
    ]);
});

test('a template of a workbook is read as one', async () => {
  const type = strToU8('application/vnd.oasis.opendocument.spreadsheet-template');
  const entries = unzipSync(fixture('table.ods'));
  const document = await read(zipSync({ ...entries, mimetype: [type, { level: 0 }] }), 'a.ots');
  expect(document.text).toBe((await read(fixture('table.ods'), 'a.ods')).text);
});

test('workbooks with a password are said to be locked', async () => {
  const manifest = '<manifest:manifest><manifest:encryption-data/></manifest:manifest>';
  const ods = zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'META-INF/manifest.xml': strToU8(manifest),
    'content.xml': strToU8('noise'),
  });
  expect(await codes(ods, 'a.ods')).toEqual(['document-encrypted']);
  const ole = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1024),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  const { diagnostics } = await readDocument(new Uint8Array(ole), 'a.xlsx');
  expect(diagnostics.map(({ code, params }) => ({ code, params }))).toEqual([
    { code: 'document-encrypted', params: { format: 'xlsx' } },
  ]);
});
