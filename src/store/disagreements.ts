/** What people disagree about: the view `disagreements` as typed rows. */
import type { Changes, Decision } from './decision.js';
import type { Store } from './store.js';

/** What one person holds of a figure. */
export interface Opinion {
  readonly who: string;
  /** ISO time. */
  readonly at: string;
  readonly action: Exclude<Decision['action'], 'undo'>;
  readonly changes: Changes;
  readonly note: string | null;
}

/** Two people who hold different outcomes of one figure; the later one's stands, unless it was decided on again. */
export interface Disagreement {
  readonly figure_id: string;
  readonly earlier: Opinion;
  readonly later: Opinion;
}

type Side = 'a' | 'b';
type Row = { readonly figure_id: string } & Record<`${'who' | 'at' | 'action' | 'changes'}_${Side}`, string> &
  Record<`note_${Side}`, string | null>;

const opinion = (row: Row, side: Side): Opinion => ({
  who: row[`who_${side}`],
  at: row[`at_${side}`],
  action: row[`action_${side}`] as Opinion['action'],
  changes: JSON.parse(row[`changes_${side}`]) as Changes,
  note: row[`note_${side}`],
});

/** By figure, the earlier first; of one figure where it is given. */
export function findDisagreements(
  store: Store,
  { figureId }: { readonly figureId?: string } = {},
): Disagreement[] {
  const of = figureId === undefined ? '' : 'WHERE figure_id = :figureId';
  return store
    .all<Row>(
      `SELECT * FROM disagreements ${of} ORDER BY figure_id, at_a, at_b`,
      figureId === undefined ? {} : { figureId },
    )
    .map((row) => ({ figure_id: row.figure_id, earlier: opinion(row, 'a'), later: opinion(row, 'b') }));
}
