/** The formats of workbooks: xlsx (also with macros), xls of Excel 97 to 2003 and of WPS (.et), ods. */
import { foreignFormat } from './foreign-format.js';
import { openDocumentType } from './open-document.js';
import { refused, type Reader, type ReadLimits, type ReadResult } from './reader.js';
import type { RawWorkbook } from './sheet/raw-sheet.js';
import { documentId } from './source-document.js';
import { isZip, zipDiagnosis, zipHolds } from './zip.js';

type ReadWorkbook = (bytes: Uint8Array, limits: ReadLimits) => RawWorkbook;

async function read(
  format: string,
  bytes: Uint8Array,
  limits: ReadLimits,
  load: () => Promise<ReadWorkbook>,
): Promise<ReadResult> {
  const id = documentId(bytes);
  try {
    const workbook = (await load())(bytes, limits);
    const { sheetDocument } = await import('./sheet/sheet-document.js');
    return sheetDocument({ id, format }, workbook);
  } catch (error) {
    return refused(zipDiagnosis(error, format));
  }
}

export const xlsx: Reader = {
  format: 'xlsx',
  extensions: ['xlsx', 'xlsm', 'xltx', 'xltm'],
  recognises: (bytes) => zipHolds(bytes, (name) => name === WORKBOOK, WORKBOOK),
  read: (bytes, limits) =>
    read('xlsx', bytes, limits, async () => (await import('./sheet/read-xlsx.js')).readXlsx),
};

const WORKBOOK = 'xl/workbook.xml';

export const ods: Reader = {
  format: 'ods',
  extensions: ['ods', 'ots'],
  // templates too: their type goes on
  recognises: (bytes) => isZip(bytes) && (openDocumentType(bytes)?.startsWith(ODS) ?? false),
  read: (bytes, limits) =>
    read('ods', bytes, limits, async () => (await import('./sheet/read-ods.js')).readOds),
};

const ODS = 'application/vnd.oasis.opendocument.spreadsheet';

/** How the stream of a workbook begins since Excel 97: MS-XLS 2.4.21. */
const WORKBOOK_BOF = Buffer.from('0908100000060500', 'hex');
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
    // cut short, its directory is missing, which often stands last
    return found?.name === 'OLE'
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(WORKBOOK_BOF)
      : isXml2003(bytes);
  },
  read: (bytes, limits) =>
    read('xls', bytes, limits, async () =>
      isXml2003(bytes)
        ? (await import('./sheet/read-xml-2003.js')).readXml2003
        : (await import('./sheet/read-xls.js')).readXls,
    ),
};

function isXml2003(bytes: Uint8Array): boolean {
  const start = startOf(bytes, 2048);
  return start.includes('<?xml') && start.includes('Workbook') && start.includes(XML_2003);
}
