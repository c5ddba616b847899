/** Regions with their numbers in; out the reports as data (who states what for which day), with the contradictions planted in them. */
import { INDICATORS } from './phrases.mjs';
import { write } from './numbers.mjs';
import { INDICATOR_IDS } from './roles.mjs';
import { LAST, newStatement, share, state } from './statements.mjs';

export const QUESTION = { from: '2022-04-01', to: '2022-06-30' };
export const REPORTS = 200;
const REPOSTS = 14;
const PLANTED = { disagree: 4, falls: 4, restated: 4 };

/** First and last day of the reports' turns; the last turn is everyone's, and cities and provinces wait for the counties. */
const TURNS = [
  ['2022-04-03', '2022-04-12'],
  ['2022-04-25', '2022-05-05'],
  ['2022-05-16', '2022-05-26'],
  ['2022-06-08', '2022-06-24'],
];
const ABOVE_LAST = ['2022-06-24', '2022-06-26'];

/**
 * @typedef {{ kind: string, indicator: string, region: import('./roles.mjs').Region, truth: number, written: string,
 *   sentence: string, parts: Statement[] }} Statement
 *   `kind`: total, part, or one of the specials
 * @typedef {{ region: import('./roles.mjs').Region, asOf: string, date: string, turn: number, statements: Statement[], repostOf: Report | null }} Report
 */

/** @returns {{ reports: Report[], conflicts: object[], restated: object[] }} */
export function planReports(random, { provinces, cities, counties }) {
  const reporting = [...counties, ...cities, ...provinces].filter(({ reports }) => reports);
  const lastYears = counties.filter(({ states }) => [...states.values()].includes('last-year'));
  const wanted = REPORTS - REPOSTS - PLANTED.disagree - lastYears.length;
  const turns = dealTurns(random, reporting, wanted);
  const plants = plant(random, reporting);
  const reports = reporting.flatMap((region) =>
    turns.get(region).map((turn) => newReport(random, region, turn, plants)),
  );
  for (const region of lastYears) reports.push(lastYearsReport(random, region));
  for (const { region, indicator } of plants.disagree)
    reports.push(otherReport(random, reports, region, indicator));
  const conflicts = [
    ...plants.disagree.map((each) => ({ kind: 'disagree', ...each })),
    ...plants.falls.map((each) => ({ kind: 'falls', ...each })),
    ...plants.parts.map((each) => ({ kind: 'parts', ...each })),
  ];
  const originals = random.shuffle(reports.filter(({ statements }) => countOf(statements) >= 4));
  for (const report of originals.slice(0, REPOSTS)) reports.push({ ...report, repostOf: report });
  return { reports, conflicts, restated: plants.restated };
}

const countOf = (statements) => statements.reduce((sum, { parts }) => sum + 1 + parts.length, 0);

/** Two turns for everyone, the last of them among these; more for some, until there are so many reports. */
function dealTurns(random, regions, wanted) {
  const turns = new Map(regions.map((region) => [region, [2, LAST]]));
  const more = random.shuffle(regions.flatMap((region) => [0, 1].map((turn) => [region, turn])));
  for (const [region, turn] of more.slice(0, wanted - 2 * regions.length)) turns.get(region).push(turn);
  return turns;
}

/** Which region's number is contradicted or stated again; never two plants on one, nor where a city names it. */
function plant(random, reporting) {
  const free = random.shuffle(
    reporting.flatMap((region) =>
      INDICATOR_IDS.filter((id) => region.states.get(id) === 'total' && !isNamed(region)).map(
        (indicator) => ({ region, indicator }),
      ),
    ),
  ).filter(({ region }) => region.role !== 'parts' && region.above?.role !== 'parts'); // prettier-ignore
  const take = (count) => {
    const taken = [];
    while (taken.length < count) {
      const each = free.pop();
      if (each.region.planted.size > 0) continue;
      each.region.planted.add(each.indicator);
      taken.push(each);
    }
    return taken;
  };
  const parts = reporting.filter(({ role }) => role === 'parts').map((region) => plantParts(random, region));
  return {
    parts,
    disagree: take(PLANTED.disagree),
    falls: take(PLANTED.falls),
    restated: take(PLANTED.restated),
  };
}

const isNamed = (region) => region.above?.role === 'names';

function plantParts(random, region) {
  const indicator = random.pick(INDICATOR_IDS);
  const step = INDICATORS[indicator].round ?? 1;
  region.truth.set(indicator, Math.round((region.truth.get(indicator) * 0.5) / step) * step);
  region.planted.add(indicator);
  for (const county of region.below) county.planted.add(indicator);
  return { region, indicator };
}

function newReport(random, region, turn, plants) {
  const isAbove = turn === LAST && region.division.level !== 'county';
  const asOf = drawDay(random, ...(isAbove ? ABOVE_LAST : TURNS[turn]));
  const statements = INDICATOR_IDS.filter(() => turn === LAST || turn === 2 || random.chance(0.6)).flatMap(
    (id) => state(random, region, id, turn, plants) ?? [],
  );
  return { region, asOf, date: addDays(asOf, random.between(1, 4)), turn, statements, repostOf: null };
}

function lastYearsReport(random, region) {
  const indicator = INDICATOR_IDS.find((id) => region.states.get(id) === 'last-year');
  const truth = share(random, region, indicator, [60, 90]);
  const asOf = drawDay(random, '2021-06-05', '2021-06-25');
  const statements = [newStatement(random, 'last-year', region, indicator, truth, write(random, truth, ['exact']))];
  return { region, asOf, date: addDays(asOf, 3), turn: -1, statements, repostOf: null };
} // prettier-ignore

/** Another report of the region for the day of its last one: one number differs, one is the same. */
function otherReport(random, reports, region, indicator) {
  const last = reports.find((report) => report.region === region && report.turn === LAST);
  const differs = last.statements.find((each) => each.indicator === indicator);
  const same = last.statements.filter((each) => each.kind === 'total' && each !== differs).slice(0, 1);
  const step = INDICATORS[indicator].round ?? 1;
  const truth = Math.round((differs.truth * random.pick([80, 85, 115, 130])) / 100 / step) * step;
  const statements = [...same, { ...differs, truth, written: write(random, truth, ['exact']) }].map(
    (statement) => ({
      ...statement,
      sentence: random.pick(INDICATORS[statement.indicator].totals),
      parts: [],
    }),
  );
  return { ...last, date: addDays(last.asOf, 4), statements, other: true };
}

const addDays = (day, days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const drawDay = (random, first, last) =>
  addDays(first, random.between(0, (Date.parse(last) - Date.parse(first)) / 86_400_000));
