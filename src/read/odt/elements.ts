/** Which elements of OpenDocument hold no words of a report, and which are streams of text of their own. */
import type { BlockKind } from '../../model.js';

/** Without words of the report: remarks, what was deleted, what stands above words, definitions, pictures. */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  'office:annotation', 'office:annotation-end', 'text:tracked-changes', 'text:ruby-text', 'text:note-citation',
  'text:note-ref', 'text:number', 'text:script', 'office:forms', 'office:scripts', 'office:styles',
  'office:automatic-styles', 'office:font-face-decls', 'office:settings', 'office:meta', 'office:binary-data',
  'draw:object', 'draw:object-ole', 'draw:plugin', 'draw:applet', 'draw:image', 'svg:title', 'svg:desc', 'text:label',
  'text:sequence-decls', 'text:variable-decls', 'text:user-field-decls', 'text:dde-connection-decls',
  'text:alphabetical-index-auto-mark-file', 'text:table-of-content-source', 'text:illustration-index-source',
  'text:table-index-source', 'text:object-index-source', 'text:user-index-source', 'text:alphabetical-index-source',
  'text:bibliography-source', 'presentation:notes',
]); // prettier-ignore

/** Streams of their own, with the kind of their paragraphs. */
export const STREAMS: Readonly<Record<string, BlockKind>> = {
  ...Object.fromEntries(
    ['header', 'header-left', 'header-first', 'footer', 'footer-left', 'footer-first'].flatMap((name) => [
      [`style:${name}`, 'furniture'],
      [`loext:${name}`, 'furniture'],
    ]),
  ),
  // a table of contents says again what the headings say
  'text:index-body': 'furniture',
  'text:note-body': 'footnote',
  ...Object.fromEntries(
    ['text-box', 'custom-shape', 'rect', 'ellipse', 'circle', 'polygon', 'regular-polygon', 'path', 'line', 'polyline',
      'connector', 'caption', 'measure'].map((name) => [`draw:${name}`, 'textbox']),
  ), // prettier-ignore
};
