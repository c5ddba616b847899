/** Takes the bytes of an XML part of any size; calls back for its elements as they come, by their names without prefix. */
import { SaxesParser } from 'saxes';
import { signOfLife } from '../sign-of-life.js';

export interface XmlCallbacks {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

const CHUNK = 256 * 1024;

/** Throws on malformed XML; entities that the file defines are an error of it, so none is ever expanded. */
export function walkXml(bytes: Uint8Array, { open, close, text }: XmlCallbacks): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => open(localName(name), attributes));
  parser.on('closetag', ({ name }) => close(localName(name)));
  parser.on('text', text);
  parser.on('cdata', text);
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
    signOfLife();
  }
  parser.write(decoder.decode()).close();
}

const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
