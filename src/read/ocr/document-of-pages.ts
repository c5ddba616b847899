/** Takes the contents of all pages, printed or recognised; gives the document, in which it is marked what was recognised. */
import type { SourceDocument } from '../../model.js';
import type { PageContent } from '../page/page-content.js';
import { partsOfPages } from '../page/parts.js';
import { buildDocument, inTextOrder, type DocumentHead } from '../source-document.js';
import { withTypedTables } from '../typed-tables.js';
import { alignPages } from './align-pages.js';
import { markRecognised } from './recognised.js';

export function documentOfPages(
  head: Omit<DocumentHead, 'pages'>,
  pages: readonly PageContent[],
): SourceDocument {
  const sizes = pages.map(({ width, height }) => ({ width, height }));
  const aligned = alignPages(pages);
  const parts = withTypedTables(aligned.restore(inTextOrder(partsOfPages(aligned.pages))));
  return markRecognised(buildDocument({ ...head, pages: sizes }, parts), pages);
}
