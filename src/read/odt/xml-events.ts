/** Takes the bytes of an XML part, however large; tells its elements and texts one after the other. */
import { SaxesParser } from 'saxes';
import { signOfLife } from '../sign-of-life.js';

export type Attributes = Readonly<Record<string, string>>;

/** What is told; names have the prefixes that the standard uses, whatever the file calls them. */
export interface XmlSink {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(): void;
}

const CHUNK = 256 * 1024;
/** Elements inside one another; deeper ones are hostile. */
const DEEPEST = 300;

// The namespace of a part of the standard: takes 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' (drawing).
const NAMESPACE = /^urn:oasis:names:tc:opendocument:xmlns:([a-z]+)(?:-compatible)?:1\.0$/;
const PREFIXES: Readonly<Record<string, string>> = { drawing: 'draw' };

/** Throws where the XML is malformed, nested without end, or declares entities. */
export function tellXml(bytes: Uint8Array, sinks: readonly XmlSink[]): void {
  const parser = new SaxesParser();
  const prefixes = new Map<string, string>();
  let depth = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('it holds a DOCTYPE');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEEPEST) throw new Error('elements are nested too deep');
    learnPrefixes(prefixes, tag.attributes);
    const name = standardName(prefixes, tag.name);
    const attributes = prefixes.size === 0 ? tag.attributes : standardNames(prefixes, tag.attributes);
    for (const sink of sinks) sink.open(name, attributes);
  });
  parser.on('closetag', () => {
    depth -= 1;
    for (const sink of sinks) sink.close();
  });
  const tellText = (text: string): void => {
    for (const sink of sinks) sink.text(text);
  };
  parser.on('text', tellText);
  parser.on('cdata', tellText);
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
    signOfLife();
  }
  parser.write(decoder.decode()).close();
}

const encodingOf = ([first, second]: Uint8Array): string => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
};

/** Some programs write `ns0:` for `office:`. */
function learnPrefixes(prefixes: Map<string, string>, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (!name.startsWith('xmlns')) continue;
    const part = NAMESPACE.exec(value)?.[1];
    const own = name.slice('xmlns:'.length);
    const standard = part === undefined ? own : (PREFIXES[part] ?? part);
    if (part !== undefined && own !== standard) prefixes.set(own, standard);
  }
}

function standardName(prefixes: ReadonlyMap<string, string>, name: string): string {
  if (prefixes.size === 0) return name;
  const colon = name.indexOf(':');
  const standard = prefixes.get(name.slice(0, Math.max(0, colon)));
  return standard === undefined ? name : `${standard}:${name.slice(colon + 1)}`;
}

const standardNames = (prefixes: ReadonlyMap<string, string>, attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name.includes(':') ? standardName(prefixes, name) : name,
      value,
    ]),
  );
