export type OfdStyle = 'line' | 'run' | 'character';
/** A paragraph as typed, one with its size in points and its place, or a table. */
export type OfdBlock =
  | string
  | { readonly text: string; readonly size?: number; readonly centred?: boolean; readonly indent?: boolean }
  | { readonly rows: readonly (readonly string[])[] };
export interface OfdOptions {
  /** How the texts are cut into objects. */
  readonly style?: OfdStyle;
  /** A running head, in a template. */
  readonly header?: string;
  /** Of the body, in points; 16 unless given. */
  readonly size?: number;
  readonly title?: string;
  readonly created?: string;
}
export const OFD_STYLES: readonly OfdStyle[];
export function writeOfd(blocks: readonly OfdBlock[], options?: OfdOptions): Uint8Array;

/** The content of one page as XML without a prefix: graphic objects, or a whole page where it begins with `<Page`. */
export interface OfdPackage {
  readonly pages?: readonly string[];
  readonly templates?: readonly string[];
  /** XML that goes into the common data of the document. */
  readonly common?: string;
  /** XML that goes into the document behind its pages. */
  readonly behind?: string;
  /** Other files, by path; these win. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}
export function packOfd(content: OfdPackage, options?: OfdOptions): Uint8Array;
export const escapeText: (text: string) => string;
