/** What a region states of an indicator at one of its turns: a total with its parts, or what stands in its place. */
import { EARLIER, LATEST, write } from './numbers.mjs';
import { INDICATORS } from './phrases.mjs';

/** The turns at which reports are written; at the last one everyone reports all that there is to tell. */
export const LAST = 3;
/** What was reached at each turn, in percent: apart enough for no hedge to blur it. */
const REACHED = [[25, 32], [42, 50], [64, 75], [100, 100]]; // prettier-ignore

export function state(random, region, indicator, turn, plants) {
  const kind = region.states.get(indicator);
  if (kind === 'unsaid' || kind === 'last-year') return null;
  if (kind === 'total') return total(random, region, indicator, turn, plants);
  return turn === LAST ? special(random, region, indicator, kind) : null;
}

function total(random, region, indicator, turn, plants) {
  const isPlanted = region.planted.has(indicator);
  const isOne = (list) => list.some((each) => each.region === region && each.indicator === indicator);
  const again = turn === 2 && (isOne(plants.restated) || isOne(plants.falls));
  const truth = share(random, region, indicator, again ? [100, 100] : REACHED[turn]);
  const reached = turn === LAST && isOne(plants.falls) ? share(random, region, indicator, [72, 88]) : truth;
  const written = write(random, reached, isPlanted ? ['exact'] : turn === LAST ? LATEST : EARLIER);
  const statement = newStatement(random, 'total', region, indicator, reached, written);
  if (turn === LAST && region.role === 'names')
    statement.parts.push(...nameCounties(random, region, indicator));
  else if (random.chance(0.35)) statement.parts.push(partOf(random, region, indicator, reached));
  return statement;
}

export function newStatement(random, kind, region, indicator, truth, written) {
  const { totals, parts } = INDICATORS[indicator];
  const sentence = random.pick(kind === 'part' ? parts : totals);
  return { kind, indicator, region, truth, written, sentence, parts: [] };
}

function partOf(random, region, indicator, whole) {
  const step = INDICATORS[indicator].round ?? 1;
  const truth = Math.max(1, Math.round((whole * random.between(8, 45)) / 100 / step)) * step;
  return newStatement(random, 'part', region, indicator, truth, write(random, truth, EARLIER));
}

/** Those without a report of their own, and one that has one. */
function nameCounties(random, { below }, indicator) {
  const [silent, others] = [below.filter(({ reports }) => !reports), below.filter(({ reports }) => reports)];
  const one = others.filter(({ states }) => states.get(indicator) === 'total').slice(0, 1);
  return [...silent, ...one].map((county) => {
    const truth = county.truth.get(indicator);
    const written = write(random, truth, EARLIER);
    return { ...newStatement(random, 'total', county, indicator, truth, written), sentence: INDICATORS[indicator].named };
  }); // prettier-ignore
}

function special(random, region, indicator, kind) {
  const { [kind]: sentence } = INDICATORS[indicator];
  const truth = region.truth.get(indicator);
  const written = {
    redacted: () => random.pick(['X', 'XX', '××']),
    // the scanner took zeros for the letter O
    doubtful: () => `${Math.ceil(truth / 100)}OO`,
    average: () => String(Math.max(20, Math.round(truth / 90))),
    'other-unit': () => write(random, truth, ['exact']),
  }[kind]();
  return { kind, indicator, region, truth, written, sentence, parts: [] };
}

/** What was reached, in percent of the truth in the end. */
export function share(random, { truth }, indicator, [low, high]) {
  const step = INDICATORS[indicator].round ?? 1;
  return Math.max(1, Math.round((truth.get(indicator) * random.between(low, high)) / 100 / step)) * step;
}
