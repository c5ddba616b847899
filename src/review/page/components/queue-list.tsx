/** The queue as a list of which only the rows on screen exist; arrow keys move in it, as in a list box. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../state/language.js';
import { figures, goTo, hasMore, loading, loadMore, position } from '../state/queue.js';
import { QueueRow } from './queue-row.js';
import { Waiting } from './states.js';

/** As the style sheet has it. */
const ROW = 76;
const OVERSCAN = 6;

export function QueueList({ picked }: { picked?: () => void }) {
  const list = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  const { value: rows } = figures;
  const current = position.value;

  useLayoutEffect(() => {
    const { current: box } = list;
    if (!box) return;
    const measure = (): void => setView({ top: box.scrollTop, height: box.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [rows.length > 0]);

  useLayoutEffect(() => {
    const { current: box } = list;
    if (!box || current < 0) return;
    const [top, bottom] = [current * ROW, (current + 1) * ROW];
    if (top < box.scrollTop + ROW) box.scrollTop = top - ROW;
    else if (bottom > box.scrollTop + box.clientHeight - ROW) box.scrollTop = bottom - box.clientHeight + ROW;
  }, [current, rows.length > 0]);

  if (loading.value && rows.length === 0) return <Waiting />;
  if (rows.length === 0) return <p class="quiet queue-empty">{t('emptyNone')}</p>;
  const first = Math.max(0, Math.floor(view.top / ROW) - OVERSCAN);
  const last = Math.min(rows.length, Math.ceil((view.top + view.height) / ROW) + OVERSCAN);
  const visible = Array.from({ length: last - first }, (_, i) => first + i);
  // The active option must exist, wherever the list is scrolled to.
  if (current >= 0 && (current < first || current >= last)) visible.push(current);

  const move = (to: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (row) goTo(row.figure_id, 'replace');
  };

  return (
    <div
      ref={list}
      class="queue"
      role="listbox"
      tabIndex={0}
      aria-label={t('queue')}
      aria-activedescendant={current >= 0 ? `row-${current}` : undefined}
      onScroll={({ currentTarget }) => {
        setView({ top: currentTarget.scrollTop, height: currentTarget.clientHeight });
        if (hasMore.value && last > rows.length - 2 * OVERSCAN) void loadMore();
      }}
      onKeyDown={(event) => {
        const to = targetOf(event.key, current, rows.length, Math.floor(view.height / ROW));
        if (to === null || event.ctrlKey || event.altKey || event.metaKey) return;
        event.preventDefault();
        event.stopPropagation();
        move(to);
      }}
    >
      <div class="queue-rows" role="presentation" style={{ height: `${rows.length * ROW}px` }}>
        {visible.map((i) => (
          <QueueRow
            key={rows[i]!.figure_id}
            figure={rows[i]!}
            index={i}
            top={i * ROW}
            size={hasMore.value ? -1 : rows.length}
            isCurrent={i === current}
            pick={() => {
              goTo(rows[i]!.figure_id);
              picked?.();
            }}
          />
        ))}
      </div>
    </div>
  );
}

function targetOf(key: string, at: number, length: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return at + 1;
    case 'ArrowUp':
      return at - 1;
    case 'PageDown':
      return at + page;
    case 'PageUp':
      return at - page;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return null;
  }
}
