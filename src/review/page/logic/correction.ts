/** What a reviewer types into the form of a figure: each edit with what follows from it, the changes to save, and what is wrong. */
import {
  boundsOf,
  numberFaults,
  qualifierOf,
  type NumberFault,
  type NumberField,
  type StatedNumber,
} from '../../../store/stated-number.js';
import type { Changes } from '../../../store/index.js';
import type { ListedFigure } from '../../api.js';
import type { Word } from '../words.js';
import { parseDate } from './dates.js';
import { parseNumber } from './numbers.js';

/** The form's fields as text; a region as its code with the name beside it. */
export interface Draft {
  readonly value: string;
  readonly lower: string;
  readonly upper: string;
  readonly qualifier: StatedNumber['qualifier'];
  readonly unit: string;
  readonly indicator: string;
  readonly item: string;
  readonly statistic: string;
  readonly region_code: string;
  readonly region_name: string;
  readonly as_of: string;
}

export type Field = keyof Draft;
export type Faults = Readonly<Partial<Record<Field, Word>>>;

/** A form that is being filled in. */
export interface Form {
  /** As it was opened. */
  readonly before: Draft;
  readonly draft: Draft;
  /** As it was before hedges were chosen: each is worked out from here, and none from the one before it. */
  readonly typed: Draft;
  /** The hedge was chosen, and does not follow from what is typed any more. */
  readonly isChosen: boolean;
  /** The number is blanked out in the text, until one is typed. */
  readonly redacted: boolean;
}

type Drafted = Pick<ListedFigure, Exclude<Field, 'unit'> | 'redacted'> & { readonly unit: string | null };

const text = (value: string | number | null): string => (value === null ? '' : String(value));

export function formOf(figure: Drafted): Form {
  const draft: Draft = {
    value: text(figure.value),
    lower: text(figure.lower),
    upper: text(figure.upper),
    qualifier: figure.qualifier,
    unit: text(figure.unit),
    indicator: figure.indicator,
    item: text(figure.item),
    statistic: figure.statistic,
    region_code: text(figure.region_code),
    region_name: text(figure.region_name),
    as_of: text(figure.as_of),
  };
  return { before: draft, draft, typed: draft, isChosen: false, redacted: figure.redacted };
}

const isEmpty = (typed: string): boolean => typed.trim() === '';
const read = (typed: string): number | null => (isEmpty(typed) ? null : parseNumber(typed));

/** The fields that were edited, and what follows from them: all that will be saved stands in the form. */
export function edited(form: Form, fields: Partial<Draft>): Form {
  const draft = { ...form.draft, ...fields };
  if (fields.qualifier !== undefined) return { ...form, isChosen: true, draft: rehedged(form, draft) };
  const now = typedIn({ ...form, draft }, fields);
  return { ...form, draft: now, typed: now };
}

function typedIn(form: Form, fields: Partial<Draft>): Draft {
  if (fields.value !== undefined) return revalued(form);
  return fields.lower !== undefined || fields.upper !== undefined ? rebounded(form) : form.draft;
}

const hasOwnBounds = (qualifier: Draft['qualifier']): boolean =>
  qualifier === 'range' || qualifier === 'vague';

/** Two bounds that are not the value twice over. */
const isSpread = ({ lower, upper }: Draft): boolean =>
  !isEmpty(lower) && !isEmpty(upper) && read(lower) !== read(upper);

/** The bounds that the hedge allows the value; as they stand where there is no value to tell. */
function withFollowing({ before }: Form, draft: Draft): Draft {
  const value = read(draft.value);
  const found = { qualifier: before.qualifier, upper: read(before.upper) };
  const bounds = value === null ? null : boundsOf(value, draft.qualifier, found);
  return bounds ? { ...draft, lower: text(bounds.lower), upper: text(bounds.upper) } : draft;
}

/** Another hedge of what was typed: a range has no single value, and bounds only where they are some. */
function rehedged(form: Form, { qualifier, ...draft }: Draft): Draft {
  const { before, typed } = form;
  if (typed.value === before.value && qualifier === before.qualifier)
    return numberOf(before, { ...draft, qualifier });
  const { value, lower, upper } = typed;
  if (!hasOwnBounds(qualifier)) return withFollowing(form, { ...draft, value, lower, upper, qualifier });
  return {
    ...draft,
    qualifier,
    value: '',
    ...(isSpread(typed) ? { lower, upper } : { lower: '', upper: '' }),
  };
}

/** Another value: exact, unless a hedge was chosen; without a value, what stands between two bounds is a range. */
function revalued(form: Form): Draft {
  const { draft, before } = form;
  if (draft.value === before.value && !form.isChosen) return numberOf(before, draft);
  if (isEmpty(draft.value)) {
    if (hasOwnBounds(draft.qualifier)) return draft;
    return isSpread(draft) ? { ...draft, qualifier: 'range' } : { ...draft, lower: '', upper: '' };
  }
  const isKept = form.isChosen && !hasOwnBounds(draft.qualifier);
  return withFollowing(form, { ...draft, qualifier: isKept ? draft.qualifier : 'exact' });
}

/** Typed back to what it was: nothing has changed. */
const numberOf = ({ value, lower, upper, qualifier }: Draft, draft: Draft): Draft => ({
  ...draft,
  ...{ value, lower, upper, qualifier },
});

/** Another bound: the hedge that value and bounds speak of, unless one was chosen. */
function rebounded({ isChosen, draft }: Form): Draft {
  const isVague = draft.qualifier === 'vague' && isEmpty(draft.value);
  if (isChosen || isVague) return draft;
  return { ...draft, qualifier: qualifierOf(readNumber(draft)) };
}

const readNumber = ({ value, lower, upper }: Draft): Pick<StatedNumber, NumberField> => ({
  value: read(value),
  lower: read(lower),
  upper: read(upper),
});

/** The number as it will be saved; blanked out only as long as none was typed. */
export function statedNumber({ draft, redacted }: Form): StatedNumber {
  const number = readNumber(draft);
  const isRead = Object.values(number).some((part) => part !== null);
  return { ...number, qualifier: draft.qualifier, redacted: redacted && !isRead };
}

/** What says something new; of the number all of it, so that what stood in the form is what is kept. */
export function changesOf(form: Form): Changes {
  const { before, draft, redacted } = form;
  const isNew = (field: Field): boolean => draft[field].trim() !== before[field];
  const isRenewed = (field: NumberField): boolean => read(draft[field]) !== read(before[field]);
  const { redacted: isRedacted, ...number } = statedNumber(form);
  const hasNewNumber = (['value', 'lower', 'upper'] as const).some(isRenewed) || isNew('qualifier');
  const as_of = parseDate(draft.as_of);
  return {
    ...(hasNewNumber ? number : {}),
    ...(isRedacted === redacted ? {} : { redacted: isRedacted }),
    ...Object.fromEntries(
      (['item', 'region_code'] as const).filter(isNew).map((field) => [field, draft[field].trim() || null]),
    ),
    ...(as_of === parseDate(before.as_of) ? {} : { as_of }),
    ...Object.fromEntries(
      (['indicator', 'unit', 'statistic'] as const)
        .filter(isNew)
        .map((field) => [field, draft[field].trim()]),
    ),
  };
}

/** The new value is taken as exact, and was not. */
export const isTakenAsExact = ({ before, draft }: Form): boolean =>
  !isEmpty(draft.value) &&
  read(draft.value) !== read(before.value) &&
  draft.qualifier === 'exact' &&
  before.qualifier !== 'exact';

const FAULT_WORDS: Readonly<Record<NumberFault, Word>> = {
  'not-finite': 'faultNumber',
  negative: 'faultNegative',
  'too-great': 'faultTooGreat',
  crossed: 'faultBounds',
  outside: 'faultOutside',
  'not-exact': 'faultNotExact',
  'no-number': 'faultNoNumber',
  'no-bounds': 'faultNoBounds',
  'single-value': 'faultSingleValue',
  redacted: 'faultNumber',
};

/** What cannot be saved, by field. */
export function faultsOf(form: Form): Faults {
  const { draft } = form;
  const wrong = (['value', 'lower', 'upper'] as const).filter(
    (field) => !isEmpty(draft[field]) && parseNumber(draft[field]) === null,
  );
  const ofNumber = Object.entries(wrong.length > 0 ? {} : numberFaults(statedNumber(form)));
  return {
    ...Object.fromEntries(ofNumber.map(([field, fault]) => [field, FAULT_WORDS[fault]])),
    ...Object.fromEntries(wrong.map((field) => [field, 'faultNumber'])),
    ...(isEmpty(draft.unit) ? { unit: 'faultUnit' } : {}),
    ...(draft.indicator === '' ? { indicator: 'faultIndicator' } : {}),
    ...(!isEmpty(draft.region_name) && draft.region_code === '' ? { region_code: 'faultRegion' } : {}),
    ...(!isEmpty(draft.as_of) && parseDate(draft.as_of) === null ? { as_of: 'faultDate' } : {}),
  };
}
