/** Takes the XML in which Excel 2003 and many systems save workbooks; gives the cells of its visible sheets. */
import type { ReadLimits } from '../reader.js';
import { isoDateText } from './date-format.js';
import { GENERAL, numberText, parseNumberFormat, type NumberFormat } from './number-format.js';
import { Budget, MOST_COLUMNS, MOST_ROWS, OpenSheet, type RawSheet, type RawWorkbook } from './raw-sheet.js';
import { walkXml } from '../walk-xml.js';

type Attributes = Readonly<Record<string, string>>;

/** Formats that have a name. */
const NAMED_FORMATS: Readonly<Record<string, string>> = {
  'General Date': 'yyyy/m/d h:mm', 'Long Date': 'yyyy/m/d', 'Medium Date': 'yyyy/m/d', 'Short Date': 'yyyy/m/d',
  'Long Time': 'h:mm:ss', 'Medium Time': 'h:mm', 'Short Time': 'h:mm', Currency: '¥#,##0.00', 'Euro Currency': '€#,##0.00',
  Fixed: '0.00', Standard: '#,##0.00', Percent: '0.00%', Scientific: '0.00E+00',
}; // prettier-ignore

/** Throws an error of its XML, or `ZipError` where it holds too much. */
export function readXml2003(bytes: Uint8Array, limits: ReadLimits): RawWorkbook {
  const workbook = new Workbook(new Budget(limits.unpackedBytes));
  walkXml(bytes, workbook);
  return { sheets: workbook.sheets, hiddenSheets: workbook.hiddenSheets };
}

const attribute = (attributes: Attributes, name: string): string | undefined =>
  attributes[`ss:${name}`] ?? attributes[name];

/** A whole number up to `most`; `usual` where there is none. */
function count(attributes: Attributes, name: string, usual: number, most: number): number {
  const value = Number(attribute(attributes, name) ?? NaN);
  return Number.isInteger(value) && value >= 0 ? Math.min(value, most) : usual;
}

class Workbook {
  readonly sheets: RawSheet[] = [];
  hiddenSheets = 0;
  readonly #formats = new Map<string, NumberFormat>();
  #style = '';
  #sheet: OpenSheet | null = null;
  #isHidden = false;
  #row = 0;
  #rowStyle = '';
  #column = 0;
  #definedColumn = 0;
  #cell: Attributes = {};
  /** Of the open cell: how its value is kept, and the value. */
  #type: string | null = null;
  #value = '';
  #inVisible = false;

  constructor(private readonly budget: Budget) {}

  readonly open = (name: string, attributes: Attributes): void => {
    if (name === 'Style') this.#style = attribute(attributes, 'ID') ?? '';
    else if (name === 'NumberFormat') this.#addFormat(attribute(attributes, 'Format') ?? 'General');
    else if (name === 'Worksheet') this.#openSheet(attributes);
    else if (name === 'Column') this.#addColumn(attributes);
    else if (name === 'Row') this.#openRow(attributes);
    else if (name === 'Cell') this.#openCell(attributes);
    else if (name === 'Data') this.#type = attribute(attributes, 'Type') ?? 'String';
    else if (name === 'Comment') this.#type = null;
    else if (name === 'Visible') this.#inVisible = true;
  };

  readonly close = (name: string): void => {
    if (name === 'Data') this.#closeData();
    else if (name === 'Worksheet') this.#closeSheet();
    else if (name === 'Visible') this.#inVisible = false;
  };

  readonly text = (text: string): void => {
    if (this.#type !== null) this.#value += text;
    if (this.#inVisible && text !== 'SheetVisible') this.#isHidden = true;
  };

  #addFormat(written: string): void {
    this.#formats.set(this.#style, parseNumberFormat(NAMED_FORMATS[written] ?? written));
  }

  #openSheet(attributes: Attributes): void {
    this.#sheet = new OpenSheet(attribute(attributes, 'Name') ?? '', this.budget);
    this.#isHidden = false;
    this.#row = 0;
    this.#definedColumn = 0;
  }

  #closeSheet(): void {
    if (this.#sheet === null) return;
    if (this.#isHidden) this.hiddenSheets += 1;
    else this.sheets.push(this.#sheet.closed());
    this.#sheet = null;
  }

  #addColumn(attributes: Attributes): void {
    const first = count(attributes, 'Index', this.#definedColumn + 1, MOST_COLUMNS);
    this.#definedColumn = Math.min(MOST_COLUMNS, first + count(attributes, 'Span', 0, MOST_COLUMNS));
    if (attribute(attributes, 'Hidden') === '1')
      for (let column = first; column <= this.#definedColumn; column += 1)
        this.#sheet?.hiddenColumns.add(column);
  }

  #openRow(attributes: Attributes): void {
    const first = count(attributes, 'Index', this.#row + 1, MOST_ROWS);
    const last = Math.min(MOST_ROWS, first + count(attributes, 'Span', 0, MOST_ROWS));
    if (attribute(attributes, 'Hidden') === '1')
      for (let row = first; row <= last; row += 1) this.#sheet?.hiddenRows.add(row);
    // a row that stands for several is blank
    this.#row = last;
    this.#rowStyle = attribute(attributes, 'StyleID') ?? '';
    this.#column = 0;
  }

  #openCell(attributes: Attributes): void {
    const column = count(attributes, 'Index', this.#column + 1, MOST_COLUMNS);
    const [across, down] = [
      count(attributes, 'MergeAcross', 0, MOST_COLUMNS),
      count(attributes, 'MergeDown', 0, MOST_ROWS),
    ];
    if (across + down > 0)
      this.#sheet?.merges.push({
        top: this.#row,
        left: column,
        bottom: this.#row + down,
        right: column + across,
      });
    this.#cell = { ...attributes, column: String(column) };
    this.#column = column + across;
    this.#value = '';
  }

  #closeData(): void {
    if (this.#type === null) return;
    this.#sheet?.cells.add(this.#row, Number(this.#cell['column']), this.#cellText(this.#type));
    this.#type = null;
    this.#value = '';
  }

  #cellText(type: string): string {
    const format = this.#formats.get(attribute(this.#cell, 'StyleID') ?? this.#rowStyle) ?? GENERAL;
    const number = Number(this.#value);
    if (type === 'Number' && this.#value.trim() !== '' && Number.isFinite(number))
      return numberText(number, format, false);
    if (type === 'DateTime') return isoDateText(this.#value, format[0]?.date ?? null);
    if (type === 'Boolean') return this.#value === '1' ? 'TRUE' : 'FALSE';
    return this.#value;
  }
}
