/** Adds a figure that was missed: what the program reads at the place, then the form filled in with it. */
import { useEffect, useState } from 'preact/hooks';
import type { AdditionRequest, ReadPlace } from '../../api.js';
import type { Changes } from '../../../store/index.js';
import { changesOf, draftOf, faultsOf, follow, type Draft, type Touched } from '../logic/correction.js';
import { formatValue } from '../logic/format-figure.js';
import { parseNumber } from '../logic/numbers.js';
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
  const [draft, setDraft] = useState<Draft>(() =>
    draftOf({ ...read, indicator: read.indicators[0] ?? '', item: null, statistic: 'total' }),
  );
  const [before] = useState(draft);
  const [touched, setTouched] = useState<Touched>(new Set());
  const [note, setNote] = useState('');
  const whole = follow(draft, touched);
  const faults = faultsOf(whole);
  const isReady = Object.keys(faults).length === 0;
  const save = (): void => {
    if (!isReady) return;
    closeDialog();
    const { indicator, unit } = draft;
    const { lower, upper, qualifier, region_code, as_of, value, redacted } = read;
    // What was read stands, bounds too, unless value or qualifier were chosen anew.
    const isRead = !touched.has('value') && !touched.has('qualifier');
    const figure = {
      ...{ region_code, as_of, redacted: redacted && whole.value === '' },
      ...(isRead ? { value, lower, upper, qualifier } : valueOf(whole)),
      ...changesOf(before, draft, touched),
      ...{ indicator, unit },
    } as AdditionRequest['figure'];
    const request = { document, start: read.start, end: read.end, figure };
    add(
      note.trim() ? { ...request, note: note.trim() } : request,
      `${indicatorName(indicator)} ${formatValue(read, language.peek())}`,
    );
  };
  return (
    <>
      <p class="quote" lang="zh-CN">
        <b>{read.exact}</b>
        {read.set_aside && <span class="quiet"> {t('addWas', { what: nameOf(read.set_aside) })}</span>}
      </p>
      <FigureForm
        draft={whole}
        touched={touched}
        faults={faults}
        note={note}
        setNote={setNote}
        edit={(fields) => {
          setDraft({ ...draft, ...fields });
          setTouched(new Set([...touched, ...(Object.keys(fields) as (keyof Draft)[])]));
        }}
        save={save}
        isReady={isReady}
        hint={null}
      />
    </>
  );
}

/** Bounds only where they follow or were typed: the server works out those of a hedge. */
function valueOf({ value, lower, upper, qualifier }: Draft): Changes {
  const bounds = Object.entries({ lower, upper }).filter(([, typed]) => typed.trim() !== '');
  return {
    ...Object.fromEntries(bounds.map(([field, typed]) => [field, parseNumber(typed)])),
    value: parseNumber(value),
    qualifier: qualifier as Changes['qualifier'] & string,
  };
}
