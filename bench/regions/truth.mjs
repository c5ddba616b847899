/** Regions and reports as data in; out what a right comparison of them says: each cell, the contradictions, the reposts. */
import { INDICATORS } from './phrases.mjs';
import { INDICATOR_IDS } from './roles.mjs';
import { QUESTION } from './plan.mjs';

/** @param files of the reports, in their order */
export function truthOf({ provinces, cities, counties }, { reports, conflicts, restated }, files) {
  const fileOf = new Map(reports.map((report, i) => [report, files[i]]));
  const accounts = accountsOf(reports);
  const all = [...provinces, ...cities, ...counties];
  const reported = new Set(reports.flatMap(({ region }) => withAbove(region)));
  const place = ({ region, indicator }) => ({ region: region.division.code, indicator });
  return {
    question: QUESTION,
    indicators: INDICATOR_IDS.map((id) => ({ id, unit: INDICATORS[id].unit, item: INDICATORS[id].item ?? null })),
    regions: all.map(({ division }) => division),
    cells: INDICATOR_IDS.flatMap((id) => all.map((region) => cellOf(region, id, accounts, reported))),
    conflicts: conflicts.map(({ kind, ...at }) => ({ kind, ...place(at) })),
    restated: restated.map(place),
    reposts: reports.filter(({ repostOf }) => repostOf).map((report) => ({ file: fileOf.get(report), original: fileOf.get(report.repostOf) })),
    withoutReport: all.filter((region) => !reported.has(region)).map(({ division }) => division.code),
    redacted: all.flatMap((region) => INDICATOR_IDS.filter((id) => region.states.get(id) === 'redacted').map((indicator) => place({ region, indicator }))),
  };
} // prettier-ignore

const withAbove = (region) => (region === null ? [] : [region, ...withAbove(region.above)]);

/** Region → indicator → its number of the last day on which a report states it. */
function accountsOf(reports) {
  const accounts = new Map();
  for (const { asOf, statements } of reports.toSorted((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0)))
    for (const { kind, region, indicator, truth } of statements.flatMap((each) => [each, ...each.parts])) {
      if (kind !== 'total') continue;
      accounts.set(region, (accounts.get(region) ?? new Map()).set(indicator, { truth, asOf }));
    }
  return accounts;
} // prettier-ignore

function cellOf(region, indicator, accounts, reported) {
  const at = { indicator, region: region.division.code, level: region.division.level };
  const known = amountOf(region, indicator, accounts);
  if (!known) return { ...at, kind: 'gap', reason: reasonOf(region, indicator, reported) };
  const kind = known.own ? 'stated' : 'rolled-up';
  return { ...at, kind, value: known.value, parts: known.own ? [] : known.parts, complete: known.complete };
}

/** Its own number, else the sum of what lies below it. */
function amountOf(region, indicator, accounts) {
  const own = accounts.get(region)?.get(indicator);
  const { code } = region.division;
  if (own) return { own: true, value: own.truth, parts: [code], complete: true };
  const known = region.below.flatMap((each) => amountOf(each, indicator, accounts) ?? []);
  if (known.length === 0) return null;
  return {
    own: false,
    value: known.reduce((sum, { value }) => sum + value, 0),
    parts: known.flatMap(({ parts }) => parts).toSorted(),
    complete: region.division.whole && known.length === region.below.length && known.every(({ complete }) => complete),
  };
} // prettier-ignore

const REASONS = { 'last-year': 'other-date', 'other-unit': 'other-unit', average: 'other-statistic' };

/** The first that holds, in the order that comparisons give. */
function reasonOf(region, indicator, reported) {
  const state = region.states.get(indicator);
  if (state === 'redacted') return 'redacted';
  if (withBelow(region).some(({ states }) => states.get(indicator) === 'doubtful')) return 'in-review';
  return REASONS[state] ?? (reported.has(region) ? 'not-stated' : 'no-report');
}

const withBelow = (region) => [region, ...region.below.flatMap(withBelow)];
