/** Takes a text with brackets; gives what links and images show in place of their addresses. */

// An address, not a number of a document: takes 'https://x', 'a.png', '#top', '/b'; must not take '15' in [2020](15)号.
const ADDRESS = /[/.:#@]/;
// What follows a link's words: takes '(http://x "题")' and '(a(b).png)', not '（见附件）'.
const TARGET =
  /\(\s*(<[^<>\n]{0,2000}>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:"[^"]{0,300}"|'[^']{0,300}'|\([^()]{0,300}\)))?\s*\)/y;

// A link's address in a line of its own: takes '[1]: http://x "题"', not '[注]: 截至2月'.
const DEFINITION = /^ {0,3}\[([^\]^][^\]]{0,300})\]:\s*(\S+)(?:\s+(?:"[^"]*"|'[^']*'|\([^)]*\)))?\s*$/;

const LONGEST_NAME = 300;

/** The name of a link that this line defines; null where it defines none. */
export function definedLink(line: string): string | null {
  const found = DEFINITION.exec(line);
  return found && ADDRESS.test(found[2]!) ? nameOf(found[1]!) : null;
}

const nameOf = (words: string): string => words.trim().toLowerCase();

/** Where the bracket that opens at an index closes. */
export function bracketPairs(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '[') open.push(at);
    else if (text[at] === ']') {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, at);
    }
  }
  return pairs;
}

/** Where a link ends whose words close at `close`; null where they are words in brackets and no link. */
export function linkEnd(
  text: string,
  open: number,
  close: number,
  links: ReadonlySet<string>,
): number | null {
  TARGET.lastIndex = close + 1;
  const target = TARGET.exec(text);
  if (target) return ADDRESS.test(target[1]!) ? TARGET.lastIndex : null;
  // takes [甲][1] and [甲][]
  const name = text[close + 1] === '[' ? text.slice(close + 2, close + LONGEST_NAME).split(']')[0]! : null;
  const end = name === null ? close + 1 : close + 3 + name.length;
  const words = close - open <= LONGEST_NAME ? text.slice(open + 1, close) : '';
  return links.has(nameOf(name || words)) ? end : null;
}
