/** Takes the bytes of an ods; gives the cells of its visible sheets, each as the sheet shows it with the digits that it keeps. */
import type { ReadLimits } from '../reader.js';
import { openZip, ZipError } from '../zip.js';
import { shownValue } from './shown-value.js';
import { Budget, MOST_COLUMNS, MOST_ROWS, OpenSheet, type RawSheet, type RawWorkbook } from './raw-sheet.js';
import { walkXml } from '../walk-xml.js';

const CONTENT = 'content.xml';
const MANIFEST = 'META-INF/manifest.xml';

/** Throws `ZipError` or an error of its XML where it is locked or damaged. */
export function readOds(bytes: Uint8Array, limits: ReadLimits): RawWorkbook {
  const zip = openZip(bytes, limits, (name) => name !== CONTENT && name !== MANIFEST);
  if (zip.has(MANIFEST) && new TextDecoder().decode(zip.read(MANIFEST)).includes('encryption-data'))
    throw new ZipError('encrypted', 'the content is encrypted');
  const content = new Content(new Budget(limits.unpackedBytes));
  walkXml(zip.read(CONTENT), content);
  return { sheets: content.sheets, hiddenSheets: content.hiddenSheets };
}

type Attributes = Readonly<Record<string, string>>;

/** A row that is repeated, or a cell, is told once and how many times. */
const times = (attributes: Attributes, name: string, most: number): number => {
  const count = Number(attributes[`table:${name}`] ?? 1);
  return Number.isInteger(count) && count > 0 ? Math.min(count, most) : 1;
};

interface OpenCell {
  readonly attributes: Attributes;
  readonly covered: boolean;
  paragraphs: string[];
}

const isHidden = (attributes: Attributes): boolean =>
  (attributes['table:visibility'] ?? 'visible') !== 'visible';

/** Follows content.xml; tables inside of cells and what is drawn on sheets are passed over. */
class Content {
  readonly sheets: RawSheet[] = [];
  hiddenSheets = 0;
  readonly #hiddenStyles = new Set<string>();
  #style = '';
  #sheet: OpenSheet | null = null;
  /** Elements that are passed over with all that is in them, and how deep the walk is in one. */
  #passedOver = 0;
  #row = 0;
  #rowAttributes: Attributes = {};
  #rowCells: { readonly column: number; readonly text: string }[] = [];
  #column = 0;
  #columns = 0;
  #cell: OpenCell | null = null;
  #inText = 0;

  constructor(private readonly budget: Budget) {}

  readonly open = (name: string, attributes: Attributes): void => {
    if (this.#passedOver > 0 || SKIPPED.has(name) || (name === 'table' && this.#sheet !== null)) {
      this.#passedOver += 1;
      return;
    }
    if (name === 'style') this.#style = attributes['style:name'] ?? '';
    else if (name === 'table-properties' && attributes['table:display'] === 'false')
      this.#hiddenStyles.add(this.#style);
    else if (name === 'table') this.#openSheet(attributes);
    else if (name === 'table-column') this.#addColumns(attributes);
    else if (name === 'table-row') this.#openRow(attributes);
    else if (name === 'table-cell' || name === 'covered-table-cell')
      this.#cell = { attributes, covered: name !== 'table-cell', paragraphs: [] };
    else if (name === 'p' && this.#cell !== null) {
      this.#inText += 1;
      this.#cell.paragraphs.push('');
    } else if (name === 's')
      this.text(' '.repeat(times({ 'table:c': attributes['text:c'] ?? '1' }, 'c', 100)));
    else if (name === 'tab' || name === 'line-break') this.text(name === 'tab' ? '\t' : '\n');
  };

  readonly close = (name: string): void => {
    if (this.#passedOver > 0) this.#passedOver -= 1;
    else if (name === 'p' && this.#inText > 0) this.#inText -= 1;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell();
    else if (name === 'table-row') this.#closeRow();
    else if (name === 'table') this.#closeSheet();
  };

  readonly text = (text: string): void => {
    if (this.#passedOver > 0 || this.#inText === 0 || this.#cell === null) return;
    const { paragraphs } = this.#cell;
    paragraphs.push((paragraphs.pop() ?? '') + text);
  };

  #openSheet(attributes: Attributes): void {
    if (this.#hiddenStyles.has(attributes['table:style-name'] ?? '')) {
      this.hiddenSheets += 1;
      this.#passedOver += 1;
      return;
    }
    this.#sheet = new OpenSheet(attributes['table:name'] ?? '', this.budget);
    this.#row = 0;
    this.#columns = 0;
  }

  #closeSheet(): void {
    if (this.#sheet === null) return;
    this.sheets.push(this.#sheet.closed());
    this.#sheet = null;
  }

  #addColumns(attributes: Attributes): void {
    const count = times(attributes, 'number-columns-repeated', MOST_COLUMNS);
    const last = Math.min(MOST_COLUMNS, this.#columns + count);
    if (isHidden(attributes))
      for (let column = this.#columns + 1; column <= last; column += 1)
        this.#sheet?.hiddenColumns.add(column);
    this.#columns = last;
  }

  #openRow(attributes: Attributes): void {
    this.#rowAttributes = attributes;
    this.#rowCells = [];
    this.#column = 0;
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (cell === null) return;
    const { attributes, covered, paragraphs } = cell;
    const count = times(attributes, 'number-columns-repeated', MOST_COLUMNS);
    const text = covered ? '' : shownValue(paragraphs.join('\n'), attributes);
    if (text.trim() !== '')
      for (let i = 1; i <= Math.min(count, MOST_COLUMNS - this.#column); i += 1)
        this.#rowCells.push({ column: this.#column + i, text });
    this.#addMerge(attributes);
    this.#column += count;
  }

  #addMerge(attributes: Attributes): void {
    const rows = times(attributes, 'number-rows-spanned', MOST_ROWS);
    const columns = times(attributes, 'number-columns-spanned', MOST_COLUMNS);
    const [top, left] = [this.#row + 1, this.#column + 1];
    if (rows > 1 || columns > 1)
      this.#sheet?.merges.push({ top, left, bottom: top + rows - 1, right: left + columns - 1 });
  }

  #closeRow(): void {
    const count = times(this.#rowAttributes, 'number-rows-repeated', MOST_ROWS);
    const last = Math.min(MOST_ROWS, this.#row + count);
    // what follows the last filled row is often repeated to the end of the sheet
    if (this.#rowCells.length > 0)
      for (let row = this.#row + 1; row <= last; row += 1) {
        if (isHidden(this.#rowAttributes)) this.#sheet?.hiddenRows.add(row);
        for (const { column, text } of this.#rowCells) this.#sheet?.cells.add(row, column, text);
      }
    else if (isHidden(this.#rowAttributes))
      for (let row = this.#row + 1; row <= last; row += 1) this.#sheet?.hiddenRows.add(row);
    this.#row = last;
  }
}

/** Comments, drawings and what was changed: no text of a cell. */
const SKIPPED: ReadonlySet<string> = new Set([
  'annotation', 'shapes', 'frame', 'custom-shape', 'tracked-changes', 'dde-links', 'dde-link', 'scenario',
]); // prettier-ignore
