/** One figure in the queue: value, indicator, region, its words, and what was decided. */
import type { ListedFigure } from '../../api.js';
import { formatShare } from '../logic/numbers.js';
import { formatValue } from '../logic/format-figure.js';
import { DECIDED } from '../state/decide.js';
import { language, t } from '../state/language.js';
import { indicatorName } from '../state/session.js';

interface Props {
  readonly figure: ListedFigure;
  readonly index: number;
  readonly top: number;
  /** −1 where more are still to come. */
  readonly size: number;
  readonly isCurrent: boolean;
  readonly pick: () => void;
}

export function QueueRow({ figure, index, top, size, isCurrent, pick }: Props) {
  return (
    <div
      id={`row-${index}`}
      role="option"
      class={`row ${figure.decision ? `row-${figure.decision}` : ''}`}
      aria-selected={isCurrent}
      aria-posinset={index + 1}
      aria-setsize={size}
      style={{ transform: `translateY(${top}px)` }}
      onClick={pick}
    >
      <FigureLines figure={figure} />
    </div>
  );
}

/** The same three lines wherever figures are listed. */
export function FigureLines({ figure }: { figure: ListedFigure }) {
  return (
    <>
      <span class="line line-value">
        <strong>{formatValue(figure, language.value)}</strong>{' '}
        <span>{figure.redacted ? '' : figure.unit}</span>
        {figure.decision ? (
          <span class={`badge badge-${figure.decision}`}>{t(DECIDED[figure.decision])}</span>
        ) : (
          <span class="share">{formatShare(figure.confidence)}</span>
        )}
      </span>
      <span class="line line-about">
        {indicatorName(figure.indicator)}
        {figure.item ? `（${figure.item}）` : ''} · {figure.region_name ?? t('regionNone')}
      </span>
      <span class="line line-context" lang="zh-CN">
        {/* The words right before the number count most, so what is cut off is their start. */}
        <span class="before">
          <bdi>{figure.before.slice(-14)}</bdi>
        </span>
        <b>{figure.exact}</b>
        <span class="after">{figure.after}</span>
      </span>
    </>
  );
}
