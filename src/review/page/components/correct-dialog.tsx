/** The form over the panel in which a figure is corrected. */
import { useState } from 'preact/hooks';
import { changesOf, edited, faultsOf, formOf } from '../logic/correction.js';
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
  const [form, setForm] = useState(() => detail && formOf(detail.current));
  const [note, setNote] = useState('');
  if (!detail || !form) return null;
  const changes = changesOf(form);
  const isNew = Object.keys(changes).length > 0;
  const isReady = isNew && Object.keys(faultsOf(form)).length === 0;
  const save = (): void => {
    if (!isReady) return;
    closeDialog();
    decide([figure], { action: 'correct', changes, ...(note.trim() ? { note: note.trim() } : {}) });
  };
  return (
    <Dialog title={t('correctTitle')} look="large">
      <Quote detail={detail} />
      <FigureForm
        form={form}
        note={note}
        setNote={setNote}
        edit={(fields) => setForm(edited(form, fields))}
        save={save}
        isReady={isReady}
        hint={isNew ? null : t('nothingChanged')}
      />
    </Dialog>
  );
}
