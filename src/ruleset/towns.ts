/** Takes the text of `rules/towns.tsv`; gives the towns of each county. */
import type { TownList } from '../model.js';

// Takes 前童镇, 玉屏街道, 李冲回族乡; must not take 张镇 (found in too many words) or 开发区.
const TOWN = /^\p{Script=Han}{2,}(?:街道|镇|乡|苏木)$/u;

/**
 * The lists of a towns file: a division's code, a tab, names separated by one space. Throws one error that
 * lists every faulty line.
 * @param codes the codes that there are
 */
export function parseTowns(text: string, codes: ReadonlySet<string>): TownList[] {
  const lists = new Map<string, TownList>();
  const faults: string[] = [];
  text.split('\n').forEach((line, i) => {
    if (line.trim() === '' || line.startsWith('#')) return;
    const [division = '', names, ...rest] = line.split('\t');
    const fault = (words: string): number => faults.push(`line ${i + 1}: ${words}`);
    const towns = names?.split(' ') ?? [];
    const wrong = towns.find((name) => !TOWN.test(name));
    if (rest.length > 0 || names === undefined) fault('needs a code, a tab and names');
    else if (!codes.has(division)) fault(`${division} is not in regions.tsv`);
    else if (lists.has(division)) fault(`${division} stands already in an earlier line`);
    else if (wrong !== undefined) fault(`${JSON.stringify(wrong)} is no name of two characters and a rank`);
    else lists.set(division, { division, names: towns });
  });
  if (faults.length > 0) throw new Error(`towns: ${faults.join('; ')}`);
  return [...lists.values()];
}
