/** A text and the start of a number → the currency written in front of it. */

/** Longest of each ending first. */
const CURRENCIES: readonly (readonly [word: string, unit: string])[] = [
  ['人民币', '元'],
  ['RMB', '元'],
  ['CNY', '元'],
  ['￥', '元'],
  ['¥', '元'],
  ['HK$', '港元'],
  ['HKD', '港元'],
  ['港币', '港元'],
  ['港元', '港元'],
  ['NT$', '新台币元'],
  ['新台币', '新台币元'],
  ['台币', '新台币元'],
  ['MOP$', '澳门元'],
  ['MOP', '澳门元'],
  ['澳门元', '澳门元'],
  ['澳门币', '澳门元'],
  // a division's name stays as it is written
  ['澳門元', '澳门元'],
  ['澳門币', '澳门元'],
  ['US$', '美元'],
  ['USD', '美元'],
  ['日元', '日元'],
  ['日圆', '日元'],
  ['美元', '美元'],
  ['美金', '美元'],
  ['$', '美元'],
  ['€', '欧元'],
  ['欧元', '欧元'],
  ['£', '英镑'],
];

/** What every one of them ends with. */
const LAST = new Set(CURRENCIES.map(([word]) => word.at(-1)!));

/** The currency that ends at `start`, one blank allowed: 港币5000万元, ￥300. */
export function findCurrencyBefore(text: string, start: number): { unit: string; start: number } | null {
  const end = text[start - 1] === ' ' ? start - 1 : start;
  if (!LAST.has(text[end - 1] ?? '')) return null;
  for (const [word, unit] of CURRENCIES) {
    if (text.endsWith(word, end)) return { unit, start: end - word.length };
  }
  return null;
}
