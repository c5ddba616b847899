/** A reviewer's corrections, checked before they are kept: changes in, all their faults or the completed changes out. */
import { QUALIFIERS, STATISTICS } from '../model.js';
import type { Changes, Decision } from './decision.js';
import { StoreError } from './errors.js';
import { numberFaults, withBounds, type NumberFault, type StatedNumber } from './stated-number.js';
import type { Store } from './store.js';

/** Takes 2022-03-31; must not take 2022-3-31 or 9999-01-01. */
const ISO_DATE = /^(?:19|20|21)\d\d-\d{2}-\d{2}$/;

/** What is not stated of a figure that is new. */
const UNSTATED: StatedNumber = { value: null, lower: null, upper: null, qualifier: 'exact', redacted: false };
const NUMBER_FIELDS = ['value', 'lower', 'upper', 'qualifier', 'redacted'] as const;

const FAULTS: Readonly<Record<NumberFault, string>> = {
  'not-finite': 'is not a number',
  negative: 'is below 0',
  'too-great': 'is more than any report states',
  crossed: 'is below the lower bound',
  outside: 'is outside its bounds',
  'not-exact': 'is exact and has other bounds',
  'no-number': 'is missing',
  'no-bounds': 'is missing: a range has both bounds',
  'single-value': 'is given: a range and a vague number have bounds only',
  redacted: 'is blanked out and can not be known',
};

/**
 * Refuses corrections that the database could not hold or that no figure can have.
 *
 * @param before the number that is corrected; nothing stated where the figure is new
 * @throws {StoreError} invalid-change, naming all faults
 */
export function checkChanges(
  store: Store,
  action: Decision['action'],
  changes: Changes,
  before: StatedNumber = UNSTATED,
): void {
  const faults = [...findFaults(store, action, changes, before)];
  if (faults.length > 0) throw new StoreError('invalid-change', store.path, faults.join('; '));
}

function* findFaults(
  store: Store,
  action: Decision['action'],
  changes: Changes,
  before: StatedNumber,
): Generator<string> {
  const { indicator, qualifier, unit, statistic, region_code, as_of } = changes;
  const empty = Object.values(changes).every((change) => change === undefined);
  if (action === 'correct' && empty) yield 'nothing is corrected';
  if ((action === 'accept' || action === 'reject') && !empty) yield `${action} takes no corrections`;
  if (indicator !== undefined && !isKnown(store, 'indicators', 'id', indicator))
    yield `there is no indicator ${indicator}`;
  if (region_code != null && !isKnown(store, 'regions', 'code', region_code))
    yield `there is no region ${region_code}`;
  if (qualifier !== undefined && !QUALIFIERS.includes(qualifier)) yield `there is no qualifier ${qualifier}`;
  if (statistic !== undefined && !STATISTICS.includes(statistic)) yield `there is no statistic ${statistic}`;
  if (unit !== undefined && !isKnown(store, 'units', 'id', unit)) yield `there is no unit ${unit}`;
  if (as_of != null && !isDate(as_of)) yield `${as_of} is not a date (YYYY-MM-DD, from 1900 to 2199)`;
  if (NUMBER_FIELDS.every((field) => changes[field] === undefined) && action !== 'add') return;
  const number = { ...before, ...completeNumber(changes, before) };
  for (const [field, fault] of Object.entries(numberFaults(number))) yield `${field} ${FAULTS[fault]}`;
}

/** Fills in what a correction implies: the bounds of a value, the name of a region. */
export function completeChanges(store: Store, changes: Changes, before: StatedNumber = UNSTATED): Changes {
  const { region_code } = changes;
  const name =
    region_code == null
      ? region_code
      : store.get<{ name: string }>('SELECT name FROM regions WHERE code = :code', { code: region_code })!
          .name;
  return { ...(name === undefined ? {} : { region_name: name }), ...completeNumber(changes, before) };
}

/** A number that somebody has read is not blanked out any longer. */
function completeNumber(changes: Changes, before: StatedNumber): Changes {
  const isRead = [changes.value, changes.lower, changes.upper].some((number) => number != null);
  const readable = before.redacted && isRead ? { redacted: false, ...changes } : changes;
  return withBounds(readable, before);
}

function isKnown(
  store: Store,
  table: 'indicators' | 'regions' | 'units',
  key: string,
  value: string,
): boolean {
  return store.get(`SELECT 1 FROM ${table} WHERE ${key} = :value`, { value }) !== undefined;
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return ISO_DATE.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
