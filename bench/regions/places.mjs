/** A source of numbers in; out 3 provinces, 12 of their cities and 60 of these cities' counties, drawn from the region table. */
import { readFileSync } from 'node:fs';
import { inProject } from '../measure.mjs';

const CITIES = 4;
const COUNTIES = 20;
/** So few that all counties of a city can report. */
const FEW = 5;

/**
 * @typedef {{ code: string, name: string, level: 'province' | 'city' | 'county', parent: string | null }} Division
 * @typedef {Division & { counties: Division[], whole: boolean }} City `whole`: no county of it is left out
 * @typedef {Division & { cities: City[] }} Province
 */

/** Divisions that are not abolished. @returns {Division[]} */
export function readDivisions() {
  return readFileSync(inProject('rules/regions.tsv'), 'utf8')
    .split('\n')
    .filter((line) => /^\d{6}\t/.test(line))
    .map((line) => line.split('\t'))
    .filter(([, , , , , heir]) => !heir)
    .map(([code, name, level, parent]) => ({ code, name, level, parent: parent || null }));
}

/** @returns {Province[]} */
export function drawPlaces(random, divisions = readDivisions()) {
  const below = new Map();
  for (const division of divisions)
    below.set(division.parent, [...(below.get(division.parent) ?? []), division]);
  const fits = ({ name }) => /[市县区旗]$/.test(name);
  const citiesOf = ({ code }) =>
    (below.get(code) ?? []).filter(
      (city) => /市$/.test(city.name) && (below.get(city.code) ?? []).every(fits),
    );
  const sizeOf = ({ code }) => (below.get(code) ?? []).length;
  const provinces = below.get(null).filter((province) => {
    const cities = citiesOf(province);
    const small = cities.filter((city) => sizeOf(city) >= 3 && sizeOf(city) <= FEW);
    return small.length >= 2 && cities.filter((city) => sizeOf(city) > FEW + 2).length >= 2;
  });
  return random
    .shuffle(provinces)
    .slice(0, 3)
    .map((province) => {
      const cities = random.shuffle(citiesOf(province));
      const small = cities.filter((city) => sizeOf(city) >= 3 && sizeOf(city) <= FEW).slice(0, 2);
      const large = cities.filter((city) => sizeOf(city) > FEW + 2).slice(0, CITIES - small.length);
      let left = COUNTIES - small.reduce((sum, city) => sum + sizeOf(city), 0);
      const drawn = [...small, ...large].map((city, i) => {
        const all = random.shuffle(below.get(city.code));
        const share = i < small.length ? all.length : i < CITIES - 1 ? Math.ceil(left / 2) : left;
        const counties = all.slice(0, share);
        if (i >= small.length) left -= counties.length;
        return { ...city, counties, whole: counties.length === all.length };
      });
      return { ...province, cities: drawn };
    });
}
