/** A field with its label, a hint, and what is wrong with it, tied together for screen readers. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Field } from '../logic/correction.js';
import { t } from '../state/language.js';
import type { Word } from '../words.js';

const LABELS: Readonly<Record<Field, Word>> = {
  value: 'value',
  lower: 'lower',
  upper: 'upper',
  qualifier: 'qualifier',
  unit: 'unit',
  indicator: 'indicator',
  item: 'item',
  statistic: 'statistic',
  region_code: 'region',
  region_name: 'region',
  as_of: 'asOf',
};

export interface FieldAttributes {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface Props {
  readonly field?: Field;
  readonly label?: string;
  readonly fault?: Word | undefined;
  readonly hint?: string;
  readonly isWide?: boolean;
  readonly children: (attributes: FieldAttributes) => ComponentChildren;
}

export function FormField({ field, label, fault, hint, isWide = false, children }: Props) {
  const id = useId();
  const told = fault ? t(fault) : hint;
  return (
    <div class={isWide ? 'field field-wide' : 'field'}>
      <label for={id}>{label ?? (field ? t(LABELS[field]) : '')}</label>
      {children({
        id,
        'aria-invalid': fault !== undefined,
        'aria-describedby': told ? `${id}-told` : undefined,
      })}
      {told && (
        <span id={`${id}-told`} class={fault ? 'fault' : 'hint'}>
          {told}
        </span>
      )}
    </div>
  );
}
