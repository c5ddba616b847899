/** The bytes of a workbook → its parts as text, and the cells of its sheets with the markup of their styles. */
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

type Parts = Readonly<Record<string, string>>;
export type Value = string | number | null;

/** Every part is checked to be sound XML. */
export function partsOf(bytes: Uint8Array): Parts {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const);
  for (const [, text] of parts) new SaxesParser().write(text).close();
  return Object.fromEntries(parts);
}

export interface ReadCell {
  /** Its column's letters, and its row from 1. */
  readonly column: string;
  readonly row: number;
  /** What Excel shows of it; null: nothing. */
  readonly value: Value;
  readonly style: string;
}

/** @param sheet from 1 */
export function cellsIn(parts: Parts, sheet: number): ReadCell[] {
  const xml = parts[`xl/worksheets/sheet${sheet}.xml`]!;
  const styles = [...parts['xl/styles.xml']!.split('<cellXfs')[1]!.matchAll(/<xf .*?<\/xf>/g)].map(
    ([xf]) => xf,
  );
  const found = xml.matchAll(/<c r="([A-Z]+)(\d+)" s="(\d+)"(?: t="inlineStr")?(?:\/>|>(.*?)<\/c>)/gs);
  return Array.from(found, ([, column, row, style, inside]) => ({
    column: column!,
    row: Number(row),
    style: styles[Number(style)]!,
    value: valueOf(inside ?? ''),
  }));
}

export interface ReadSheet {
  readonly name: string;
  readonly rows: Value[][];
}

export function sheetsIn(parts: Parts): ReadSheet[] {
  const names = [...parts['xl/workbook.xml']!.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name!);
  return names.map((name, i) => {
    const rows: (Value[] | undefined)[] = [];
    for (const { column, row, value } of cellsIn(parts, i + 1))
      (rows[row - 1] ??= [])[numberOf(column)] = value;
    return { name, rows: Array.from(rows, (row) => Array.from(row ?? [], (value) => value ?? null)) };
  });
}

const numberOf = (column: string): number =>
  Array.from(column).reduce((number, letter) => 26 * number + letter.charCodeAt(0) - 64, 0) - 1;

function valueOf(inside: string): Value {
  const number = /^<v>(.*)<\/v>$/.exec(inside);
  if (number) return Number(number[1]);
  const text = /<t xml:space="preserve">(.*)<\/t>/s.exec(inside);
  if (!text) return null;
  return text[1]!
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
