/** Takes the bytes of an XML part of any size; calls back for its elements as they come. */
import { SaxesParser } from 'saxes';
import { signOfLife } from './sign-of-life.js';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlCallbacks {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

const CHUNK = 256 * 1024;

/** The name of an element or attribute without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Throws on malformed XML, and on a document type: no report has one, and no entity is ever expanded.
 * @param nameOf an element's name as it is told, from its name in the file
 */
export function walkXml(bytes: Uint8Array, { open, close, text }: XmlCallbacks, nameOf = localName): void {
  const parser = strictParser();
  parser.on('opentag', ({ name, attributes }) => open(nameOf(name), attributes));
  parser.on('closetag', ({ name }) => close(nameOf(name)));
  parser.on('text', text);
  parser.on('cdata', text);
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
    signOfLife();
  }
  parser.write(decoder.decode()).close();
}

export function strictParser(): SaxesParser {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('it holds a DOCTYPE');
  });
  return parser;
}

const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
