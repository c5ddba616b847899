/** Beside the comparison: what stands behind a cell, a point or a conflict, down to the sentences. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { CompareAnswer } from '../../compare-api.js';
import { queryParameters, type CompareRoute, type Open, type OpenCell } from '../logic/compare-route.js';
import { api } from '../state/api-client.js';
import { useAnswer } from '../state/answers.js';
import { closeOpen } from '../state/compare.js';
import { t } from '../state/language.js';
import { layout } from '../state/layout.js';
import { CellDetail } from './cell-detail.js';
import { QuotedList } from './quoted-list.js';
import { Failure, Waiting } from './states.js';

interface Props {
  readonly route: CompareRoute;
  readonly answer: CompareAnswer;
}

export function OpenPanel({ route, open, answer }: Props & { readonly open: Open }) {
  if ('cell' in open) return <CellPanel route={route} cell={open.cell} answer={answer} />;
  return <FiguresPanel route={route} ids={open.figures} />;
}

/** It takes the focus as it opens, and gives it back as it closes. */
function Panel({
  route,
  title,
  children,
}: {
  route: CompareRoute;
  title: string;
  children: ComponentChildren;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [JSON.stringify(route.open)]);
  const isNarrow = layout.value === 'narrow';
  return (
    <aside class="compare-panel" aria-label={title}>
      <header class="compare-panel-head">
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button
          type="button"
          class={isNarrow ? 'button small' : 'icon'}
          aria-label={t(isNarrow ? 'backToTable' : 'closeCell')}
          onClick={() => closeOpen(route)}
        >
          {isNarrow ? `← ${t('backToTable')}` : '×'}
        </button>
      </header>
      <div class="compare-panel-body">{children}</div>
    </aside>
  );
}

function CellPanel({ route, cell, answer }: Props & { readonly cell: OpenCell }) {
  const {
    answer: loaded,
    isLate,
    retry,
  } = useAnswer(
    `${queryParameters(route.query).toString()} ${cell.at} ${cell.series}`,
    async (signal) => await api.cell(route.query, cell, signal),
  );
  const name = answer.rows.find(({ code }) => code === cell.at)?.name ?? cell.at;
  return (
    <Panel route={route} title={name}>
      {loaded.state === 'failed' && <Failure error={loaded.error} retry={retry} />}
      {(loaded.state === 'loading' || (isLate && loaded.state === 'ready')) && <Waiting />}
      {loaded.state === 'ready' && !isLate && (
        <CellDetail detail={loaded.value} route={route} answer={answer} index={cell.series} />
      )}
    </Panel>
  );
}

function FiguresPanel({ route, ids }: { route: CompareRoute; ids: readonly string[] }) {
  const { answer, isLate, retry } = useAnswer(ids.join(), async (signal) => await api.quoted(ids, signal));
  return (
    <Panel route={route} title={t('figuresNamed')}>
      {answer.state === 'failed' && <Failure error={answer.error} retry={retry} />}
      {(answer.state === 'loading' || isLate) && <Waiting />}
      {answer.state === 'ready' && !isLate && <QuotedList figures={answer.value} against={[]} />}
    </Panel>
  );
}
