/** A picture on a canvas: drawn anew as its size, its numbers or the page's colours change; a click tells where. */
import type { EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import { lookNow, type Look } from '../charts/look.js';
import type { ChartOption } from '../charts/option.js';
import { t } from '../state/language.js';
import { isDark } from '../state/theme.js';

export interface Clicked {
  /** On the axes, as they count; null beside them. */
  readonly at: readonly [x: number, y: number] | null;
  /** The series and the point in it, where the click was on one. */
  readonly item: readonly [series: number, index: number] | null;
}

interface Props {
  /** What a person hears who does not see it. */
  readonly label: string;
  readonly height: number;
  readonly minWidth?: number;
  readonly option: (look: Look) => ChartOption;
  /** Another one where `option` gives something else. */
  readonly version: unknown;
  readonly pick: (clicked: Clicked) => void;
}

export function Chart({ label, height, minWidth = 0, option, version, pick }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType | null>(null);
  const [error, setError] = useState(false);
  const onPick = useRef(pick);
  onPick.current = pick;
  useEffect(() => {
    let made: EChartsType | null = null;
    let isGone = false;
    const resized = new ResizeObserver(() => made?.resize());
    import('../charts/echarts.js').then(
      ({ init }) => {
        if (isGone || !box.current) return;
        made = init(box.current);
        listen(made, (clicked) => onPick.current(clicked));
        resized.observe(box.current);
        setChart(made);
      },
      () => setError(true),
    );
    return () => {
      isGone = true;
      resized.disconnect();
      made?.dispose();
    };
  }, []);
  const { value: dark } = isDark;
  useEffect(() => {
    if (!chart || !box.current) return;
    chart.setOption(option(lookNow()), { notMerge: true });
    box.current.dataset.drawn = 'true';
  }, [chart, dark, version]);
  return (
    <div class="chart-scroll" role="img" tabIndex={0} aria-label={label}>
      <div class="chart" ref={box} style={{ height: `${height}px`, minWidth: `${minWidth}px` }} />
      {chart === null && <p class="quiet chart-wait">{t(error ? 'drawingFailed' : 'drawing')}</p>}
    </div>
  );
}

/** A click anywhere on a row counts, and not only one on its bar. */
function listen(chart: EChartsType, tell: (clicked: Clicked) => void): void {
  let item: Clicked['item'] = null;
  chart.on('mousedown', ({ seriesIndex, dataIndex }) => {
    if (seriesIndex !== undefined) item = [seriesIndex, dataIndex];
  });
  const surface = chart.getZr();
  surface.on('mousemove', ({ offsetX, offsetY }) => {
    if (chart.containPixel('grid', [offsetX, offsetY])) surface.setCursorStyle('pointer');
  });
  surface.on('click', ({ offsetX, offsetY }) => {
    const point = [offsetX, offsetY];
    const at = chart.containPixel({ gridIndex: 0 }, point)
      ? (chart.convertFromPixel({ gridIndex: 0 }, point) as [number, number])
      : null;
    tell({ at, item });
    item = null;
  });
}
