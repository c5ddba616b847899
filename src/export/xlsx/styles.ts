/** The looks and formats that cells ask for → their numbers, and the styles part of a workbook. */
import type { Cell, Format, Look } from './sheet.js';
import { escapeXml } from './xml.js';

const FORMATS: Readonly<Record<Format, string>> = {
  text: 'General',
  whole: '#,##0',
  decimal: '#,##0.######',
  // Excel divides by thousands only: a point is put in front of the last digit of these, or of the last four of all
  wan: '0\\.0,"万"',
  'exact-wan': '0\\.0000"万"',
  date: 'yyyy\\-mm\\-dd',
  share: '0.0%',
};
/** Formats that every workbook has. */
const BUILT_IN = new Map([['General', 0], ['#,##0', 3]]); // prettier-ignore
/** The first number that is free for others. */
const OWN = 164;

interface Style {
  readonly font: number;
  readonly fill: number;
  readonly border: number;
  readonly wraps?: boolean;
  readonly isCentred?: boolean;
}

const LOOKS: Readonly<Record<Look, Style>> = {
  plain: { font: 0, fill: 0, border: 0 },
  wrapped: { font: 0, fill: 0, border: 0, wraps: true },
  header: { font: 1, fill: 2, border: 1, wraps: true, isCentred: true },
  title: { font: 2, fill: 0, border: 0 },
  total: { font: 1, fill: 0, border: 2 },
  link: { font: 4, fill: 0, border: 0 },
  gap: { font: 3, fill: 3, border: 0, isCentred: true },
  soft: { font: 3, fill: 0, border: 0 },
  'rolled-up': { font: 5, fill: 4, border: 0 },
  contradicted: { font: 0, fill: 5, border: 0 },
};

const font = (marks: string, color: string, size = 11): string =>
  `<font>${marks}<sz val="${size}"/><color rgb="FF${color}"/><name val="DengXian"/><family val="2"/><charset val="134"/></font>`;
const FONTS = [
  font('', '1F2328'),
  font('<b/>', '1F2328'),
  font('<b/>', '1F2328', 14),
  font('<i/>', '6B7280'),
  font('<u/>', '0B57D0'),
  font('<i/>', '1E3A8A'),
];
const solid = (color: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`;
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  ...['E5EAF1', 'F1F2F4', 'E3EDFB', 'FBE0D6'].map(solid),
];
const edge = (side: 'top' | 'bottom'): string => `<${side} style="thin"><color rgb="FF7A8699"/></${side}>`;
const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border><left/><right/><top/>${edge('bottom')}<diagonal/></border>`,
  `<border><left/><right/>${edge('top')}<bottom/><diagonal/></border>`,
];

const counted = (tag: string, items: readonly string[]): string =>
  `<${tag} count="${items.length}">${items.join('')}</${tag}>`;

export interface CellStyle extends Required<Pick<Cell, 'look' | 'format' | 'sign'>> {
  readonly align: Cell['align'];
  /** Text that stays text when somebody edits it, whatever it begins with. */
  readonly quoted: boolean;
}

export class Styles {
  readonly #numbers = new Map<string, number>();
  readonly #styles: string[] = [];
  readonly #formats: string[] = [];

  constructor() {
    this.numberOf({ look: 'plain', format: 'text', sign: null, align: undefined, quoted: false });
  }

  numberOf({ look, format, sign, align, quoted }: CellStyle): number {
    const key = `${look} ${format} ${sign} ${align} ${quoted}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#styles.length;
    this.#numbers.set(key, number);
    const code = sign === null ? FORMATS[format] : `"${sign}"${FORMATS[format]}`;
    this.#styles.push(styleOf(LOOKS[look], this.#formatOf(code), { align, quoted }));
    return number;
  }

  #formatOf(code: string): number {
    const builtIn = BUILT_IN.get(code);
    if (builtIn !== undefined) return builtIn;
    const at = this.#formats.indexOf(code);
    return OWN + (at < 0 ? this.#formats.push(code) - 1 : at);
  }

  xml(): string {
    const formats = this.#formats.map(
      (code, i) => `<numFmt numFmtId="${OWN + i}" formatCode="${escapeXml(code)}"/>`,
    );
    return [
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      formats.length > 0 ? counted('numFmts', formats) : '',
      counted('fonts', FONTS),
      counted('fills', FILLS),
      counted('borders', BORDERS),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      counted('cellXfs', this.#styles),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '</styleSheet>',
    ].join('');
  }
}

function styleOf(
  { font, fill, border, wraps, isCentred }: Style,
  format: number,
  { align, quoted }: Pick<CellStyle, 'align' | 'quoted'>,
): string {
  const across = isCentred ? 'center' : align;
  const vertical = wraps && !isCentred ? 'top' : 'center';
  const alignment = `<alignment vertical="${vertical}"${across ? ` horizontal="${across}"` : ''}${wraps ? ' wrapText="1"' : ''}/>`;
  return (
    `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"` +
    `${quoted ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" ` +
    `applyAlignment="1">${alignment}</xf>`
  );
}
