/** Why a figure is rejected: one more key, and words of one's own for what is not in the list. */
import { useState } from 'preact/hooks';
import { decide } from '../state/decide.js';
import { closeDialog } from '../state/dialogs.js';
import { t } from '../state/language.js';
import type { Word } from '../words.js';
import { Dialog } from './dialog.js';

const REASONS: readonly Word[] = ['rejectNoFigure', 'rejectIndicator', 'rejectPlan', 'rejectNumber'];

export function RejectDialog({ figure }: { figure: string }) {
  const [isOther, setOther] = useState(false);
  const [note, setNote] = useState('');
  const reject = (why: string): void => {
    closeDialog();
    decide([figure], { action: 'reject', note: why });
  };
  const pick = (key: string): boolean => {
    const word = REASONS[Number(key) - 1];
    if (word) reject(t(word));
    else if (key === '5') setOther(true);
    return word !== undefined || key === '5';
  };
  return (
    <Dialog
      title={t('rejectTitle')}
      onKeyDown={(event) => {
        const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing;
        if (!isOther && isPlain && !event.repeat && pick(event.key)) event.preventDefault();
      }}
    >
      <ol class="choices">
        {REASONS.map((word, i) => (
          <li key={word}>
            <button
              type="button"
              class="button choice"
              data-first={i === 0 ? '' : undefined}
              onClick={() => reject(t(word))}
            >
              <kbd>{i + 1}</kbd> {t(word)}
            </button>
          </li>
        ))}
        <li>
          <button type="button" class="button choice" aria-expanded={isOther} onClick={() => setOther(true)}>
            <kbd>5</kbd> {t('rejectOther')}
          </button>
        </li>
      </ol>
      {isOther && (
        <form
          class="inline-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (note.trim()) reject(note.trim());
          }}
        >
          <label class="field">
            <span>{t('rejectNote')}</span>
            <input
              class="input"
              ref={(element) => element?.focus()}
              value={note}
              onInput={({ currentTarget }) => setNote(currentTarget.value)}
            />
          </label>
          <button type="submit" class="button primary" disabled={note.trim() === ''}>
            {t('reject')} <kbd>↵</kbd>
          </button>
        </form>
      )}
    </Dialog>
  );
}
