/** What can be done with the figure on screen; each button says its key. */
import { KEYS, type Action } from '../logic/keys.js';
import { perform } from '../state/actions.js';
import { shown } from '../state/details.js';
import { t } from '../state/language.js';

export function ActionBar() {
  const { value } = shown;
  const detail = value.state === 'ready' ? value.value : null;
  const others = detail?.alike.filter((id) => id !== detail.found.figure_id).length ?? 0;
  return (
    <div class="actions" role="toolbar" aria-label={t('actions')}>
      <div class="actions-main">
        <ActionButton action="accept" look="primary" disabled={!detail} />
        <ActionButton action="correct" disabled={!detail} />
        <ActionButton action="reject" disabled={!detail} />
      </div>
      <div class="actions-more">
        <ActionButton action="previous" look="quiet" />
        <ActionButton action="next" look="quiet" />
        <ActionButton action="undo" look="quiet" />
        <ActionButton action="alike" look="quiet" disabled={others < 1} count={others} />
      </div>
    </div>
  );
}

interface Props {
  readonly action: Action;
  readonly look?: 'primary' | 'quiet';
  readonly disabled?: boolean;
  readonly count?: number;
}

const WORDS = {
  accept: 'accept', correct: 'correct', reject: 'reject', next: 'next', previous: 'previous', undo: 'undo',
  alike: 'alike', add: 'add', printed: 'showPage', derivation: 'derivation', search: 'search', compare: 'navCompare',
  help: 'help',
} as const; // prettier-ignore

function ActionButton({ action, look, disabled = false, count = 0 }: Props) {
  return (
    <button
      type="button"
      class={`button action ${look ?? ''}`}
      disabled={disabled}
      aria-keyshortcuts={KEYS[action].keys.join(' ')}
      onClick={() => perform(action)}
    >
      <span>
        {t(WORDS[action])}
        {count > 0 && <span class="count">{count}</span>}
      </span>
      <kbd>{KEYS[action].shown[0]}</kbd>
    </button>
  );
}
