/** Takes the styles of an xlsx; gives the number format of each cell style. */
import { BUILT_IN_FORMATS } from './built-in-formats.js';
import { walkXml } from './walk-xml.js';

/** No format of a file is longer. */
const LONGEST_CODE = 255;

/** The codes by the number that cells name their style with. */
export function readStyles(bytes: Uint8Array): string[] {
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
  return styles.map((id) => codes.get(id) ?? BUILT_IN_FORMATS[Number(id)] ?? 'General');
}
