/** Takes the bytes of an XML part, however large; tells its elements and texts one after the other. */
import { walkXml, type Attributes } from '../walk-xml.js';

export type { Attributes };

/** What is told; names have the prefixes that the standard uses, whatever the file calls them. */
export interface XmlSink {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(): void;
}

/** Elements inside one another; deeper ones are hostile. */
const DEEPEST = 300;

// The namespace of a part of the standard: takes 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' (drawing).
const NAMESPACE = /^urn:oasis:names:tc:opendocument:xmlns:([a-z]+)(?:-compatible)?:1\.0$/;
const PREFIXES: Readonly<Record<string, string>> = { drawing: 'draw' };

/** Throws where the XML is malformed, nested without end, or declares entities. */
export function tellXml(bytes: Uint8Array, sinks: readonly XmlSink[]): void {
  const prefixes = new Map<string, string>();
  let depth = 0;
  const told = {
    open: (own: string, given: Attributes): void => {
      depth += 1;
      if (depth > DEEPEST) throw new Error('elements are nested too deep');
      learnPrefixes(prefixes, given);
      const name = standardName(prefixes, own);
      const attributes = prefixes.size === 0 ? given : standardNames(prefixes, given);
      for (const sink of sinks) sink.open(name, attributes);
    },
    close: (): void => {
      depth -= 1;
      for (const sink of sinks) sink.close();
    },
    text: (text: string): void => {
      for (const sink of sinks) sink.text(text);
    },
  };
  walkXml(bytes, told, (name) => name);
}

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
