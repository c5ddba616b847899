/** One line of a source text: plain words, highlights, other figures as links, and numbers that are none as buttons. */
import type { Mark } from '../../api.js';
import type { HighlightKind, Paragraph, Piece, Stretch } from '../logic/segments.js';
import { formatRoute } from '../logic/route.js';
import { t } from '../state/language.js';
import { indicatorName, nameOf } from '../state/session.js';
import { showFigure } from '../state/navigation.js';
import { KIND_WORDS } from './legend.js';

export function TextLine({ line, current }: { line: Paragraph; current: string | null }) {
  return (
    <p data-line={line.start}>
      {line.stretches.map((stretch) => (
        <MarkedStretch key={stretch.start} stretch={stretch} current={current} />
      ))}
    </p>
  );
}

function MarkedStretch({ stretch: { mark, pieces }, current }: { stretch: Stretch; current: string | null }) {
  const words = pieces.map((piece, i) => <Words key={i} piece={piece} />);
  if (!mark || (mark.figure_id !== null && mark.figure_id === current)) return <>{words}</>;
  const exact = pieces.map(({ text }) => text).join('');
  const state = stateOf(mark);
  const { figure_id } = mark;
  const shared = {
    class: `mark mark-${mark.state}`,
    'data-mark': mark.state,
    'data-start': mark.start,
    'data-end': mark.end,
  };
  if (figure_id === null)
    return (
      <span
        {...shared}
        role="button"
        tabIndex={-1}
        title={`${state} · ${t('addHint')}`}
        aria-label={`${exact}, ${state}`}
      >
        {words}
      </span>
    );
  const name = t('markFigure', { exact, what: indicatorName(mark.what), state });
  return (
    <a
      {...shared}
      href={formatRoute({ page: 'queue', filter: { status: 'all' }, figure: figure_id })}
      tabIndex={-1}
      draggable={false}
      title={`${indicatorName(mark.what)} · ${state}`}
      aria-label={name}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        showFigure(figure_id);
      }}
    >
      {words}
    </a>
  );
}

function Words({ piece: { text, kinds } }: { piece: Piece }) {
  if (kinds.length === 0) return <>{text}</>;
  const named = kinds.find((kind) => kind !== 'sentence');
  return (
    <span
      class={`hl ${kinds.map((kind) => `hl-${kind}`).join(' ')}`}
      title={named && t(KIND_WORDS[named])}
      data-current={kinds.includes('number' satisfies HighlightKind) ? '' : undefined}
    >
      {text}
    </span>
  );
}

function stateOf(mark: Mark): string {
  switch (mark.state) {
    case 'figure':
      return t('stateFigure');
    case 'review':
      return t('stateReview');
    case 'accepted':
      return t('stateAccepted');
    case 'rejected':
      return t('stateRejected');
    case 'redacted':
      return t('stateRedacted');
    case 'set-aside':
      return t('stateSetAside', { what: nameOf(mark.what) });
    case 'unmatched':
      return t('stateUnmatched');
  }
}
