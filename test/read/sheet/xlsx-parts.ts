/** Workbooks made on the spot: an xlsx from the XML of its sheets. */
import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface XlsxParts {
  /** The content of each `worksheet`, by the sheet's name. */
  readonly sheets: Readonly<Record<string, string>>;
  /** Attributes of `sheet` elements, by the sheet's name. */
  readonly states?: Readonly<Record<string, string>>;
  readonly strings?: readonly string[];
  /** Number formats of the styles 1, 2, …: a code, or the number of a built-in one. */
  readonly formats?: readonly (string | number)[];
  readonly workbook?: string;
}

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

export function xlsxFile({
  sheets,
  states = {},
  strings,
  formats = [],
  workbook = '',
}: XlsxParts): Uint8Array {
  const names = Object.keys(sheets);
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`;
  const codes = formats.map((format, i) =>
    typeof format === 'string' ? `<numFmt numFmtId="${176 + i}" formatCode="${escape(format)}"/>` : '',
  );
  const styles = formats.map(
    (format, i) => `<xf numFmtId="${typeof format === 'string' ? 176 + i : format}"/>`,
  );
  const parts: Record<string, string> = {
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}">${relation('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${names
      .map((_, i) => relation(`s${i}`, 'worksheet', `worksheets/sheet${i}.xml`))
      .join(
        '',
      )}${relation('st', 'styles', 'styles.xml')}${relation('ss', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${REL}">${workbook}<sheets>${names
      .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i}" ${states[name] ?? ''}/>`)
      .join('')}</sheets></workbook>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
  };
  if (strings)
    parts['xl/sharedStrings.xml'] =
      `<sst xmlns="${MAIN}">${strings.map((si) => `<si>${si}</si>`).join('')}</sst>`;
  names.forEach((name, i) => {
    parts[`xl/worksheets/sheet${i}.xml`] = `<worksheet xmlns="${MAIN}">${sheets[name]!}</worksheet>`;
  });
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/** A cell of text, or of a number in a style. */
export const text = (reference: string, words: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${words}</t></is></c>`;
export const number = (reference: string, value: number | string, style = 0): string =>
  `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
export const row = (at: number, cells: string, attributes = ''): string =>
  `<row r="${at}" ${attributes}>${cells}</row>`;
export const data = (...rows: string[]): string => `<sheetData>${rows.join('')}</sheetData>`;
