/** Takes the bytes of an xls of Excel 95 to 2003, or of WPS; gives the cells of its visible sheets. */
import type { ReadLimits } from '../reader.js';
import { signOfLife } from '../sign-of-life.js';
import { ZipError } from '../zip.js';
import { biffRecords, RecordReader, type BiffRecord } from './biff-records.js';
import { readWorkbookRecord, type XlsGlobals } from './biff-globals.js';
import { XlsSheet } from './biff-sheet.js';
import { readOleStream } from './ole.js';
import { Budget, type RawSheet, type RawWorkbook } from './raw-sheet.js';

/** Begins and ends a workbook, each of its sheets, and each chart in them. */
const BOF = 0x0809;
const EOF = 0x0a;
const WORKSHEET = 0x10;

/** Throws `ZipError` where it is locked or damaged. */
export function readXls(bytes: Uint8Array, limits: ReadLimits): RawWorkbook {
  const stream = readOleStream(bytes, ['Workbook', 'Book', 'WORKBOOK', 'BOOK']);
  const budget = new Budget(limits.unpackedBytes);
  const globals: XlsGlobals = {
    isUnicode: true, encoding: 'gbk', is1904: false, strings: [], formats: new Map(), styles: [],
    parsed: new Map(), sheets: [], budget,
  }; // prettier-ignore
  const sheets: RawSheet[] = [];
  let depth = 0;
  let sheet: XlsSheet | null = null;
  for (const record of biffRecords(stream)) {
    if (record.type === BOF) {
      depth += 1;
      if (depth === 1) sheet = openSheet(record, globals);
    } else if (record.type === EOF) {
      depth -= 1;
      if (depth === 0 && sheet !== null) sheets.push(sheet.finish());
      if (depth === 0) sheet = null;
      signOfLife();
    } else if (depth === 1) {
      if (sheet === null) readWorkbookRecord(record, globals);
      else sheet.take(record);
    }
  }
  if (depth !== 0 || globals.sheets.length === 0) throw new ZipError('damaged', 'its end is missing');
  return { sheets, hiddenSheets: globals.sheets.filter(({ isHidden }) => isHidden).length };
}

/** The visible sheet that begins here; null for the workbook, hidden sheets, charts and macros. */
function openSheet({ at, pieces }: BiffRecord, globals: XlsGlobals): XlsSheet | null {
  const reader = new RecordReader(pieces);
  globals.isUnicode = reader.short() >= 0x0600;
  const type = reader.short();
  const entry = globals.sheets.find((each) => each.at === at);
  return type !== WORKSHEET || entry === undefined || entry.isHidden
    ? null
    : new XlsSheet(entry.name, globals);
}
