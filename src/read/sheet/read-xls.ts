/** Takes the bytes of an xls (BIFF in OLE, or the XML of Excel 2003); gives the cells of its visible sheets, through SheetJS. */
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { ReadLimits } from '../reader.js';
import { signOfLife } from '../sign-of-life.js';
import { ZipError } from '../zip.js';
import { BUILT_IN_FORMATS } from './built-in-formats.js';
import { numberText } from './number-format.js';
import { Budget, SheetCells, type RawSheet, type RawWorkbook } from './raw-sheet.js';

type SheetJs = typeof import('@e965/xlsx');

/** Formulas and text as SheetJS would format it are left alone; hidden rows and columns come with the styles. */
const OPTIONS = {
  type: 'buffer', dense: true, cellFormula: false, cellHTML: false, cellText: false, cellNF: true, cellStyles: true,
} as const; // prettier-ignore

/** Throws where it is locked or damaged. */
export async function readXls(bytes: Uint8Array, limits: ReadLimits): Promise<RawWorkbook> {
  const sheetJs = await import('@e965/xlsx');
  // code pages, for files of Excel 95
  sheetJs.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  resetFormats(sheetJs);
  const workbook = parse(sheetJs, bytes);
  const budget = new Budget(limits.unpackedBytes);
  const entries = workbook.SheetNames.map((name, i) => ({
    name,
    sheet: workbook.Sheets[name],
    hidden: (workbook.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0,
  }));
  const visible = entries.filter(({ hidden }) => !hidden);
  const is1904 = workbook.Workbook?.WBProps?.date1904 ?? false;
  return {
    hiddenSheets: entries.length - visible.length,
    sheets: visible.flatMap(({ name, sheet }) => {
      signOfLife();
      return sheet === undefined ? [] : [rawSheet(name, sheet, is1904, budget)];
    }),
  };
}

function parse(sheetJs: SheetJs, bytes: Uint8Array): WorkBook {
  try {
    return sheetJs.read(Buffer.from(bytes), OPTIONS);
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message))
      throw new ZipError('encrypted', error.message);
    throw error;
  }
}

/** Above the number of formats that a file may define. */
const MOST_FORMATS = 5_000;

/** SheetJS keeps the formats of the file before, and knows none of the Chinese ones. */
function resetFormats({ SSF }: SheetJs): void {
  const { load } = SSF as { readonly load: (code: string, id: number) => void };
  for (let id = 0; id < MOST_FORMATS; id += 1) load(BUILT_IN_FORMATS[id] ?? 'General', id);
}

interface Marks {
  readonly '!data'?: readonly (readonly (CellObject | undefined)[] | undefined)[];
}

function rawSheet(name: string, sheet: WorkSheet, is1904: boolean, budget: Budget): RawSheet {
  const cells = new SheetCells(budget);
  // both are sparse: a cell in the last row does not make a million rows
  (sheet as Marks)['!data']?.forEach((row, r) => {
    row?.forEach((cell, c) => {
      if (cell) cells.add(r + 1, c + 1, textOf(cell, is1904));
    });
  });
  const hidden = (
    entries: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined,
  ): Set<number> => {
    const numbers = new Set<number>();
    entries?.forEach((entry, i) => {
      if (entry?.hidden === true) numbers.add(i + 1);
    });
    return numbers;
  };
  return {
    name,
    rows: cells.rows(),
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({
      top: s.r + 1, left: s.c + 1, bottom: e.r + 1, right: e.c + 1,
    })), // prettier-ignore
    hiddenRows: hidden(sheet['!rows']),
    hiddenColumns: hidden(sheet['!cols']),
  };
}

/** Error values by their codes: MS-XLS 2.5.10. */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!', 0x07: '#DIV/0!', 0x0f: '#VALUE!', 0x17: '#REF!', 0x1d: '#NAME?', 0x24: '#NUM!', 0x2a: '#N/A',
}; // prettier-ignore

function textOf({ t, v, z }: CellObject, is1904: boolean): string {
  if (t === 'n' && typeof v === 'number') return numberText(v, String(z ?? 'General'), is1904);
  if (t === 'e') return ERRORS[Number(v)] ?? '#N/A';
  if (t === 'b') return v === true ? 'TRUE' : 'FALSE';
  return t === 's' && typeof v === 'string' ? v : '';
}
