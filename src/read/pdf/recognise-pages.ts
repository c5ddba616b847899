/** Takes the pages of a PDF as their text was read; gives them with those recognised that are pictures of text. */
import { diagnose } from '../../diagnostics.js';
import type { Diagnostic } from '../../model.js';
import type { PageContent } from '../page/page-content.js';
import { reasonOf } from '../reader.js';
import { signOfLife } from '../sign-of-life.js';
import type { PagePictures } from './page-pictures.js';

export interface RecognisedPages {
  readonly pages: readonly PageContent[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Without such a page nothing is loaded. */
export async function recognisePages(
  bytes: Uint8Array,
  pages: readonly PageContent[],
): Promise<RecognisedPages> {
  if (!pages.some(isPicture)) return { pages, diagnostics: [] };
  const { openPagePictures } = await import('./page-pictures.js');
  const pictures = await openPagePictures(bytes);
  const read: PageContent[] = [];
  const diagnostics: Diagnostic[] = [];
  try {
    for (const page of pages) {
      if (!isPicture(page)) {
        read.push(page);
        continue;
      }
      try {
        const found = await recognise(pictures, page);
        read.push(found.lines.length > 0 || found.tables.length > 0 ? found : page);
      } catch (error) {
        read.push(page);
        diagnostics.push(diagnose('page-not-recognised', { page: page.number, reason: reasonOf(error) }));
      }
      signOfLife();
    }
  } finally {
    await pictures.close();
  }
  return { pages: read, diagnostics };
}

/** Without text, or with text that stands for nothing. */
const isPicture = ({ lines, tables, askew, garbled }: PageContent): boolean =>
  garbled || (lines.length === 0 && tables.length === 0 && askew === '');

async function recognise(pictures: PagePictures, page: PageContent): Promise<PageContent> {
  const { recognisePage } = await import('../ocr/recognise-page.js');
  const { image, points } = await pictures.draw(page.number);
  return await recognisePage(image, points, page.number);
}
