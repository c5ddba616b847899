/** The form over the panel in which a figure is corrected. */
import { useState } from 'preact/hooks';
import { changesOf, draftOf, faultsOf, follow, type Touched } from '../logic/correction.js';
import { decide } from '../state/decide.js';
import { detailOf } from '../state/details.js';
import { closeDialog } from '../state/dialogs.js';
import { t } from '../state/language.js';
import { Dialog } from './dialog.js';
import { FigureForm } from './figure-form.js';
import { Quote } from './quote.js';

export function CorrectDialog({ figure }: { figure: string }) {
  // What is corrected is what was on screen when the form was opened.
  const [detail] = useState(() => detailOf(figure));
  const [before] = useState(() => detail && draftOf(detail.current));
  const [draft, setDraft] = useState(before);
  const [touched, setTouched] = useState<Touched>(new Set());
  const [note, setNote] = useState('');
  if (!detail || !before || !draft) return null;
  const whole = follow(draft, touched);
  const faults = faultsOf(whole);
  const changes = changesOf(before, draft, touched);
  const isNew = Object.keys(changes).length > 0;
  const save = (): void => {
    if (!isNew || Object.keys(faults).length > 0) return;
    closeDialog();
    const isRead = detail.current.redacted && changes.value != null;
    decide([figure], {
      action: 'correct',
      changes: isRead ? { ...changes, redacted: false } : changes,
      ...(note.trim() ? { note: note.trim() } : {}),
    });
  };
  return (
    <Dialog title={t('correctTitle')} look="large">
      <Quote detail={detail} />
      <FigureForm
        draft={whole}
        touched={touched}
        faults={faults}
        note={note}
        setNote={setNote}
        edit={(fields) => {
          setDraft({ ...draft, ...fields });
          setTouched(new Set([...touched, ...(Object.keys(fields) as (keyof typeof draft)[])]));
        }}
        save={save}
        isReady={isNew && Object.keys(faults).length === 0}
        hint={isNew ? null : t('nothingChanged')}
      />
    </Dialog>
  );
}
