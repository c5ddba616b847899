/** The page of a PDF on which a figure is printed, drawn here, with the number in a box; and the pages around it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FigurePage } from '../../api.js';
import { api } from '../state/api-client.js';
import type { Loaded } from '../state/details.js';
import { t } from '../state/language.js';
import { drawPage, zoom, ZOOMS, type DrawnPage } from '../state/printed-pages.js';

export function PrintedPage({ document, figure }: { document: string; figure: string }) {
  const [page, setPage] = useState<Loaded<FigurePage>>({ state: 'loading' });
  const [number, setNumber] = useState(1);
  const [drawn, setDrawn] = useState<DrawnPage | null>(null);
  useEffect(() => {
    let isWanted = true;
    api.page(figure).then(
      (value) => {
        if (!isWanted) return;
        setPage({ state: 'ready', value });
        setNumber(value.page);
      },
      (error: unknown) => isWanted && setPage({ state: 'failed', error }),
    );
    return () => {
      isWanted = false;
    };
  }, [figure]);
  return (
    <>
      {drawn && <PageTools number={number} pages={drawn.pages} turn={setNumber} />}
      <div class="source printed" role="group" aria-label={t('source')} tabIndex={0}>
        {page.state === 'loading' && <p class="quiet">{t('pageDrawing')}</p>}
        {page.state === 'failed' && <p class="quiet">{t('pageGone')}</p>}
        {page.state === 'ready' && (
          <Sheet key={number} document={document} number={number} page={page.value} done={setDrawn} />
        )}
      </div>
    </>
  );
}

interface PageToolsProps {
  readonly number: number;
  readonly pages: number;
  readonly turn: (to: number) => void;
}

function PageTools({ number, pages, turn }: PageToolsProps) {
  const at = ZOOMS.indexOf(zoom.value);
  return (
    <div class="printed-tools" role="toolbar" aria-label={t('pageTools')}>
      <Tool sign="−" name={t('zoomOut')} isOff={at === 0} press={() => (zoom.value = ZOOMS[at - 1]!)} />
      <span class="numbers" role="status">
        {100 * zoom.value} %
      </span>
      <Tool
        sign="+"
        name={t('zoomIn')}
        isOff={at === ZOOMS.length - 1}
        press={() => (zoom.value = ZOOMS[at + 1]!)}
      />
      <Tool sign="‹" name={t('pagePrevious')} isOff={number <= 1} press={() => turn(number - 1)} />
      <span class="numbers" role="status">
        {t('pageOf', { n: number, total: pages })}
      </span>
      <Tool sign="›" name={t('pageNext')} isOff={number >= pages} press={() => turn(number + 1)} />
    </div>
  );
}

interface ToolProps {
  readonly sign: string;
  readonly name: string;
  readonly isOff: boolean;
  readonly press: () => void;
}

/** Not `disabled`: a button that is would swallow the review's keys while it has the focus. */
function Tool({ sign, name, isOff, press }: ToolProps) {
  return (
    <button
      type="button"
      class="button small"
      aria-label={name}
      title={name}
      aria-disabled={isOff}
      onClick={() => {
        if (!isOff) press();
      }}
    >
      {sign}
    </button>
  );
}

interface SheetProps {
  readonly document: string;
  readonly number: number;
  /** Where the figure is; another page may be shown. */
  readonly page: FigurePage;
  readonly done: (drawn: DrawnPage) => void;
}

function Sheet({ document, number, page, done }: SheetProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'drawing' | 'drawn' | 'failed'>('drawing');
  const [size, setSize] = useState<Pick<DrawnPage, 'width' | 'height'>>(page);
  const { value: scale } = zoom;
  useEffect(() => {
    const { current: sheet } = canvas;
    if (!sheet) return;
    setState('drawing');
    const stop = new AbortController();
    drawPage(api.fileOf(document), number, sheet, stop.signal).then(
      (drawn) => {
        if (stop.signal.aborted) return;
        setState('drawn');
        setSize(drawn);
        done(drawn);
      },
      () => stop.signal.aborted || setState('failed'),
    );
    return () => stop.abort();
  }, [document, number, scale]);
  useEffect(() => {
    if (box.current) box.current.scrollIntoView({ block: 'center', inline: 'center' });
    else canvas.current?.closest('.source')?.scrollTo(0, 0);
  }, [page, scale]);
  if (state === 'failed') return <p class="quiet">{t('pageGone')}</p>;
  const share = (part: number, whole: number): string => `${(100 * part) / whole}%`;
  const isThere = number === page.page;
  return (
    <figure
      class="sheet"
      data-state={state}
      style={{
        width: `min(${100 * scale}%, ${900 * scale}px)`,
        aspectRatio: `${size.width} / ${size.height}`,
      }}
      aria-label={t(isThere ? 'printedPage' : 'otherPage', { page: number })}
    >
      <canvas ref={canvas} class="sheet-canvas" />
      {isThere &&
        page.boxes.map(({ left, right, top, bottom }, i) => (
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
