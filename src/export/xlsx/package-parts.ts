/** The sheets of a workbook → the parts that name and join them. */
import type { Sheet } from './sheet.js';
import { filterOf, type Written } from './sheet-xml.js';
import { escapeXml } from './xml.js';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PART = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const RELATIONS = 'application/vnd.openxmlformats-package.relationships+xml';

export function contentTypes(sheets: number): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="${part}" ContentType="${PART}.${type}+xml"/>`;
  return [
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="${RELATIONS}"/>`,
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('/xl/workbook.xml', 'sheet.main'),
    override('/xl/styles.xml', 'styles'),
    ...Array.from({ length: sheets }, (_, i) => override(`/xl/worksheets/sheet${i + 1}.xml`, 'worksheet')),
    '</Types>',
  ].join('');
}

interface Relation {
  readonly type: 'officeDocument' | 'worksheet' | 'styles' | 'hyperlink';
  readonly target: string;
}

/** Numbered from rId1 on. */
const relations = (all: readonly Relation[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(({ type, target }, i) => {
      const mode = type === 'hyperlink' ? ' TargetMode="External"' : '';
      return `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${escapeXml(target)}"${mode}/>`;
    })
    .join('')}</Relationships>`;

export const PACKAGE_RELATIONS = relations([{ type: 'officeDocument', target: 'xl/workbook.xml' }]);

export const workbookRelations = (sheets: number): string =>
  relations([
    ...Array.from({ length: sheets }, (_, i) => ({
      type: 'worksheet' as const,
      target: `worksheets/sheet${i + 1}.xml`,
    })),
    { type: 'styles', target: 'styles.xml' },
  ]);

export const linkRelations = (links: readonly string[]): string =>
  relations(links.map((path) => ({ type: 'hyperlink', target: linkTarget(path) })));

// takes what ends a path or opens a scheme (#, ?, :), a blank and %; leaves Han characters, as Excel does not read them encoded
const NOT_IN_LINKS = /[\0-\x20"#%:<>?[\]\\^`{|}]/g;

/** `../报告 1.docx` → `../报告%201.docx`. */
export const linkTarget = (path: string): string =>
  path.replace(
    NOT_IN_LINKS,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

export function workbookXml(sheets: readonly Sheet[], written: readonly Written[]): string {
  const names = [...filterNames(sheets, written), ...titleNames(sheets)];
  return [
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>`,
    ...sheets.map(
      ({ name }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
    ),
    '</sheets>',
    names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '',
    '</workbook>',
  ].join('');
}

const quoted = (name: string): string => `'${escapeXml(name).replaceAll("'", "''")}'`;
// takes A1 of A1:N20
const PLACE = /([A-Z]+)(\d+)/g;

function filterNames(sheets: readonly Sheet[], written: readonly Written[]): string[] {
  return sheets.flatMap((sheet, i) => {
    const range = filterOf(sheet, written[i]!.rows);
    if (range === null) return [];
    const place = `${quoted(sheet.name)}!${range.replace(PLACE, '$$$1$$$2')}`;
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${place}</definedName>`,
    ];
  });
}

/** Rows that every printed page repeats. */
function titleNames(sheets: readonly Sheet[]): string[] {
  return sheets.flatMap(({ name, frozen: { rows } }, i) =>
    rows === 0
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${quoted(name)}!$1:$${rows}</definedName>`,
        ],
  );
}
