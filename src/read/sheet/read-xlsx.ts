/** Takes the bytes of an xlsx or xlsm; gives the cells of its visible sheets. Macros, links and formulas are not looked at. */
import { signOfLife } from '../sign-of-life.js';
import { openZip, ZipError, type Zip } from '../zip.js';
import type { ReadLimits } from '../reader.js';
import { Budget, type RawWorkbook } from './raw-sheet.js';
import { walkXml } from '../walk-xml.js';
import { readSheet } from './xlsx-sheet.js';
import { readStrings } from './xlsx-strings.js';
import { readStyles } from './xlsx-styles.js';

/** Throws `ZipError` or an error of its XML where it is damaged. */
export function readXlsx(bytes: Uint8Array, limits: ReadLimits): RawWorkbook {
  const zip = openZip(bytes, limits, isUnread);
  const workbookPath = mainPart(zip);
  const { sheets, is1904 } = readWorkbook(zip.read(workbookPath));
  if (sheets.length === 0) throw new ZipError('damaged', 'the workbook has no sheet');
  const relations = readRelations(zip, workbookPath);
  const pathOf = (type: string): string | undefined =>
    relations.find((relation) => relation.type === type)?.path;
  const strings = pathOf('sharedStrings');
  const styles = pathOf('styles');
  const shared = {
    // some programs name strings that they have none of
    strings: strings === undefined || !zip.has(strings) ? [] : readStrings(zip.read(strings)),
    styles: styles === undefined ? [] : readStyles(zip.read(styles)),
    is1904,
    budget: new Budget(limits.unpackedBytes),
  };
  const visible = sheets.filter(({ hidden }) => !hidden);
  return {
    hiddenSheets: sheets.length - visible.length,
    sheets: visible.flatMap(({ name, relation: id }) => {
      const relation = relations.find((each) => each.id === id);
      if (!relation) throw new ZipError('damaged', `the sheet ${name} is missing`);
      // charts and dialogs are sheets of another type
      if (relation.type !== 'worksheet') return [];
      signOfLife();
      return [readSheet(zip.read(relation.path), name, shared)];
    }),
  };
}

// What is never opened: takes xl/media/image1.png, xl/pivotCache/pivotCacheRecords1.xml; leaves xl/worksheets/sheet1.xml
const UNREAD =
  /^xl\/(?:pivot\w*|charts|drawings|media|embeddings|externalLinks|queryTables|tables|comments)|(?<!\.xml|\.rels)$/i;
const isUnread = (name: string): boolean => UNREAD.test(name);

interface Relation {
  readonly id: string;
  /** The last word of its type, which transitional and strict files share. */
  readonly type: string;
  readonly path: string;
}

/** `xl/workbook.xml`, or where the package says that it is. */
function mainPart(zip: Zip): string {
  const main = readRelations(zip, '').find(({ type, path }) => type === 'officeDocument' && zip.has(path));
  if (main) return main.path;
  if (zip.has(WORKBOOK)) return WORKBOOK;
  throw new ZipError('damaged', 'the workbook is missing');
}

const WORKBOOK = 'xl/workbook.xml';

function readRelations(zip: Zip, part: string): Relation[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const path = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relations: Relation[] = [];
  if (!zip.has(path)) return relations;
  walkXml(zip.read(path), {
    open: (name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) => {
      if (name === 'Relationship' && mode !== 'External')
        relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), path: resolve(folder, target) });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return relations;
}

/** A target inside the package: `worksheets/sheet1.xml`, `/xl/worksheets/sheet1.xml`, `../x.xml`. */
function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly hidden: boolean;
}

function readWorkbook(bytes: Uint8Array): {
  readonly sheets: readonly SheetEntry[];
  readonly is1904: boolean;
} {
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  walkXml(bytes, {
    open: (element, attributes) => {
      if (element === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (element !== 'sheet') return;
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
      const { name = '', state = 'visible' } = attributes;
      sheets.push({ name, relation: id ?? '', hidden: state !== 'visible' });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { sheets, is1904 };
}
