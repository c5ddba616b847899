/** One cell of a comparison: amount, bounds, rank and marks, or why there is none; a link to what stands behind it. */
import type { ComparedCell, FilledCell } from '../../compare-api.js';
import type { CompareRoute, OpenCell } from '../logic/compare-route.js';
import { formatAmount, formatRank } from '../logic/format-cell.js';
import { formatRoute } from '../logic/route.js';
import { openerId } from '../state/compare.js';
import { language, t } from '../state/language.js';
import { wordFor } from '../state/session.js';

interface Props {
  readonly cell: ComparedCell;
  readonly route: CompareRoute;
  readonly place: OpenCell;
  readonly title: string;
  /** The one that Tab leads to; arrow keys lead on from it. */
  readonly isFirst: boolean;
}

export function CompareCell({ cell, route, place, title, isFirst }: Props) {
  const { open } = route;
  const isOpen =
    open !== null && 'cell' in open && open.cell.at === place.at && open.cell.series === place.series;
  const target = { cell: place };
  return (
    <a
      id={openerId(target)}
      class={'gap' in cell ? 'cell cell-gap' : 'cell'}
      href={formatRoute({ ...route, open: target })}
      title={title}
      tabIndex={isFirst || isOpen ? 0 : -1}
      aria-current={isOpen ? 'true' : undefined}
    >
      {'gap' in cell ? wordFor(`gap-${cell.gap}`) : <Amounts cell={cell} />}
    </a>
  );
}

function Amounts({ cell }: { cell: FilledCell }) {
  const { number, bounds } = formatAmount(cell, language.value);
  return (
    <>
      <small class="rank" title={t('rank')}>
        <span class="visually-hidden">{t('rank')} </span>
        {formatRank(cell.rank)}
      </small>
      <span class="amount">
        {cell.sum && <abbr title={t('sumMark')}>Σ</abbr>} {number}
        {cell.contradicted && (
          <abbr class="against" title={t('contradicted')}>
            {' !'}
          </abbr>
        )}
        {bounds !== null && <small class="bounds">{bounds}</small>}
      </span>
    </>
  );
}
