/** Takes the sheets of a workbook; gives its document, and says what it hides. */
import { diagnose } from '../../diagnostics.js';
import type { ReadResult } from '../reader.js';
import { buildDocument, type DocumentHead } from '../source-document.js';
import type { RawWorkbook } from './raw-sheet.js';
import { sheetParts } from './sheet-parts.js';
import { visibleSheet } from './visible-sheet.js';

export function sheetDocument(head: DocumentHead, { sheets, hiddenSheets }: RawWorkbook): ReadResult {
  const visible = sheets.map((sheet) => ({ name: sheet.name, ...visibleSheet(sheet) }));
  const document = buildDocument(head, sheetParts(visible));
  const sum = (count: 'hiddenRows' | 'hiddenColumns'): number =>
    visible.reduce((total, sheet) => total + sheet[count], 0);
  const hidden = { sheets: hiddenSheets, rows: sum('hiddenRows'), columns: sum('hiddenColumns') };
  const isHiding = hidden.sheets + hidden.rows + hidden.columns > 0;
  return {
    document,
    diagnostics: [
      ...(isHiding ? [diagnose('sheet-hidden', hidden)] : []),
      ...(document.blocks.length === 0 ? [diagnose('document-without-text', { format: head.format })] : []),
    ],
  };
}
