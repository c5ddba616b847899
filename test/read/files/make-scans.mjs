// Makes report.tif and head.png beside it from report.pdf: `node test/read/files/make-scans.mjs`.
// A scan of both pages as a fax machine sends it (CCITT, 200 dpi, black and white), and the head of the first in grey.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { pictures } from '../../../bench/scans/scan.mjs';

const here = import.meta.dirname;
const pages = await pictures(readFileSync(join(here, 'report.pdf')), 200);
const fax = await Promise.all(
  pages.map((page) =>
    sharp(page).flatten({ background: 'white' }).greyscale().threshold(150).png().toBuffer(),
  ),
);
await sharp(fax, { join: { animated: true } })
  .toColourspace('b-w')
  .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 200 / 25.4, yres: 200 / 25.4 })
  .toFile(join(here, 'report.tif'));
const { width } = await sharp(pages[0]).metadata();
await sharp(pages[0])
  .flatten({ background: 'white' })
  .extract({ left: 0, top: 130, width, height: 385 })
  .greyscale()
  .png({ colours: 16 })
  .toFile(join(here, 'head.png'));
