/** The fields of a figure, checked while they are typed; what a new value implies is filled in as it is typed. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { faultsOf, isTakenAsExact, type Draft, type Field, type Form } from '../logic/correction.js';
import { parseDate } from '../logic/dates.js';
import { formatNumber, parseNumber } from '../logic/numbers.js';
import { closeDialog } from '../state/dialogs.js';
import { t } from '../state/language.js';
import { session } from '../state/session.js';
import { ChoiceField, codes, indicators, unitChoices, type Choices } from './choice-field.js';
import { FormField } from './form-field.js';
import { RegionInput } from './region-input.js';

/** As the server takes them. */
const LONGEST = { item: 100, note: 1000 };

interface Props {
  readonly form: Form;
  readonly note: string;
  readonly setNote: (note: string) => void;
  readonly edit: (fields: Partial<Draft>) => void;
  readonly save: () => void;
  readonly isReady: boolean;
  readonly hint: string | null;
}

export function FigureForm({ form: given, note, setNote, edit, save, isReady, hint }: Props) {
  const { draft } = given;
  const faults = faultsOf(given);
  const form = useRef<HTMLFormElement>(null);
  // The form may come later than its dialog.
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('[data-first]')?.focus(), []);
  const number = (field: 'value' | 'lower' | 'upper') => {
    const read = parseNumber(draft[field]);
    // 1.2万 is repeated as 12,000; 6000 needs no repeating.
    const echo =
      read !== null && String(read) !== draft[field].trim() ? t('readAs', { n: formatNumber(read) }) : '';
    return (
      <FormField field={field} fault={faults[field]} hint={echo}>
        {(attributes) => (
          <input
            {...attributes}
            class="input numbers"
            inputMode="decimal"
            autoComplete="off"
            data-first={field === 'value' ? '' : undefined}
            value={draft[field]}
            onInput={({ currentTarget }) => edit({ [field]: currentTarget.value })}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        )}
      </FormField>
    );
  };
  const choice = (field: Field, groups: readonly Choices[]) => (
    <ChoiceField
      field={field}
      fault={faults[field]}
      value={draft[field]}
      groups={groups}
      choose={(value) => edit({ [field]: value })}
    />
  );
  return (
    <form
      ref={form}
      class="figure-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !event.ctrlKey || event.isComposing) return;
        event.preventDefault();
        save();
      }}
    >
      <div class="fields">
        {number('value')}
        {number('lower')}
        {number('upper')}
        {choice('qualifier', [{ options: codes(session.value?.qualifiers) }])}
        {choice('unit', unitChoices(draft))}
        {choice('indicator', [{ options: indicators() }])}
        <FormField field="item">
          {(attributes) => (
            <input
              {...attributes}
              class="input"
              maxLength={LONGEST.item}
              value={draft.item}
              onInput={({ currentTarget }) => edit({ item: currentTarget.value })}
            />
          )}
        </FormField>
        {choice('statistic', [{ options: codes(session.value?.statistics) }])}
        <RegionInput
          code={draft.region_code}
          name={draft.region_name}
          fault={faults.region_code}
          edit={edit}
        />
        <FormField field="as_of" fault={faults.as_of} hint={dateEcho(draft.as_of)}>
          {(attributes) => (
            <input
              {...attributes}
              class="input"
              inputMode="numeric"
              placeholder="2022-03-31"
              value={draft.as_of}
              onInput={({ currentTarget }) => edit({ as_of: currentTarget.value })}
            />
          )}
        </FormField>
        <FormField label={t('note')} hint={t('noteHint')} isWide>
          {(attributes) => (
            <input
              {...attributes}
              class="input"
              maxLength={LONGEST.note}
              value={note}
              onInput={({ currentTarget }) => setNote(currentTarget.value)}
            />
          )}
        </FormField>
      </div>
      <footer class="dialog-foot">
        <span class="quiet" role="status">
          {hint ?? (isTakenAsExact(given) ? t('followsExact') : '')}
        </span>
        <button type="button" class="button" onClick={closeDialog}>
          {t('cancel')} <kbd>Esc</kbd>
        </button>
        <button type="submit" class="button primary" disabled={!isReady}>
          {t('save')} <kbd>↵</kbd>
        </button>
      </footer>
    </form>
  );
}

/** 2022.3.31 is repeated as it is saved. */
function dateEcho(typed: string): string {
  const date = parseDate(typed);
  return date !== null && date !== typed ? t('readAs', { n: date }) : '';
}
