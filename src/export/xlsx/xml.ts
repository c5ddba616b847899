/** Text of any kind → what XML holds of it; Excel reads it back as it was. */

// takes what looks like Excel's own escape (_x000D_); leaves _x
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;
// takes ESC, CR, U+FFFE and half a surrogate pair; leaves tab, line feed, 志 and 𬶍
const NOT_XML =
  /[\0-\x08\x0b-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const SPECIAL = /[&<>"]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeXml = (text: string): string =>
  text.replace(NOT_XML, '\ufffd').replace(SPECIAL, (character) => ENTITIES[character]!);

/** The text of a cell; control characters as `_x001B_`, and U+0000, which would end it, as U+FFFD. */
export const escapeCellText = (text: string): string =>
  text
    .replace(LOOKS_ESCAPED, '_x005F_')
    .replace(NOT_XML, escapeControl)
    .replace(SPECIAL, (character) => ENTITIES[character]!);

function escapeControl(character: string): string {
  if (character === '\0' || character > '\x1f') return '\ufffd';
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
