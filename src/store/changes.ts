/** A reviewer's corrections, checked before they are kept: changes in, all their faults or the completed changes out. */
import { QUALIFIERS, STATISTICS } from '../model.js';
import type { Changes, Decision } from './decisions.js';
import { StoreError } from './errors.js';
import type { Store } from './store.js';

/** Takes 2022-03-31; must not take 2022-3-31. */
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Refuses corrections that the database could not hold or that no figure can have.
 *
 * @throws {StoreError} invalid-change, naming all faults
 */
export function checkChanges(store: Store, action: Decision['action'], changes: Changes): void {
  const faults = [...findFaults(store, action, changes)];
  if (faults.length > 0) throw new StoreError('invalid-change', store.path, faults.join('; '));
}

function* findFaults(store: Store, action: Decision['action'], changes: Changes): Generator<string> {
  const { indicator, value, lower, upper, qualifier, unit, statistic, region_code, as_of } = changes;
  const empty = Object.values(changes).every((change) => change === undefined);
  if (action === 'correct' && empty) yield 'nothing is corrected';
  if ((action === 'accept' || action === 'reject') && !empty) yield `${action} takes no corrections`;
  if (indicator !== undefined && !isKnown(store, 'indicators', 'id', indicator))
    yield `there is no indicator ${indicator}`;
  if (region_code != null && !isKnown(store, 'regions', 'code', region_code))
    yield `there is no region ${region_code}`;
  for (const [name, number] of Object.entries({ value, lower, upper }))
    if (number != null && !Number.isFinite(number)) yield `${name} is not a number`;
  if (lower != null && upper != null && lower > upper) yield `lower ${lower} is above upper ${upper}`;
  if (qualifier !== undefined && !QUALIFIERS.includes(qualifier)) yield `there is no qualifier ${qualifier}`;
  if (statistic !== undefined && !STATISTICS.includes(statistic)) yield `there is no statistic ${statistic}`;
  if (unit === '') yield 'the unit is empty';
  if (as_of != null && !isDate(as_of)) yield `${as_of} is not a date (YYYY-MM-DD)`;
}

/** Fills in what a correction implies: the bounds of a plain value, the name of a region. */
export function completeChanges(store: Store, changes: Changes): Changes {
  const { value, lower, upper, qualifier, region_code } = changes;
  const plain = value != null && lower === undefined && upper === undefined && qualifier === undefined;
  const name =
    region_code == null
      ? region_code
      : store.get<{ name: string }>('SELECT name FROM regions WHERE code = :code', { code: region_code })!
          .name;
  return {
    ...(plain ? { lower: value, upper: value, qualifier: 'exact' } : {}),
    ...(name === undefined ? {} : { region_name: name }),
    ...changes,
  };
}

function isKnown(store: Store, table: 'indicators' | 'regions', key: string, value: string): boolean {
  return store.get(`SELECT 1 FROM ${table} WHERE ${key} = :value`, { value }) !== undefined;
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return ISO_DATE.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
