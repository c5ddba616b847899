/** Adds a figure that was missed: what the program reads at the place, then the form filled in with it. */
import { useEffect, useState } from 'preact/hooks';
import type { AdditionRequest, ReadPlace } from '../../api.js';
import { changesOf, edited, faultsOf, formOf, statedNumber } from '../logic/correction.js';
import { formatValue } from '../logic/format-figure.js';
import type { Place } from '../logic/route.js';
import { api } from '../state/api-client.js';
import { add } from '../state/decide.js';
import type { Loaded } from '../state/details.js';
import { closeDialog } from '../state/dialogs.js';
import { language, t } from '../state/language.js';
import { indicatorName, nameOf } from '../state/session.js';
import { Dialog } from './dialog.js';
import { FigureForm } from './figure-form.js';
import { Failure } from './states.js';

export function AddDialog({ document, place }: { document: string; place: Place }) {
  const [read, setRead] = useState<Loaded<ReadPlace>>({ state: 'loading' });
  useEffect(() => {
    api.place(document, place.start, place.end).then(
      (value) => setRead({ state: 'ready', value }),
      (error: unknown) => setRead({ state: 'failed', error }),
    );
  }, [document, place]);
  return (
    <Dialog title={t('addTitle')} look="large">
      {read.state === 'loading' && <p class="quiet">{t('addReading')}</p>}
      {read.state === 'failed' && <Failure error={read.error} />}
      {read.state === 'ready' && <AddForm document={document} read={read.value} />}
    </Dialog>
  );
}

function AddForm({ document, read }: { document: string; read: ReadPlace }) {
  const [form, setForm] = useState(() =>
    formOf({ ...read, indicator: read.indicators[0] ?? '', item: null, statistic: 'total' }),
  );
  const [note, setNote] = useState('');
  const isReady = Object.keys(faultsOf(form)).length === 0;
  const save = (): void => {
    if (!isReady) return;
    closeDialog();
    const { indicator, unit } = form.draft;
    const { region_code, as_of } = read;
    const figure = { region_code, as_of, ...statedNumber(form), ...changesOf(form), indicator, unit };
    const request: AdditionRequest = { document, start: read.start, end: read.end, figure };
    add(
      note.trim() ? { ...request, note: note.trim() } : request,
      `${indicatorName(indicator)} ${formatValue(statedNumber(form), language.peek())}`,
    );
  };
  return (
    <>
      <p class="quote" lang="zh-CN">
        <b>{read.exact}</b>
        {read.set_aside && <span class="quiet"> {t('addWas', { what: nameOf(read.set_aside) })}</span>}
      </p>
      <FigureForm
        form={form}
        note={note}
        setNote={setNote}
        edit={(fields) => setForm(edited(form, fields))}
        save={save}
        isReady={isReady}
        hint={null}
      />
    </>
  );
}
