/** The page of a PDF on which a figure is printed, drawn here, with the number in a box. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FigurePage } from '../../api.js';
import { api } from '../state/api-client.js';
import type { Loaded } from '../state/details.js';
import { t } from '../state/language.js';
import { drawPage } from '../state/printed-pages.js';

export function PrintedPage({ document, figure }: { document: string; figure: string }) {
  const [page, setPage] = useState<Loaded<FigurePage>>({ state: 'loading' });
  useEffect(() => {
    let isWanted = true;
    api.page(figure).then(
      (value) => isWanted && setPage({ state: 'ready', value }),
      (error: unknown) => isWanted && setPage({ state: 'failed', error }),
    );
    return () => {
      isWanted = false;
    };
  }, [figure]);
  return (
    <div class="source printed" role="group" aria-label={t('source')} tabIndex={0}>
      {page.state === 'loading' && <p class="quiet">{t('pageDrawing')}</p>}
      {page.state === 'failed' && <p class="quiet">{t('pageGone')}</p>}
      {page.state === 'ready' && <Sheet document={document} page={page.value} />}
    </div>
  );
}

function Sheet({ document, page }: { document: string; page: FigurePage }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'drawing' | 'drawn' | 'failed'>('drawing');
  useEffect(() => {
    const { current: sheet } = canvas;
    if (!sheet) return;
    const stop = new AbortController();
    drawPage(api.fileOf(document), page.page, sheet, stop.signal).then(
      () => setState('drawn'),
      () => stop.signal.aborted || setState('failed'),
    );
    return () => stop.abort();
  }, [document, page.page]);
  useEffect(() => box.current?.scrollIntoView({ block: 'center', inline: 'nearest' }), [page]);
  if (state === 'failed') return <p class="quiet">{t('pageGone')}</p>;
  const share = (part: number, whole: number): string => `${(100 * part) / whole}%`;
  return (
    <figure
      class="sheet"
      data-state={state}
      style={{ aspectRatio: `${page.width} / ${page.height}` }}
      aria-label={t('printedPage', { page: page.page })}
    >
      <canvas ref={canvas} class="sheet-canvas" />
      {page.boxes.map(({ left, right, top, bottom }, i) => (
        <div
          key={i}
          ref={i === 0 ? box : null}
          class="sheet-box"
          style={{
            left: share(left, page.width),
            top: share(top, page.height),
            width: share(right - left, page.width),
            height: share(bottom - top, page.height),
          }}
        />
      ))}
    </figure>
  );
}
