/** A text → its titles, short quotations and web addresses, in which digits belong to a name. */

export interface Region {
  readonly start: number;
  readonly end: number;
  readonly kind: 'slogan' | 'title' | 'address';
}

// takes “三个一线” · “520” · 《2020年度十大新闻》 · http://x.cn/1; leaves quotations of more than 14 characters
const REGION = /《[^《》\n]{1,60}》|[“"‘][^“”"‘’《》\n，。；]{1,14}[”"’]|(?:https?:\/\/|www\.)[!-~]+/g;

const kindOf = (first: string): Region['kind'] =>
  first === '《' ? 'title' : first === 'h' || first === 'w' ? 'address' : 'slogan';

/** All of them, sorted; they never overlap. */
export function findRegions(text: string): Region[] {
  const found: Region[] = [];
  for (const match of text.matchAll(REGION)) {
    const [whole] = match;
    found.push({ start: match.index, end: match.index + whole.length, kind: kindOf(whole[0]!) });
  }
  return found;
}
