/** The formats of workbooks: xlsx (also with macros), xls of Excel 97 to 2003 and of WPS (.et), ods. */
import { foreignFormat } from './foreign-format.js';
import { refused, type Reader, type ReadLimits, type ReadResult } from './reader.js';
import type { RawWorkbook } from './sheet/raw-sheet.js';
import { documentId } from './source-document.js';
import { zipDiagnosis, zipNames } from './zip.js';

type ReadWorkbook = (bytes: Uint8Array, limits: ReadLimits) => RawWorkbook | Promise<RawWorkbook>;

async function read(
  format: string,
  bytes: Uint8Array,
  limits: ReadLimits,
  load: () => Promise<ReadWorkbook>,
): Promise<ReadResult> {
  const id = documentId(bytes);
  try {
    const workbook = await (await load())(bytes, limits);
    const { sheetDocument } = await import('./sheet/sheet-document.js');
    return sheetDocument({ id, format }, workbook);
  } catch (error) {
    return refused(zipDiagnosis(error, format));
  }
}

export const xlsx: Reader = {
  format: 'xlsx',
  extensions: ['xlsx', 'xlsm', 'xltx', 'xltm'],
  recognises: (bytes) => isZip(bytes) && (zipNames(bytes) ?? []).includes('xl/workbook.xml'),
  read: (bytes, limits) =>
    read('xlsx', bytes, limits, async () => (await import('./sheet/read-xlsx.js')).readXlsx),
};

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

export const ods: Reader = {
  format: 'ods',
  extensions: ['ods', 'ots'],
  // the type stands uncompressed in the zip, behind the name of its entry
  recognises: (bytes) =>
    isZip(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ODS),
  read: (bytes, limits) =>
    read('ods', bytes, limits, async () => (await import('./sheet/read-ods.js')).readOds),
};

const ODS = 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet';
/** The XML of Excel 2003, which systems export under the name xls. */
const XML_2003 = 'urn:schemas-microsoft-com:office:spreadsheet';

const startOf = (bytes: Uint8Array, length: number): string =>
  Buffer.from(bytes.subarray(0, length)).toString('latin1');

export const xls: Reader = {
  format: 'xls',
  extensions: ['xls', 'xlt', 'et', 'ett'],
  recognises: (bytes) => {
    const found = foreignFormat(bytes);
    if (found?.name === 'xls') return found.state !== 'encrypted';
    const start = startOf(bytes, 2048);
    return start.includes('<?xml') && start.includes('<Workbook') && start.includes(XML_2003);
  },
  read: (bytes, limits) =>
    read('xls', bytes, limits, async () => (await import('./sheet/read-xls.js')).readXls),
};
