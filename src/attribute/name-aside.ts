/** Takes a division's name in a report; tells whether it only leads elsewhere or says where many are from. */
import type { NormalizedSpan } from '../model.js';
import type { DivisionIndex } from './division-index.js';
import type { LocatedMention } from './located-mentions.js';

// Both sides of a page's link to another place: takes | 北海市| (辽阳县| 北海市| 疏附县|), and 辽阳县| where a line starts; must
// not take 临泽 | 志愿….
const LINK_BEFORE = /[|｜]\s?$/;
const LINK_AFTER = /^[省市县区州]?\s?(?:[|｜\n]|$)/;
const LINE_START = /(?:^|\n)\s?$/;
const NEXT_LINK = /^[省市县区州]?[|｜]\s?\p{Script=Han}/u;

function isLink(text: string, { start, end }: NormalizedSpan): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 4);
  return (
    (LINK_BEFORE.test(before) && LINK_AFTER.test(after)) || (LINE_START.test(before) && NEXT_LINK.test(after))
  );
}

// What may stand beside a name that is alone on its line: takes • 广州, [深圳]; must not take 广州：.
const BESIDE_BEFORE = /(?:^|\n)[\s•·|\-[\]【】]*$/;
const BESIDE_AFTER = /^[ \t•·|\-[\]【】]*(?:\n|$)/;
const BESIDE_MOST = 9;

/** Looks no farther than a line that holds little else would reach: a text may be one endless line. */
function isAlone(text: string, { start, end }: NormalizedSpan): boolean {
  const before = text.slice(Math.max(0, start - BESIDE_MOST), start);
  const after = text.slice(end, end + BESIDE_MOST);
  const opens = start <= BESIDE_MOST || before.includes('\n');
  const closes = end + BESIDE_MOST >= text.length || after.includes('\n');
  return opens && closes && BESIDE_BEFORE.test(before) && BESIDE_AFTER.test(after);
}

/** Names of a list from which on it says where many are from, and not whose the report is. */
const LIST = 4;

/** 北京、上海、四川、云南等省: one of many provinces. */
function isAmongProvinces(
  text: string,
  mentions: readonly LocatedMention[],
  at: number,
  index: DivisionIndex,
): boolean {
  const isProvince = ({ code }: LocatedMention): boolean =>
    code !== null && index.byCode.get(code)?.level === 'province';
  const joined = (i: number): boolean => {
    const [one, next] = [mentions[i], mentions[i + 1]];
    return one !== undefined && next !== undefined && isProvince(one) && isProvince(next) &&
      /^[省市]?[、和及]$/.test(text.slice(one.end, next.start)); // prettier-ignore
  };
  let [first, last] = [at, at];
  while (at - first < LIST && joined(first - 1)) first -= 1;
  while (last - at < LIST && joined(last)) last += 1;
  return last - first + 1 >= LIST;
}

/** Whether a name stands apart from what the report says: on a line of its own, among a page's links, or in a list of provinces. */
export const isAside = (
  text: string,
  mentions: readonly LocatedMention[],
  at: number,
  index: DivisionIndex,
): boolean =>
  isAlone(text, mentions[at]!) || isLink(text, mentions[at]!) || isAmongProvinces(text, mentions, at, index);
