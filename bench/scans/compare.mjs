/** Takes what a text says and what its scan was read as; gives how far they differ. */

const keyOf = ({ indicator, value, lower, upper, unit }) => [indicator, value, lower, upper, unit].join(' ');
const placedKeyOf = (figure) => `${keyOf(figure)} ${figure.region_code}`;
/** As far as a digit can be wrong. */
const valueOf = ({ value, lower, upper }) => [value, lower, upper].join(' ');

/** How many of the wanted are read, and which are not. */
function pair(wanted, read, key) {
  const left = new Map();
  for (const figure of wanted) left.set(key(figure), (left.get(key(figure)) ?? 0) + 1);
  let found = 0;
  for (const figure of read) {
    const count = left.get(key(figure)) ?? 0;
    if (count > 0) found += 1;
    if (count > 0) left.set(key(figure), count - 1);
  }
  return { found, missing: [...left].filter(([, count]) => count > 0).map(([text]) => text) };
}

/** `found` have indicator, value and unit, `placed` the region besides; `wrong` have a value that the report nowhere states. */
export function compareFigures(wanted, read) {
  const { found, missing } = pair(wanted, read, keyOf);
  const values = new Set(wanted.map(valueOf));
  const wrong = read.filter((figure) => !values.has(valueOf(figure)));
  const accepted = read.filter((figure) => !figure.needs_review);
  return {
    wanted: wanted.length,
    found,
    placed: pair(wanted, read, placedKeyOf).found,
    missing,
    wrong,
    accepted: accepted.length,
    wrongAccepted: accepted.filter((figure) => wrong.includes(figure)),
  };
}

const folded = (text) => text.normalize('NFKC').replace(/\s/gu, '');

/** Edit distance of the texts, blanks and widths of characters aside. */
export function characterErrors(wanted, read) {
  const [a, b] = [folded(wanted), folded(read)];
  let row = Uint32Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = new Uint32Array(b.length + 1);
    next[0] = i;
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return { errors: row[b.length], characters: a.length };
}
