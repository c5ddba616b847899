/** Takes the beginning of a text; gives what parts its cells, or null where it has no rows. */

const DELIMITERS = ['\t', ',', ';'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const MOST_LINES = 200;
/** Titles and notes around a table may have none. */
const FEWEST_SHARE = 0.5;

/** The one that parts most lines into the same number of cells; two lines at least, and half of all. */
export function findDelimiter(text: string): Delimiter | null {
  const lines = unquoted(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, MOST_LINES);
  let best: { readonly delimiter: Delimiter; readonly lines: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const alike = mostAlike(lines.map((line) => line.split(delimiter).length - 1));
    if (alike >= 2 && alike >= FEWEST_SHARE * lines.length && alike > (best?.lines ?? 0))
      best = { delimiter, lines: alike };
  }
  return best?.delimiter ?? null;
}

/** How many lines have the commonest number of delimiters, none apart. */
function mostAlike(counts: readonly number[]): number {
  const lines = new Map<number, number>();
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1);
  return Math.max(0, ...lines.values());
}

// takes "1,145" and "a ""b"" c", also over line ends; leaves 5" alone
const QUOTED = /(?<=^|[\t,;])"(?:[^"]|"")*"(?=$|[\t,;\n])/gm;
const unquoted = (text: string): string => text.replace(QUOTED, '""');
