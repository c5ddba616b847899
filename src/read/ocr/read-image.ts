/** Takes the bytes of a picture file; gives the document that was recognised on its pages, or why there is none. */
import { diagnose } from '../../diagnostics.js';
import type { PageContent } from '../page/page-content.js';
import { reasonOf, refused, type ReadLimits, type ReadResult } from '../reader.js';
import { signOfLife } from '../sign-of-life.js';
import { documentId } from '../source-document.js';
import { decodeImage, type Picture } from './decode-image.js';
import { documentOfPages } from './document-of-pages.js';
import type { GreyImage } from './grey-image.js';
import { recognisePage } from './recognise-page.js';
import { remarksOnRecognition } from './recognised.js';

/** Pictures are laid out as if they were as wide as a sheet of A4, upright or across; in points. */
const [UPRIGHT, ACROSS] = [595, 842];

const pointsPerPixel = ({ width, height }: GreyImage): number => (height > width ? UPRIGHT : ACROSS) / width;

export async function readImage(bytes: Uint8Array, limits: ReadLimits): Promise<ReadResult> {
  const id = documentId(bytes);
  try {
    const picture = await decodeImage(bytes);
    if (picture.pageCount > limits.pages)
      return refused(diagnose('document-too-large', { reason: `it has ${picture.pageCount} pages` }));
    const pages = limits.ocr ? await readPages(picture) : [];
    const unread = limits.ocr ? [] : [diagnose('pages-left-unread', { pages: picture.pageCount })];
    const document = documentOfPages({ id, format: 'image' }, pages);
    const empty =
      document.blocks.length === 0 ? [diagnose('document-without-text', { format: 'image' })] : [];
    return { document, diagnostics: [...empty, ...unread, ...remarksOnRecognition(pages)] };
  } catch (error) {
    return refused(diagnose('document-damaged', { format: 'image', reason: reasonOf(error) }));
  }
}

async function readPages(picture: Picture): Promise<PageContent[]> {
  const pages: PageContent[] = [];
  for (let number = 1; number <= picture.pageCount; number += 1) {
    const image = await picture.page(number);
    pages.push(await recognisePage(image, pointsPerPixel(image), number));
    signOfLife();
  }
  return pages;
}
