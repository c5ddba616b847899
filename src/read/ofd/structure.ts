/** Takes a package; gives its documents: pages, templates, notes and graphics that pages use, and properties. */
import type { SourceDocument } from '../../model.js';
import { ZipError } from '../zip.js';
import {
  childNamed,
  childrenNamed,
  descendantNamed,
  numbersOf,
  textOfChild,
  type Element,
} from './element.js';
import type { Package, PackagePart } from './package.js';

/** Millimetres: left, top, width, height. */
export type Box = readonly [left: number, top: number, width: number, height: number];

/** Where a part is named: the location, and the part that names it. */
export interface Reference {
  readonly location: string;
  readonly from: string;
}

export interface OfdDocument {
  readonly pages: readonly { readonly id: string; readonly content: Reference }[];
  readonly templates: ReadonlyMap<string, Reference>;
  /** What is put on top of pages afterwards, by the page's id. */
  readonly notes: ReadonlyMap<string, Reference>;
  /** Where graphics that pages share are kept. */
  readonly resources: readonly Reference[];
  /** Of pages that name none themselves. */
  readonly box: Box | null;
}

/** All that a package holds. */
export interface Structure {
  readonly documents: readonly OfdDocument[];
  readonly properties: SourceDocument['properties'];
}

const ROOT = 'OFD.xml';

/** Throws where the package has no document that can be read. */
export function readStructure(file: Package): Structure {
  const root = file.part(ROOT, '');
  if (!root) throw new Error('OFD.xml is missing');
  const bodies = childrenNamed(root.root, 'DocBody');
  const seen = new Set<string>();
  const documents: OfdDocument[] = [];
  for (const body of bodies) {
    const part = documentPart(file, body);
    if (!part || seen.has(part.path)) continue;
    seen.add(part.path);
    documents.push(readDocument(file, part));
  }
  if (documents.length === 0) throw new Error('it names no document');
  return { documents, properties: propertiesOf(childNamed(bodies[0]!, 'DocInfo')) };
}

/** The document's root, of its current version where it has several. */
function documentPart(file: Package, body: Element): PackagePart | null {
  const versions = childrenNamed(childNamed(body, 'Versions'), 'Version');
  const current = versions.find((version) => version.attributes['Current'] === 'true');
  const version = current ? file.part(current.attributes['BaseLoc'] ?? '', ROOT) : null;
  const ofVersion = version && textOfChild(version.root, 'DocRoot');
  const found = ofVersion ? file.part(ofVersion, version.path) : null;
  const location = textOfChild(body, 'DocRoot');
  return found ?? (location === null ? null : file.part(location, ROOT));
}

function readDocument(file: Package, { path, root }: PackagePart): OfdDocument {
  const reference = (location: string | null | undefined): Reference => ({
    location: location ?? '',
    from: path,
  });
  const common = childNamed(root, 'CommonData');
  const templates = childrenNamed(common, 'TemplatePage').map(
    ({ attributes }) => [attributes['ID'] ?? '', reference(attributes['BaseLoc'])] as const,
  );
  const resources = ['PublicRes', 'DocumentRes'].flatMap((name) => childrenNamed(common, name));
  return {
    pages: childrenNamed(childNamed(root, 'Pages'), 'Page').map(({ attributes }) => ({
      id: attributes['ID'] ?? '',
      content: reference(attributes['BaseLoc']),
    })),
    templates: new Map(templates),
    notes: readNotes(file, textOfChild(root, 'Annotations'), path),
    resources: resources.map(({ text }) => reference(text)),
    box: boxOf(childNamed(common, 'PageArea')),
  };
}

/** The list of notes; without it the pages are still whole. */
function readNotes(file: Package, location: string | null, from: string): Map<string, Reference> {
  const part = location === null ? null : partOrNull(file, { location, from });
  const pages = childrenNamed(part?.root ?? null, 'Page').map(
    (page) =>
      [
        page.attributes['PageID'] ?? '',
        { location: textOfChild(page, 'FileLoc') ?? '', from: part!.path },
      ] as const,
  );
  return new Map(pages);
}

/** A part that a page can do without: null where it is missing or damaged. */
export function partOrNull(file: Package, { location, from }: Reference): PackagePart | null {
  try {
    return file.part(location, from);
  } catch (error) {
    if (error instanceof ZipError && error.kind === 'too-large') throw error;
    return null;
  }
}

/** The page's box: what is shown of the paper, where that is told. */
export function boxOf(area: Element | null): Box | null {
  for (const name of ['PhysicalBox', 'ApplicationBox', 'ContentBox']) {
    const [left, top, width, height] = numbersOf(textOfChild(area, name));
    if (height !== undefined && width! > 0 && height > 0) return [left!, top!, width!, height];
  }
  return null;
}

function propertiesOf(info: Element | null): SourceDocument['properties'] {
  const title = info && descendantNamed(info, 'Title')?.text.trim();
  return { title: title ? title : null, created: isoDate(textOfChild(info, 'CreationDate')) };
}

// A date: takes '2021-9-30', '2020/10/10 15:11:19' and '20200723210625', not '30.9.2021'.
const DATE = /^(\d{4})[-/年]?(\d{1,2})[-/月]?(\d{1,2})/;

function isoDate(date: string | null): string | null {
  const match = date === null ? null : DATE.exec(date);
  if (!match) return null;
  const [, year, month, day] = match;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  return `${year!}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
}
