/** HTML pages in; out PDFs of them, printed by Chromium as a person prints a page. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium, launchChromium } from '../chromium.mjs';

export const hasChromium = () => findChromium() !== undefined;

/**
 * @param {Map<string, string>} pages HTML by name
 * @param {boolean} furniture whether day, title, address and page number are printed around each page, as the browser's menu does
 * @returns {Promise<Map<string, string>>} paths of the PDFs by name
 */
export async function printPages(pages, folder, { furniture }) {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const made = new Map();
    for (const [name, html] of pages) {
      const path = join(folder, `${name}.pdf`);
      await page.setContent(html, { waitUntil: 'load' });
      const margin = { top: '2cm', bottom: '2cm', left: '2cm', right: '2cm' };
      writeFileSync(path, await page.pdf({ format: 'A4', margin, displayHeaderFooter: furniture }));
      made.set(name, path);
    }
    return made;
  } finally {
    await browser.close();
  }
}
