/** Takes the bytes of an OpenDocument text; gives its document, or why it cannot be read. */
import { diagnose } from '../../diagnostics.js';
import { refused, type ReadLimits, type ReadResult } from '../reader.js';
import { buildDocument, documentId, inTextOrder, type Part } from '../source-document.js';
import { withTypedTables } from '../typed-tables.js';
import { childOf, childrenOf, parseXml } from '../xml.js';
import { openZip, zipDiagnosis, ZipError, type Zip } from '../zip.js';
import { Body } from './body.js';
import { Properties } from './properties.js';
import { Styles } from './styles.js';
import { tellXml } from './xml-events.js';

const MANIFEST = 'META-INF/manifest.xml';
/** In the order in which they are read: the text uses the styles. */
const PARTS = ['meta.xml', 'styles.xml', 'content.xml'];
/** What a locked file holds in place of its parts, where it hides their names, too (ODF 1.4). */
const LOCKED_PACKAGE = 'encrypted-package';

/** Reads a package or a file in one piece; every failure is a diagnostic. */
export function readOdt(bytes: Uint8Array, limits: ReadLimits): ReadResult {
  try {
    const xml = isPackage(bytes) ? partsOfPackage(bytes, limits) : [bytes];
    const styles = new Styles();
    const body = new Body(styles);
    const properties = new Properties();
    for (const part of xml) tellXml(part, [properties, styles, body]);
    const head = { id: documentId(bytes), format: 'odt', properties: properties.properties() };
    const document = buildDocument(head, inOrder(body.parts()));
    const empty = document.blocks.length === 0;
    return { document, diagnostics: empty ? [diagnose('document-without-text', { format: 'odt' })] : [] };
  } catch (error) {
    return refused(zipDiagnosis(error, 'odt'));
  }
}

const isPackage = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b;

/** The XML of the package, part by part; without pictures and what else may be in it. */
function partsOfPackage(bytes: Uint8Array, limits: ReadLimits): Uint8Array[] {
  const zip = openZip(bytes, limits, (name) => name !== MANIFEST && !PARTS.includes(name));
  if (isLocked(zip)) throw new ZipError('encrypted', 'it has a password');
  return PARTS.filter((name) => name === 'content.xml' || zip.has(name)).map((name) => zip.read(name));
}

/** Whether the manifest says that the text is encrypted; a file without one, or with a broken one, is as it is. */
function isLocked(zip: Zip): boolean {
  if (zip.has(LOCKED_PACKAGE)) return true;
  try {
    const manifest = parseXml(new TextDecoder().decode(zip.read(MANIFEST))).children[0] ?? null;
    return childrenOf(manifest, 'manifest:file-entry').some(
      (entry) =>
        entry.attributes['manifest:full-path'] === 'content.xml' &&
        childOf(entry, 'manifest:encryption-data') !== null,
    );
  } catch {
    return false;
  }
}

/** Body, notes, text boxes, running heads; the same head of several kinds of pages once. */
function inOrder(parts: readonly Part[]): Part[] {
  const heads = new Set<string>();
  const once = parts.filter((part) => {
    if (part.kind !== 'furniture') return true;
    const isNew = !heads.has(part.text);
    heads.add(part.text);
    return isNew;
  });
  return withTypedTables(inTextOrder(once));
}
