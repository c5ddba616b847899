/** A field of which one of several codes is chosen, and what there is to choose from. */
import type { Draft, Field } from '../logic/correction.js';
import { t } from '../state/language.js';
import { session, wordFor } from '../state/session.js';
import type { Word } from '../words.js';
import { FormField } from './form-field.js';

interface Props {
  readonly field: Field;
  readonly fault: Word | undefined;
  readonly value: string;
  readonly groups: readonly Choices[];
  readonly choose: (value: string) => void;
}

export function ChoiceField({ field, fault, value, groups, choose }: Props) {
  return (
    <FormField field={field} fault={fault}>
      {(attributes) => (
        <select
          {...attributes}
          class="select"
          value={value}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          {value === '' && <option value="">{t('choose')}</option>}
          {groups.map(({ label, options }) =>
            label ? (
              <optgroup key={label} label={label}>
                <Options options={options} />
              </optgroup>
            ) : (
              <Options key="all" options={options} />
            ),
          )}
        </select>
      )}
    </FormField>
  );
}

type Option = readonly [value: string, name: string];
export interface Choices {
  readonly label?: string;
  readonly options: readonly Option[];
}

function Options({ options }: { options: readonly Option[] }) {
  return (
    <>
      {options.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </>
  );
}

export const codes = (list: readonly string[] = []): Option[] => list.map((code) => [code, wordFor(code)]);

export const indicators = (): Option[] =>
  Object.entries(session.value?.indicators ?? {}).map(([id, { name }]) => [id, name]);

/** The units that the indicator is usually counted in come first; one that nobody listed stays what it is. */
export function unitChoices({ indicator, unit }: Draft): Choices[] {
  const usual = session.value?.indicators[indicator]?.units ?? [];
  const all = new Set([...(session.value?.units ?? []), ...(unit ? [unit] : [])]);
  const named = (list: readonly string[]): Option[] => list.map((each) => [each, each]);
  return [
    { label: t('usualUnits'), options: named(usual) },
    { label: t('otherUnits'), options: named([...all].filter((each) => !usual.includes(each))) },
  ].filter(({ options }) => options.length > 0);
}
