/** The text of an SVG file in → its elements and its texts, or an error where it is not well-formed. */
import { SaxesParser } from 'saxes';

export interface Svg {
  readonly names: ReadonlySet<string>;
  /** By the names of attributes. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** What stands in `<text>` elements, in order. */
  readonly texts: readonly string[];
  readonly title: string;
}

export function readSvg(xml: string): Svg {
  const names = new Set<string>();
  const attributes: [string, string][] = [];
  const texts: string[] = [];
  let [title, inside] = ['', ''];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes: given }) => {
    names.add(name);
    attributes.push(...Object.entries(given));
    inside = name;
    if (name === 'text') texts.push('');
  });
  parser.on('closetag', () => (inside = ''));
  parser.on('text', (text) => {
    if (inside === 'title') title += text;
    if (inside === 'text') texts.push((texts.pop() ?? '') + text);
  });
  parser.write(xml).close();
  return { names, attributes, texts, title };
}
