/** A true number in; out how a report writes it, exactly or with a hedge that holds the truth. */

/** The greatest error of a hedged number, as a share of the truth. */
const ERROR = 0.1;
const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 12.3万, 1.2亿, 8600; with commas where it is asked for. */
export function inDigits(value, commas = false) {
  if (value >= 1e8 && value % 1e6 === 0) return `${value / 1e8}亿`;
  if (value >= 1e4 && value % 100 === 0) return `${value / 1e4}万`;
  return commas ? value.toLocaleString('en-US') : String(value);
}

/** 86 → 八十六, 263 → 二百六十三; below 1,000. */
export function inCharacters(value) {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const first = hundreds ? `${DIGITS[hundreds]}百` : '';
  const second = tens ? `${tens === 1 && !hundreds ? '' : DIGITS[tens]}十` : hundreds && ones ? '零' : '';
  return `${first}${second}${ones ? DIGITS[ones] : ''}`;
}

/** The coarsest step to which `round` brings the number without a great error. */
function coarse(value, round) {
  for (let step = 10 ** Math.floor(Math.log10(value)); step >= 10; step /= 10) {
    const rounded = round(value / step) * step;
    if (rounded > 0 && Math.abs(rounded - value) <= ERROR * value) return rounded;
  }
  return null;
}

/** Each gives null where the number cannot be written so. */
const FORMS = {
  exact: (value) => inDigits(value),
  commas: (value) => (value >= 1000 && value < 1e4 ? inDigits(value, true) : null),
  characters: (value) => (value >= 20 && value < 1000 ? inCharacters(value) : null),
  under: (value) => hedged(value, Math.ceil, (text) => `近${text}`),
  over: (value) =>
    hedged(value, Math.floor, (text) => (/^\d\d+万$/.test(text) ? text.replace('万', '余万') : `${text}余`)),
  about: (value) => hedged(value, Math.round, (text) => `约${text}`),
  above: (value) => hedged(value, Math.floor, (text) => `超${text}`),
  beyond: (value) => hedged(value, Math.floor, (text) => `${text}以上`),
  range: (value) => {
    const least = Math.floor(value / 1e4);
    return least >= 2 && least <= 8 ? `${least}至${least + 2}万` : null;
  },
  vague: (value) => {
    const word = { 2: '百', 3: '千', 4: '万' }[Math.floor(Math.log10(value))];
    const first = Number(String(value)[0]);
    // 数百 is 200 to 900
    return word && first >= 2 && first <= 8 ? `数${word}` : null;
  },
};

function hedged(value, round, write) {
  const rounded = value < 100 ? null : coarse(value, round);
  return rounded === null ? null : write(inDigits(rounded));
}

export const EARLIER = ['exact', 'exact', 'commas', 'under', 'over', 'about', 'characters'];
export const LATEST = [...EARLIER, 'above', 'beyond', 'range', 'vague', 'exact'];

/** @returns {string} in one of the forms, without the measure word; exactly where the form drawn cannot hold the number */
export const write = (random, value, forms) => FORMS[random.pick(forms)](value) ?? FORMS.exact(value);
