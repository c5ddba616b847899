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

/** @param pictures the numbers of those; where there are none, nothing is loaded */
export async function recognisePages(
  bytes: Uint8Array,
  pages: readonly PageContent[],
  pictures: ReadonlySet<number>,
): Promise<RecognisedPages> {
  if (pictures.size === 0) return { pages, diagnostics: [] };
  const { openPagePictures } = await import('./page-pictures.js');
  const drawn = await openPagePictures(bytes);
  const read: PageContent[] = [];
  const diagnostics: Diagnostic[] = [];
  try {
    for (const page of pages) {
      if (!pictures.has(page.number)) {
        read.push(page);
        continue;
      }
      try {
        read.push(await recognise(drawn, page));
      } catch (error) {
        read.push(page);
        diagnostics.push(diagnose('page-not-recognised', { page: page.number, reason: reasonOf(error) }));
      }
      signOfLife();
    }
  } finally {
    await drawn.close();
  }
  return { pages: read, diagnostics };
}

async function recognise(pictures: PagePictures, page: PageContent): Promise<PageContent> {
  const { recognisePage } = await import('../ocr/recognise-page.js');
  const { image, points } = await pictures.draw(page.number);
  const recognised = await recognisePage(image, points, page.number);
  return recognised.lines.length + recognised.tables.length > 0 ? recognised : page;
}
