/** Takes the readers; says of each format whether it can be read here, through which packages, and what is missing where it cannot. */
import { createRequire } from 'node:module';
import { ocrProblem } from '../read/ocr/self-test.js';
import { pdfSelfTest } from '../read/pdf.js';
import { READERS, type Reader } from '../read/registry.js';

export interface FormatFinding {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** What a format is read through; formats that are not here need nothing that is installed. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  docx: ['mammoth', 'saxes'],
  doc: ['word-extractor'],
  xlsx: ['saxes'],
  ods: ['saxes'],
  odt: ['saxes'],
  ofd: ['saxes'],
  html: ['htmlparser2', 'linkedom', '@mozilla/readability'],
  mht: ['htmlparser2', 'linkedom', '@mozilla/readability'],
  eml: ['postal-mime'],
  csv: ['csv-parse'],
  pdf: ['pdf-parse', 'pdfjs-dist', '@napi-rs/canvas'],
  image: ['sharp', 'tesseract.js-core', '@tesseract.js-data/chi_sim'],
};

/** What a reader needs besides its packages: null where it is there, else what is amiss. */
const SELF_TESTS: Readonly<Record<string, () => Promise<string | null>>> = {
  pdf: async () =>
    (await pdfSelfTest().catch(() => false))
      ? null
      : 'the character maps of pdfjs-dist are missing: PDFs may give no text',
  image: ocrProblem,
};

/** One finding a format, in the order in which files are tried. */
export const checkFormats = (readers: readonly Reader[] = READERS): Promise<FormatFinding[]> =>
  Promise.all(readers.map(checkFormat));

async function checkFormat({ format, extensions }: Reader): Promise<FormatFinding> {
  const packages = (PACKAGES[format] ?? []).map((name) => ({ name, version: versionOf(name) }));
  const missing = packages.filter(({ version }) => version === null).map(({ name }) => name);
  const amiss =
    missing.length > 0 ? `${missing.join(', ')} is missing` : ((await SELF_TESTS[format]?.()) ?? null);
  const through = packages.map(({ name, version }) => `${name} ${version ?? ''}`.trim());
  const names = extensions.map((extension) => `.${extension}`).join(' ');
  return {
    check: `reads ${format}`,
    ok: amiss === null,
    detail:
      amiss === null
        ? [names, ...(through.length > 0 ? [`through ${through.join(', ')}`] : [])].join('  ')
        : `${names} cannot be read: ${amiss}; install the packages again`,
  };
}

const require = createRequire(import.meta.url);

/** Null where a package is not installed; '' where it does not tell. */
function versionOf(name: string): string | null {
  try {
    return (require(`${name}/package.json`) as { version: string }).version;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_PACKAGE_PATH_NOT_EXPORTED' ? '' : null;
  }
}
