/** Text → what HTML shows of it: nothing in a text is a tag, an entity or a command. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;',
}; // prettier-ignore

// takes ESC, a mark that turns the writing direction and half a surrogate pair; leaves tab, line feed, 志 and 𬶍
const UNSHOWN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const escapeHtml = (text: string): string =>
  text.replace(UNSHOWN, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character]!);
