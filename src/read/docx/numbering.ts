/** Takes word/numbering.xml; gives the label that a word processor puts in front of each list paragraph. */
import { countLevel, labelOf, type Counter, type ListLevel } from '../list-label.js';
import type { NumberingReference, Styles } from './styles.js';
import { childOf, childrenOf, escapeXml, numberOf, parseXml, valueOf, type XmlElement } from '../xml.js';

interface Level extends ListLevel {
  readonly styleId: string | null;
}

interface List {
  /** Lists of one definition go on counting where another left off. */
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startOverrides: ReadonlyMap<number, number>;
}

export interface Numbering {
  /** The label of the next paragraph of that list; counts it. '' where it has none. */
  labelFor(reference: NumberingReference, styleId: string | null): string;
  /** A numbering part for mammoth that makes each paragraph's list visible in its tree (see below). */
  readonly marked: string;
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
/** In front of a list's id in `marked`; no style id begins like this. */
const MARK = 'list:';

/** Reads the numbering part; an absent part is an empty one. Throws on malformed XML. */
export function readNumbering(source: string | null, styles: Styles): Numbering {
  const root = source === null ? null : (parseXml(source).children[0] ?? null);
  const lists = readLists(root, styles);
  const counters = new Map<string, Counter>();
  const overridden = new Set<string>();
  return {
    marked: markedPart(lists.keys()),
    labelFor: (reference, styleId) => {
      const list = lists.get(reference.list);
      const level = list && (reference.level ?? levelOfStyle(list.levels, styleId));
      const definition = level === undefined ? undefined : list?.levels.get(level);
      if (!list || level === undefined || !definition) return '';
      const counter = counters.get(list.definition) ?? [];
      counters.set(list.definition, counter);
      const override = overrideOnce(list, reference.list, level, overridden);
      countLevel(counter, list.levels, level, override);
      return labelOf(level, list.levels, counter);
    },
  };
}

/**
 * Mammoth keeps of a paragraph's numbering only what the level says, so each level of `marked` says in
 * its `w:pStyle` which list it belongs to. List 0 (numbering switched off) is among them.
 */
function markedPart(ids: Iterable<string>): string {
  const known = new Set(['0', ...ids]);
  const definitions = [...known].map((id) => {
    const level = (index: number): string =>
      `<w:lvl w:ilvl="${index}"><w:pStyle w:val="${MARK}${escapeXml(id)}"/></w:lvl>`;
    const levels = Array.from({ length: 9 }, (_, index) => level(index)).join('');
    return `<w:abstractNum w:abstractNumId="${escapeXml(id)}">${levels}</w:abstractNum>`;
  });
  const nums = [...known].map(
    (id) => `<w:num w:numId="${escapeXml(id)}"><w:abstractNumId w:val="${escapeXml(id)}"/></w:num>`,
  );
  return `<w:numbering ${W}>${definitions.join('')}${nums.join('')}</w:numbering>`;
}

/** The list and level that mammoth found for a paragraph by `marked`; null where it has none of its own. */
export function referenceOf(
  found: { readonly level: string; readonly paragraphStyleId: string | undefined } | null,
): NumberingReference | null {
  if (found?.paragraphStyleId?.startsWith(MARK) !== true) return null;
  return { list: found.paragraphStyleId.slice(MARK.length), level: Number(found.level) };
}

function readLists(root: XmlElement | null, styles: Styles): Map<string, List> {
  const definitions = new Map(
    childrenOf(root, 'w:abstractNum').map((element) => [
      element.attributes['w:abstractNumId'] ?? '',
      element,
    ]),
  );
  const nums = new Map(
    childrenOf(root, 'w:num').map((element) => [element.attributes['w:numId'] ?? '', element]),
  );
  const lists = new Map<string, List>();
  for (const [id, num] of nums) {
    const definition = resolveDefinition(num, definitions, nums, styles);
    if (definition === null) continue;
    const levels = readLevels(childrenOf(definitions.get(definition)!, 'w:lvl'));
    const startOverrides = new Map<number, number>();
    for (const override of childrenOf(num, 'w:lvlOverride')) {
      const index = Number(override.attributes['w:ilvl'] ?? 0);
      const start = numberOf(override, 'w:startOverride');
      if (start !== null) startOverrides.set(index, start);
      for (const [at, level] of readLevels(childrenOf(override, 'w:lvl'))) levels.set(at, level);
    }
    lists.set(id, { definition, levels, startOverrides });
  }
  return lists;
}

/** A definition may stand for a numbering style, which names a list, which names the definition. */
function resolveDefinition(
  num: XmlElement,
  definitions: ReadonlyMap<string, XmlElement>,
  nums: ReadonlyMap<string, XmlElement>,
  styles: Styles,
): string | null {
  const seen = new Set<string>();
  for (let id = valueOf(num, 'w:abstractNumId'); id !== null && !seen.has(id);) {
    seen.add(id);
    const link = valueOf(definitions.get(id) ?? null, 'w:numStyleLink');
    if (link === null) return definitions.has(id) ? id : null;
    id = valueOf(nums.get(styles.lists.get(link) ?? '') ?? null, 'w:abstractNumId');
  }
  return null;
}

function readLevels(elements: readonly XmlElement[]): Map<number, Level> {
  return new Map(
    elements.map((element) => [
      Number(element.attributes['w:ilvl'] ?? 0),
      {
        start: numberOf(element, 'w:start') ?? 0,
        format: valueOf(element, 'w:numFmt') ?? 'decimal',
        text: valueOf(element, 'w:lvlText') ?? '',
        restart: numberOf(element, 'w:lvlRestart'),
        legal: childOf(element, 'w:isLgl') !== null && valueOf(element, 'w:isLgl') !== '0',
        styleId: valueOf(element, 'w:pStyle'),
      },
    ]),
  );
}

function levelOfStyle(levels: ReadonlyMap<number, Level>, styleId: string | null): number {
  for (const [index, level] of levels) if (styleId !== null && level.styleId === styleId) return index;
  return 0;
}

/** A list's own start value counts at its first paragraph of that level only. */
function overrideOnce(list: List, id: string, level: number, seen: Set<string>): number | null {
  const start = list.startOverrides.get(level);
  const key = `${id}/${level}`;
  if (start === undefined || seen.has(key)) return null;
  seen.add(key);
  return start;
}
