/** Places in; out who reports, what each region states of which indicator, and its true numbers. */
import { INDICATORS } from './phrases.mjs';

export const INDICATOR_IDS = Object.keys(INDICATORS);

/**
 * What becomes of an indicator in a county's reports, besides a total: its number blanked out, misread by the scanner, of
 * last year only, in another unit, a daily average, or not a word.
 */
const SPECIALS = ['redacted', 'doubtful', 'last-year', 'other-unit', 'average', 'unsaid'];

/** Of these no sentence tells. */
const UNTOLD = ['last-year', 'unsaid'];

/**
 * @typedef {import('./places.mjs').Division} Division
 * @typedef {{ division: Division, above: Region | null, below: Region[], role: string, reports: boolean,
 *   states: Map<string, string>, truth: Map<string, number>, planted: Set<string> }} Region
 *   `states`: indicator → 'total' or a special
 */

/** A city that reports nothing itself, names its counties' numbers, states some totals only, or less than its counties. */
const WHOLE_ROLES = ['silent', 'silent', 'own', 'names', 'some', 'own'];
const LARGE_ROLES = ['silent', 'silent', 'parts', 'parts', 'names', 'some'];
const PROVINCE_ROLES = ['own', 'silent', 'some'];

/** @returns {{ provinces: Region[], cities: Region[], counties: Region[] }} */
export function giveRoles(random, places) {
  const [wholeRoles, largeRoles] = [random.shuffle(WHOLE_ROLES), random.shuffle(LARGE_ROLES)];
  const provinceRoles = random.shuffle(PROVINCE_ROLES);
  const provinces = places.map((province) => {
    const region = newRegion(province, null, provinceRoles.pop());
    region.below = province.cities.map((place) => {
      const city = newRegion(place, region, (place.whole ? wholeRoles : largeRoles).pop());
      city.below = place.counties.map((county) => newRegion(county, city, 'own'));
      return city;
    });
    return region;
  });
  const cities = provinces.flatMap(({ below }) => below);
  const counties = cities.flatMap(({ below }) => below);
  keepSomeSilent(random, cities);
  for (const city of cities) for (const county of city.below) giveStatements(random, county);
  giveSpecials(random, counties);
  for (const region of [...cities, ...provinces]) giveStatements(random, region);
  for (const county of counties) for (const id of INDICATOR_IDS) county.truth.set(id, drawSize(random, id));
  for (const region of [...cities, ...provinces]) sumUp(random, region);
  return { provinces, cities, counties };
}

function newRegion(division, above, role) {
  const { code, name, level, parent, whole = false } = division;
  return {
    ...{ division: { code, name, level, parent, whole }, above, below: [], role, reports: role !== 'silent' },
    ...{ states: new Map(), truth: new Map(), planted: new Set() },
  };
}

/** Counties without a report: in cities that name them, and in some that are not whole. */
function keepSomeSilent(random, cities) {
  for (const { role, below, division } of cities) {
    const silent = role === 'names' ? 2 : division.whole || role === 'parts' ? 0 : 1 + random.below(2);
    for (const county of random.shuffle(below).slice(0, Math.min(silent, below.length - 2)))
      Object.assign(county, { role: 'silent', reports: false });
  }
}

function giveStatements(random, { role, reports, states }) {
  if (!reports) return;
  const left = role === 'some' ? random.shuffle(INDICATOR_IDS).slice(0, 3) : [];
  for (const id of INDICATOR_IDS) states.set(id, left.includes(id) ? 'unsaid' : 'total');
}

/** Every kind several times, each on another county; whole silent cities and those whose parts must be known have none. */
function giveSpecials(random, counties) {
  const able = random.shuffle(
    counties.filter(
      ({ reports, above }) =>
        reports && above.role !== 'parts' && !(above.role === 'silent' && above.division.whole),
    ),
  );
  able.forEach(({ states }, i) => {
    const special = SPECIALS[i % SPECIALS.length];
    states.set(random.pick(INDICATOR_IDS.filter((id) => canBe(id, special))), special);
  });
}

const canBe = (id, special) => UNTOLD.includes(special) || special in INDICATORS[id];

/** As many small numbers as great ones, by their digits. */
function drawSize(random, id) {
  const { size, round = 1 } = INDICATORS[id];
  const [low, high] = size.map(Math.log);
  return roundTo(Math.exp(low + ((high - low) * random.below(10001)) / 10000), round);
}

const roundTo = (value, step) => Math.round(value / step) * step;

/** What a region has is more than what lies below it, unless this is where its parts are to exceed it. */
function sumUp(random, { truth, below, role }) {
  for (const id of INDICATOR_IDS) {
    const sum = below.reduce((total, region) => total + region.truth.get(id), 0);
    const share = role === 'silent' ? 1 : random.between(115, 150) / 100;
    truth.set(id, roundTo(sum * share, INDICATORS[id].round ?? 1));
  }
}
