/** Takes word/styles.xml; gives what paragraph styles say of headings and numbering, inheritance resolved. */
import { childOf, childrenOf, escapeXml, numberOf, parseXml, valueOf } from '../xml.js';

/** A list and a level in it, as a paragraph or a style names them. */
export interface NumberingReference {
  readonly list: string;
  /** From 0; null where the list's own levels say which one belongs to the style. */
  readonly level: number | null;
}

export interface ParagraphStyle {
  readonly name: string;
  /** From 1; null for body text. */
  readonly outlineLevel: number | null;
  readonly numbering: NumberingReference | null;
}

export interface Styles {
  readonly paragraph: ReadonlyMap<string, ParagraphStyle>;
  /** Style id → list, of the styles that stand for a list. */
  readonly lists: ReadonlyMap<string, string>;
  /** The part reduced to what mammoth reads of it: ids and names. */
  readonly reduced: string;
}

interface RawStyle extends ParagraphStyle {
  readonly basedOn: string | null;
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** Reads the styles part; an absent part is an empty one. Throws on malformed XML. */
export function readStyles(source: string | null): Styles {
  const raw = new Map<string, RawStyle>();
  const lists = new Map<string, string>();
  const reduced: string[] = [];
  const root = source === null ? null : (parseXml(source).children[0] ?? null);
  for (const element of childrenOf(root, 'w:style')) {
    const id = element.attributes['w:styleId'];
    const type = element.attributes['w:type'];
    if (id === undefined || type === undefined) continue;
    const name = valueOf(element, 'w:name') ?? id;
    const properties = childOf(element, 'w:pPr');
    const reference = childOf(properties, 'w:numPr');
    const list = valueOf(reference, 'w:numId');
    reduced.push(reducedStyle(type, id, name));
    if (type === 'numbering' && list !== null) lists.set(id, list);
    if (type !== 'paragraph' || raw.has(id)) continue;
    raw.set(id, {
      name,
      basedOn: valueOf(element, 'w:basedOn'),
      outlineLevel: outlineLevel(name, numberOf(properties, 'w:outlineLvl')),
      numbering: list === null ? null : { list, level: numberOf(reference, 'w:ilvl') },
    });
  }
  const paragraph = new Map([...raw.keys()].map((id) => [id, inherit(raw, id)]));
  return { paragraph, lists, reduced: `<w:styles ${W}>${reduced.join('')}</w:styles>` };
}

const reducedStyle = (type: string, id: string, name: string): string =>
  `<w:style w:type="${escapeXml(type)}" w:styleId="${escapeXml(id)}"><w:name w:val="${escapeXml(name)}"/></w:style>`;

// A heading style: takes 'heading 1', 'Heading 2' and '标题 3', not 'Heading 1 Char' nor '标题'.
const HEADING_NAME = /^(?:heading|标题)\s*([1-9])$/i;

/** `w:outlineLvl` counts from 0, and 9 stands for body text (ISO 29500-1, 17.3.1.20). */
function outlineLevel(name: string, outline: number | null): number | null {
  const named = HEADING_NAME.exec(name)?.[1];
  if (named !== undefined) return Number(named);
  return outline !== null && outline < 9 ? outline + 1 : null;
}

/** What a style leaves open it takes from the style it is based on; a circle ends where it closes. */
function inherit(raw: ReadonlyMap<string, RawStyle>, id: string): ParagraphStyle {
  const own = raw.get(id)!;
  let { outlineLevel: level, numbering } = own;
  const seen = new Set([id]);
  for (let base = own.basedOn; base !== null && !seen.has(base); base = raw.get(base)?.basedOn ?? null) {
    seen.add(base);
    level ??= raw.get(base)?.outlineLevel ?? null;
    numbering ??= raw.get(base)?.numbering ?? null;
  }
  return { name: own.name, outlineLevel: level, numbering };
}
