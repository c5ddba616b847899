/** Takes the bytes of a page saved in one file; gives its document, or why it cannot be read. */
import { diagnose } from '../../diagnostics.js';
import { refused, type ReadLimits, type ReadResult } from '../reader.js';
import { documentId } from '../source-document.js';
import { pagesOfMime } from './mime.js';
import { decodePage } from './page-encoding.js';
import { readPages, tooLarge } from './read-html.js';

// takes the frame that Excel puts around its sheets, each of which is a page of its own
const FRAMES = /<frameset[\s>]/i;
/** Excel's own page of sheet names. */
const TABS =
  /<meta[^>]+name=["']?Excel Workbook FrameSet|class=["']?tabstrip|document\.write\("[^"]*tabstrip/i;

export function readMht(bytes: Uint8Array, limits: ReadLimits): ReadResult {
  if (bytes.length > limits.unpackedBytes) return refused(tooLarge(limits));
  const id = documentId(bytes);
  const pages = pagesOfMime(bytes).map((page) => decodePage(page.bytes, page.charset));
  const [shown, ...others] = pages;
  if (shown === undefined)
    return refused(diagnose('document-damaged', { format: 'mht', reason: 'it holds no page' }));
  if (!FRAMES.test(shown.text)) return readPages(id, 'mht', [shown]);
  return readPages(id, 'mht', [
    shown,
    ...others.filter(({ text }) => !FRAMES.test(text) && !TABS.test(text)),
  ]);
}
