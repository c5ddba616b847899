/** Builds the review page: `src/review/page` in, static files that the review server sends out. */
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src/review/page',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../../dist/review/page',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Everything as a file of its own: the page's security policy allows no inline content.
    assetsInlineLimit: 0,
    // ECharts, of what is drawn only; loaded with the first picture.
    chunkSizeWarningLimit: 600,
  },
});
