/** Takes the bytes of an OFD file; gives its XML parts by the places under which others name them. */
import type { ReadLimits } from '../reader.js';
import { openZip, ZipError, zipNames } from '../zip.js';
import { parseElement, type Element } from './element.js';

/** An XML part, and where it stands. */
export interface PackagePart {
  readonly path: string;
  readonly root: Element;
}

export interface Package {
  /** An encryption of the package (GM/T 0099) is declared. */
  readonly encrypted: boolean;
  /**
   * The part that `location` (ST_Loc) names inside the part `from`; null where there is none. Throws where it is
   * damaged, and once all that was read is more than the limit: a page may be named a thousand times.
   */
  part(location: string, from: string): PackagePart | null;
}

/** Opens a package; throws `ZipError`. */
export function openPackage(bytes: Uint8Array, limits: ReadLimits): Package {
  const names = zipNames(bytes) ?? [];
  const byPath = new Map<string, string>();
  for (const name of names) byPath.set(pathOf(name), name);
  const byFoldedPath = new Map<string, string>();
  for (const [path, name] of byPath) byFoldedPath.set(path.toLowerCase(), name);
  // Pictures and fonts are never unpacked.
  const zip = openZip(bytes, limits, (name) => !isXml(name));
  let read = 0;
  const find = (location: string, from: string): string | null => {
    for (const path of candidates(location, from)) {
      const name = byPath.get(path) ?? byFoldedPath.get(path.toLowerCase());
      if (name !== undefined && isXml(name)) return name;
    }
    return null;
  };
  return {
    encrypted: byFoldedPath.has('encryptions.xml'),
    part: (location, from) => {
      const name = find(location, from);
      if (name === null) return null;
      const content = zip.read(name);
      read += content.length;
      if (read > limits.unpackedBytes) throw new ZipError('too-large', 'its pages repeat too much');
      return { path: pathOf(name), root: parseElement(decode(content)) };
    },
  };
}

const isXml = (name: string): boolean => name.toLowerCase().endsWith('.xml');

/**
 * Where a location may lead: from the package's root if it begins with a slash, else from the folder of the part that
 * names it. Some producers write the one and mean the other, or leave out the document's folder.
 */
function candidates(location: string, from: string): string[] {
  const folders = from.split('/').slice(0, -1);
  const upwards = Array.from({ length: folders.length + 1 }, (_, index) =>
    folders.slice(0, folders.length - index).join('/'),
  );
  const clean = location.trim().replaceAll('\\', '/');
  const bases = clean.startsWith('/') ? ['', ...upwards] : upwards;
  return bases.map((base) => pathOf(`${base}/${clean}`));
}

/** Without a slash in front, `.` and `..`; what leads out of the package stays in it. */
function pathOf(name: string): string {
  const steps: string[] = [];
  for (const step of name.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

// The encoding of an XML declaration: takes <?xml version="1.0" encoding="GBK"?>, not <Res encoding="GBK">.
const DECLARED = /^[^<]*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/;

/** An encoding that nobody knows counts as UTF-8, which the standard asks for. */
function decode(content: Uint8Array): string {
  const declared = DECLARED.exec(Buffer.from(content.subarray(0, 200)).toString('latin1'))?.[1];
  try {
    return new TextDecoder(declared ?? 'utf-8').decode(content);
  } catch {
    return new TextDecoder().decode(content);
  }
}
