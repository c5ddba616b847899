/** Takes the bytes of a docx; gives its document, or why it cannot be read. */
import { diagnose } from '../../diagnostics.js';
import type { SourceDocument } from '../../model.js';
import { refused, type ReadLimits, type ReadResult } from '../reader.js';
import { buildDocument, documentId, inTextOrder } from '../source-document.js';
import { withTypedTables } from '../typed-tables.js';
import { partsOfTree } from './parts.js';
import { readTree, xmlPart } from './tree.js';
import { parseXml, type XmlElement } from '../xml.js';
import { openZip, zipDiagnosis, type Zip } from '../zip.js';

/** Reads a docx; every failure is a diagnostic. */
export async function readDocx(bytes: Uint8Array, limits: ReadLimits): Promise<ReadResult> {
  try {
    const zip = openZip(bytes, limits, isPicture);
    const parts = withTypedTables(inTextOrder(partsOfTree(await readTree(zip))));
    const head = { id: documentId(bytes), format: 'docx', properties: readProperties(zip) };
    const document = buildDocument(head, parts);
    const empty = document.blocks.length === 0;
    return { document, diagnostics: empty ? [diagnose('document-without-text', { format: 'docx' })] : [] };
  } catch (error) {
    return refused(zipDiagnosis(error, 'docx'));
  }
}

const isPicture = (name: string): boolean => name.startsWith('word/media/');

const CORE = 'docProps/core.xml';

/** Title and date of making from the package's core properties; a broken part says nothing. */
function readProperties(zip: Zip): SourceDocument['properties'] {
  if (!zip.has(CORE)) return { title: null, created: null };
  try {
    const core = parseXml(xmlPart(zip, CORE)).children[0] ?? null;
    return { title: textOf(core, 'dc:title'), created: textOf(core, 'dcterms:created') };
  } catch {
    return { title: null, created: null };
  }
}

function textOf(core: XmlElement | null, name: string): string | null {
  const text = core?.children.find((child) => child.name === name)?.text.trim();
  return text === undefined || text === '' ? null : text;
}
