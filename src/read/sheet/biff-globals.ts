/** Takes the records that stand in front of the sheets of an xls; keeps its strings, formats and the places of its sheets. */
import { ZipError } from '../zip.js';
import { RecordReader, type BiffRecord } from './biff-records.js';
import { BUILT_IN_FORMATS } from './built-in-formats.js';
import { parseNumberFormat, type NumberFormat } from './number-format.js';
import type { Budget } from './raw-sheet.js';

export interface XlsGlobals {
  /** Since Excel 97; before, texts are in the code page. */
  isUnicode: boolean;
  encoding: string;
  is1904: boolean;
  strings: string[];
  readonly formats: Map<number, string>;
  /** The number of its format by cell style. */
  readonly styles: number[];
  /** Formats that were asked for, by their numbers. */
  readonly parsed: Map<number, NumberFormat>;
  readonly sheets: { readonly name: string; readonly at: number; readonly isHidden: boolean }[];
  readonly budget: Budget;
}

/** The number format of a cell style. */
export function formatOf({ styles, formats, parsed }: XlsGlobals, style: number): NumberFormat {
  const id = styles[style] ?? 0;
  const known = parsed.get(id) ?? parseNumberFormat(formats.get(id) ?? BUILT_IN_FORMATS[id] ?? 'General');
  parsed.set(id, known);
  return known;
}

/** A text behind its length, in Unicode or the code page. */
export const readText = (
  reader: RecordReader,
  length: number,
  { isUnicode, encoding }: XlsGlobals,
): string => (isUnicode ? reader.text(length) : reader.bytesAs(encoding, length));

/** Code pages of East Asia; others are Latin. */
const ENCODINGS: Readonly<Record<number, string>> = {
  936: 'gbk',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
};

/** Other records: MS-XLS 2.3. */
const READERS: Readonly<Record<number, (reader: RecordReader, globals: XlsGlobals) => void>> = {
  // FilePass
  0x2f: () => {
    throw new ZipError('encrypted', 'the workbook has a password');
  },
  // Date1904
  0x22: (reader, globals) => {
    globals.is1904 = reader.short() === 1;
  },
  // CodePage
  0x42: (reader, globals) => {
    globals.encoding = ENCODINGS[reader.short()] ?? 'windows-1252';
  },
  // BoundSheet8
  0x85: (reader, globals) => {
    const at = reader.long();
    const isHidden = (reader.byte() & 3) !== 0;
    const isSheet = reader.byte() === 0;
    const name = readText(reader, reader.byte(), globals);
    if (isSheet) globals.sheets.push({ name, at, isHidden });
  },
  // Format
  0x41e: (reader, globals) => {
    const id = reader.short();
    const length = globals.isUnicode ? reader.short() : reader.byte();
    globals.formats.set(id, readText(reader, length, globals));
  },
  // XF
  0xe0: (reader, globals) => {
    reader.skip(2);
    globals.styles.push(reader.short());
  },
  // SST
  0xfc: (reader, globals) => {
    reader.skip(4);
    const count = reader.long();
    const strings: string[] = [];
    while (strings.length < count && !reader.isAtEnd) strings.push(reader.text(reader.short()));
    globals.strings = strings;
  },
};

export function readWorkbookRecord({ type, pieces }: BiffRecord, globals: XlsGlobals): void {
  READERS[type]?.(new RecordReader(pieces), globals);
}
