/** Takes the bytes of a csv or tsv; gives its document: titles, tables and notes as a sheet has them. */
import { parse } from 'csv-parse/sync';
import { diagnose } from '../../diagnostics.js';
import { decodeText } from '../encoding.js';
import { reasonOf, refused, type ReadLimits, type ReadResult } from '../reader.js';
import { cleanText, documentId } from '../source-document.js';
import { isHeaderRow } from '../table.js';
import { zipDiagnosis, ZipError } from '../zip.js';
import { findDelimiter, type Delimiter } from './delimiter.js';
import { Budget, MOST_COLUMNS, SheetCells, type RawSheet } from './raw-sheet.js';
import { sheetDocument } from './sheet-document.js';

export function readCsv(bytes: Uint8Array, limits: ReadLimits): ReadResult {
  const id = documentId(bytes);
  const { text, encoding, replaced } = decodeText(bytes);
  const cleaned = cleanText(text).replace(/^\uFEFF/, '');
  try {
    const records = recordsOf(cleaned, findDelimiter(cleaned) ?? ',');
    const { document, diagnostics } = sheetDocument(
      { id, format: 'csv', encoding },
      { sheets: [rawSheet(records, new Budget(limits.unpackedBytes))], hiddenSheets: 0 },
    );
    const doubtful = replaced > 0 ? [diagnose('encoding-doubtful', { encoding, replaced })] : [];
    return { document, diagnostics: [...doubtful, ...diagnostics] };
  } catch (error) {
    if (error instanceof ZipError) return refused(zipDiagnosis(error, 'csv'));
    return refused(diagnose('document-damaged', { format: 'csv', reason: reasonOf(error) }));
  }
}

/** Quotes where none belong are part of the text; each record is a row, an empty line too. */
function recordsOf(text: string, delimiter: Delimiter): string[][] {
  const options = {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: '\n',
  } as const;
  try {
    return parse(text, options);
  } catch {
    // a quotation mark that nothing closes
    return text.split('\n').map((line) => line.split(delimiter));
  }
}

// takes ="00123", with which programs keep zeros; leaves =A1
const KEPT_TEXT = /^="([^"]*)"$/;

function rawSheet(records: readonly (readonly string[])[], budget: Budget): RawSheet {
  const cells = new SheetCells(budget);
  /** Of the header rows above. */
  let width = Infinity;
  let afterHeader = false;
  records.forEach((record, r) => {
    const filled = record.findLastIndex((text) => text.trim() !== '') + 1;
    const isHeader = filled > 1 && isHeaderRow(record);
    if (isHeader) width = afterHeader ? Math.max(width, filled) : filled;
    afterHeader = isHeader;
    // a comma inside of a number without quotes has shifted what stands behind it: no cell of the row can be told
    if (filled > width) cells.add(r + 1, 1, record.join(','));
    else
      record.slice(0, MOST_COLUMNS).forEach((text, c) => {
        cells.add(r + 1, c + 1, text.trim().replace(KEPT_TEXT, '$1'));
      });
  });
  return { name: null, rows: cells.rows(), merges: [], hiddenRows: new Set(), hiddenColumns: new Set() };
}
