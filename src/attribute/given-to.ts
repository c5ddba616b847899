/** Takes a division's mention and the words around it; tells whether goods or money are given to it. */
import type { NormalizedSpan } from '../model.js';

// In front of the one that is given to: takes 予 (捐款80万元予武汉), 用于; must not take 由.
const TO = /(?:[予给]|用于|捐[往至])$/;
// The same where the giving is said behind it: takes 向 (向芦山县捐赠); must not take 面向 or 方向.
const TOWARDS = /(?<![面方意倾动风])向$/;
// Takes 捐赠 (向芦山县捐赠), 灾区调拨 (向昭通洪涝灾区调拨); must not take 学习, nor what stands behind a stop.
const GIVES = /^[^，。；\d]{0,12}?(?:捐(?![献血])|赠|送|调[拨运]|[下划]拨|拨付|援助|发放|提供)/;

/** Whether goods or money are given to the division at `mention`, whose chain (四川省芦山县) starts at `first`. */
export function isGivenTo(text: string, { start, end }: NormalizedSpan, first: number): boolean {
  const before = text.slice(Math.max(0, first - 4), first);
  return (
    TO.test(text.slice(Math.max(0, start - 4), start)) ||
    (TOWARDS.test(before) && GIVES.test(text.slice(end, end + 16)))
  );
}
