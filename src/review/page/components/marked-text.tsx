/** A text with its highlights and marks, scrolled to what it is about; the text is always a text node. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../state/language.js';
import { addPlace } from '../state/selection.js';
import { centreIn, focusable, moveFocus } from '../state/mark-focus.js';
import type { Side } from '../state/document-parts.js';
import { MoreButton } from './more-button.js';
import { TextPart, type SourcePart } from './text-part.js';

interface Props {
  readonly document: string;
  /** Side by side, in order. */
  readonly parts: readonly SourcePart[];
  readonly cut: { readonly start: boolean; readonly end: boolean };
  /** The figure that it is shown for. */
  readonly current: string | null;
  /** What stands in the middle of the screen at first; counts from the start of the document. */
  readonly centre: number | null;
  /** Shows what is cut off, where it can be shown here. */
  readonly loadMore?: (side: Side) => void;
}

export function MarkedText({ document, parts, cut, current, centre, loadMore }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (box.current) centreIn(box.current, centre);
  }, [centre]);
  useLayoutEffect(() => {
    if (box.current) focusable(box.current, null);
  });
  const more = (side: Side): void => {
    // what is read stays where it is when text comes above it, but not at the very top
    if (side === 'start' && box.current?.scrollTop === 0) box.current.scrollTop = 1;
    loadMore?.(side);
  };
  const end = (side: Side) =>
    cut[side] && (
      <p class="cut">
        {t(side === 'start' ? 'cutStart' : 'cutEnd')}{' '}
        {loadMore && (
          <MoreButton
            label={t('loadMore')}
            more={() => more(side)}
            within=".source"
            shown={(side === 'start' ? parts[0] : parts.at(-1))?.offset ?? 0}
          />
        )}
      </p>
    );
  return (
    <div
      ref={box}
      class="source"
      lang="zh-CN"
      role="group"
      aria-label={t('source')}
      tabIndex={0}
      data-document={document}
      onFocusIn={({ currentTarget, target }) => {
        if (target instanceof HTMLElement && target.dataset.mark) focusable(currentTarget, target);
      }}
      onKeyDown={(event) => moveFocus(event.currentTarget, event)}
      onClick={({ target }) => {
        const mark = target instanceof Element ? target.closest<HTMLElement>('[role="button"]') : null;
        const isSelecting = getSelection()?.isCollapsed === false;
        if (mark && !isSelecting)
          addPlace(document, { start: Number(mark.dataset.start), end: Number(mark.dataset.end) });
      }}
    >
      <div class="source-text">
        {end('start')}
        {parts.map((part) => (
          <TextPart key={part.offset} {...part} current={current} />
        ))}
        {end('end')}
      </div>
    </div>
  );
}
