/** A text with its highlights and marks, scrolled to what it is about; the text is always a text node. */
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Mark } from '../../api.js';
import { segmentText, type Highlighted } from '../logic/segments.js';
import { t } from '../state/language.js';
import { addPlace } from '../state/selection.js';
import { centreIn, focusable, moveFocus } from '../state/mark-focus.js';
import { TextLine } from './text-line.js';

interface Props {
  readonly document: string;
  /** Where the text begins in the document. */
  readonly offset: number;
  readonly text: string;
  readonly cut: { readonly start: boolean; readonly end: boolean };
  readonly highlights: readonly Highlighted[];
  readonly marks: readonly Mark[];
  /** The figure that it is shown for. */
  readonly current: string | null;
  /** What stands in the middle of the screen at first. */
  readonly centre: number | null;
}

export function MarkedText({ document, offset, text, cut, highlights, marks, current, centre }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => segmentText(text, highlights, marks), [text, highlights, marks]);
  useLayoutEffect(() => {
    if (box.current) centreIn(box.current, centre);
  }, [centre]);
  useLayoutEffect(() => {
    if (box.current) focusable(box.current, null);
  });
  return (
    <div
      ref={box}
      class="source"
      lang="zh-CN"
      role="group"
      aria-label={t('source')}
      tabIndex={0}
      data-document={document}
      data-offset={offset}
      onFocusIn={({ currentTarget, target }) => {
        if (target instanceof HTMLElement && target.dataset.mark) focusable(currentTarget, target);
      }}
      onKeyDown={(event) => moveFocus(event.currentTarget, event)}
      onClick={({ target }) => {
        const mark = target instanceof Element ? target.closest<HTMLElement>('[role="button"]') : null;
        const isSelecting = getSelection()?.isCollapsed === false;
        if (mark && !isSelecting)
          addPlace(document, offset, {
            start: Number(mark.dataset.start),
            end: Number(mark.dataset.end),
          });
      }}
    >
      <div class="source-text">
        {cut.start && <p class="cut">{t('cutStart')}</p>}
        {lines.map((line) => (
          <TextLine key={line.start} line={line} current={current} />
        ))}
        {cut.end && <p class="cut">{t('cutEnd')}</p>}
      </div>
    </div>
  );
}
