/**
 * Sheets → the bytes of an xlsx file, as they come: the same sheets give the same bytes, at any hour and in any time zone.
 *
 * Written here, as the libraries that are kept up hold every cell of a sheet in memory (200,000 rows take more than a gigabyte),
 * or have no links, filters and text that stays text when it is edited.
 */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { paced } from '../paced.js';
import {
  contentTypes,
  linkRelations,
  PACKAGE_RELATIONS,
  workbookRelations,
  workbookXml,
} from './package-parts.js';
import type { Sheet } from './sheet.js';
import { sheetXml, type Written } from './sheet-xml.js';
import { Styles } from './styles.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Characters of XML that are packed at a time. */
const PORTION = 1 << 16;

/** @param put takes the bytes in order */
export async function writeWorkbook(
  sheets: readonly Sheet[],
  put: (bytes: Uint8Array) => void,
): Promise<void> {
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    put(bytes);
  });
  const add = (name: string, parts: Iterable<string>): Promise<void> => addPart(zip, name, parts);
  const styles = new Styles();
  const all: Written[] = [];
  await add('[Content_Types].xml', [contentTypes(sheets.length)]);
  await add('_rels/.rels', [PACKAGE_RELATIONS]);
  for (const [i, sheet] of sheets.entries()) {
    const written: Written = { rows: 0, links: [] };
    all.push(written);
    await add(`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet, styles, written));
    if (written.links.length > 0)
      await add(`xl/worksheets/_rels/sheet${i + 1}.xml.rels`, [linkRelations(written.links)]);
  }
  await add('xl/styles.xml', [styles.xml()]);
  await add('xl/workbook.xml', [workbookXml(sheets, all)]);
  await add('xl/_rels/workbook.xml.rels', [workbookRelations(sheets.length)]);
  zip.end();
}

async function addPart(zip: Zip, name: string, parts: Iterable<string>): Promise<void> {
  const file = new ZipDeflate(name, { level: 6 });
  // read by its local fields, so that every time zone writes the same
  file.mtime = new Date(1980, 0, 1);
  zip.add(file);
  let portion = XML;
  for await (const part of paced(parts)) {
    portion += part;
    if (portion.length < PORTION) continue;
    file.push(strToU8(portion));
    portion = '';
  }
  file.push(strToU8(portion), true);
}
