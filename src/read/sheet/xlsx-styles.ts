/** Takes the styles of an xlsx; gives the number format of each cell style. */
import { BUILT_IN_FORMATS } from './built-in-formats.js';
import { parseNumberFormat, type NumberFormat } from './number-format.js';
import { walkXml } from '../walk-xml.js';

/** No format of a file is longer. */
const LONGEST_CODE = 255;

/** The formats by the number that cells name their style with. */
export function readStyles(bytes: Uint8Array): NumberFormat[] {
  const codes = new Map<string, string>();
  const styles: string[] = [];
  let inCells = false;
  walkXml(bytes, {
    open: (name, attributes) => {
      if (name === 'numFmt')
        codes.set(attributes['numFmtId'] ?? '', (attributes['formatCode'] ?? '').slice(0, LONGEST_CODE));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) styles.push(attributes['numFmtId'] ?? '0');
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
    text: () => undefined,
  });
  const formats = new Map<string, NumberFormat>();
  return styles.map((id) => {
    const known =
      formats.get(id) ?? parseNumberFormat(codes.get(id) ?? BUILT_IN_FORMATS[Number(id)] ?? 'General');
    formats.set(id, known);
    return known;
  });
}
