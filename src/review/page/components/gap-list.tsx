/** The regions that have no number in a series, by the reason; each leads to why. */
import type { ComparedRow } from '../../compare-api.js';
import type { CompareRoute } from '../logic/compare-route.js';
import { formatRoute } from '../logic/route.js';
import { openerId } from '../state/compare.js';
import { t } from '../state/language.js';
import { wordFor } from '../state/session.js';

/** So many are named of each reason. */
const NAMED = 60;

interface Props {
  readonly route: CompareRoute;
  readonly rows: readonly ComparedRow[];
  readonly index: number;
}

export function GapList({ route, rows, index }: Props) {
  const byReason = new Map<string, ComparedRow[]>();
  for (const row of rows) {
    const cell = row.cells[index];
    if (cell && 'gap' in cell) byReason.set(cell.gap, [...(byReason.get(cell.gap) ?? []), row]);
  }
  if (byReason.size === 0) return null;
  return (
    <section class="gap-list">
      <h3>{t('withoutNumber')}</h3>
      <dl>
        {Array.from(byReason, ([reason, group]) => (
          <div key={reason}>
            <dt>
              {wordFor(`gap-${reason}`)} <span class="count">{group.length}</span>
            </dt>
            <dd>
              {group.slice(0, NAMED).map(({ code, name }) => {
                const open = { cell: { at: code, series: index } };
                return (
                  <a key={code} id={openerId(open)} href={formatRoute({ ...route, open })}>
                    {name}
                  </a>
                );
              })}
              {group.length > NAMED && '…'}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
