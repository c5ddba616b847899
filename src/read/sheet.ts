/** The formats of workbooks: xlsx (also with macros), xls of Excel 97 to 2003 and of WPS (.et), ods. */
import { foreignFormat } from './foreign-format.js';
import { refused, SAFE_LIMITS, type Reader, type ReadLimits, type ReadResult } from './reader.js';
import type { RawWorkbook } from './sheet/raw-sheet.js';
import { documentId } from './source-document.js';
import { openZip, zipDiagnosis, zipNames } from './zip.js';

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
  recognises: (bytes) => isZip(bytes) && (zipNames(bytes)?.includes(WORKBOOK) ?? holds(bytes, WORKBOOK)),
  read: (bytes, limits) =>
    read('xlsx', bytes, limits, async () => (await import('./sheet/read-xlsx.js')).readXlsx),
};

const WORKBOOK = 'xl/workbook.xml';

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

export const ods: Reader = {
  format: 'ods',
  extensions: ['ods', 'ots'],
  recognises: (bytes) =>
    isZip(bytes) && (zipNames(bytes) === null ? holds(bytes, `mimetype${ODS}`) : mimetypeOf(bytes) === ODS),
  read: (bytes, limits) =>
    read('ods', bytes, limits, async () => (await import('./sheet/read-ods.js')).readOds),
};

/** Of a zip that is cut short, what is left of its names has to do. */
const holds = (bytes: Uint8Array, words: string | Buffer): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(words);

const ODS = 'application/vnd.oasis.opendocument.spreadsheet';

/** What the file says of itself; null where it says nothing. */
function mimetypeOf(bytes: Uint8Array): string | null {
  try {
    const zip = openZip(bytes, SAFE_LIMITS, (name) => name !== 'mimetype');
    return new TextDecoder().decode(zip.read('mimetype')).trim();
  } catch {
    return null;
  }
}

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
    return found?.name === 'OLE' ? holds(bytes, WORKBOOK_BOF) : isXml2003(bytes);
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
