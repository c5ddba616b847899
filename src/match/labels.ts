/**
 * Lines that hold a number and nothing else, in turn with lines that name it → the name of each. Pages of results are
 * set like that:
 *
 *     3,260          注册志愿者
 *     義工人數        128.6万人
 *     186,000        累计服务时长
 *     服務時數        1.26亿小时
 */
import type { Quantity, Sentence } from '../model.js';

/** One number with a word above or below it may be anything, a page's view count for one. */
const FEWEST = 2;

// A line that names something: takes 注册志愿者, 服務時數 and 义工人数:; must not take 一个字, a line with a digit, a
// comma or a full stop, nor one with a unit in brackets, which would change the number.
const LABEL = /^(?=.*\p{Script=Han}.*\p{Script=Han})[^\d，。；！？、（）()\n]{2,16}$/u;

type Kind = 'number' | 'label' | null;

/** Labels by the index of the number's sentence; linear in sentences and quantities, which are in order. */
export function findLabels(
  text: string,
  sentences: readonly Sentence[],
  quantities: readonly Quantity[],
): ReadonlyMap<number, string> {
  const labels = new Map<number, string>();
  const kinds = kindsOf(text, sentences, quantities);
  labelLines(text, sentences, quantities, labels);
  for (let start = 0; start < kinds.length;) {
    let end = start + 1;
    if (kinds[start] !== null)
      while (end < kinds.length && kinds[end] !== null && kinds[end] !== kinds[end - 1]) end++;
    const step = directionOf(kinds.slice(start, end));
    for (let i = start; step !== 0 && i < end; i++) {
      if (kinds[i] !== 'number') continue;
      const { span } = sentences[i + step]!;
      const group = groupAbove(text, sentences, i);
      labels.set(i, text.slice(span.start, span.end) + (group === null ? '' : `\n${group}`));
    }
    start = end;
  }
  return labels;
}

// What stands in front of a number on its line: takes 募款收入 and a gap, – 教育及青年 and a gap; must not take a sentence.
const LINE_LABEL = /^[-–—·•\s]*(\p{Script=Han}[^\d，。；！？、\n]{1,20}?)(?: {2,}|\t| ?[：:] ?)$/u;
// And behind it: takes nothing, a note in brackets, a gap with more; must not take words that go on.
const LINE_REST = /^(?:$|[（(]| {2,})/;

/** Lines of a label, a gap and a number, two at least that follow one another. */
function labelLines(
  text: string,
  sentences: readonly Sentence[],
  quantities: readonly Quantity[],
  labels: Map<number, string>,
): void {
  let at = 0;
  let before: { readonly index: number; readonly label: string } | null = null;
  sentences.forEach(({ span, cell, kind }, index) => {
    while (at < quantities.length && quantities[at]!.phrase.end <= span.start) at++;
    const quantity = quantities[at];
    const fits =
      cell === null && kind !== 'furniture' && quantity !== undefined && quantity.phrase.start < span.end;
    const label =
      fits && LINE_REST.test(text.slice(quantity.phrase.end, Math.min(span.end, quantity.phrase.end + 2)))
        ? LINE_LABEL.exec(text.slice(span.start, quantity.phrase.start))?.[1]
        : undefined;
    if (label === undefined) return;
    if (before?.index === index - 1) labels.set(before.index, before.label).set(index, label);
    before = { index, label };
  });
}

/** How many lines a group reaches down. */
const GROUP_REACH = 40;
// Takes 【志愿者】 as a whole line; must not take 【志愿者】全市…
const GROUP = /^【([^【】\n]{1,12})】$/;

/** The bracketed line above that names what the lines below it are about. */
function groupAbove(text: string, sentences: readonly Sentence[], index: number): string | null {
  for (let i = index - 1; i >= 0 && i >= index - GROUP_REACH; i--) {
    const { span } = sentences[i]!;
    const name = span.end - span.start > 14 ? null : GROUP.exec(text.slice(span.start, span.end));
    if (name) return name[1]!;
  }
  return null;
}

/** -1 where each number's label stands above it, 1 where it stands below, 0 where that can not be told. */
function directionOf(run: readonly Kind[]): -1 | 0 | 1 {
  if (run.filter((kind) => kind === 'number').length < FEWEST) return 0;
  const [opens, closes] = [run[0], run.at(-1)];
  if (opens === closes) return 0;
  return opens === 'label' ? -1 : 1;
}

function kindsOf(text: string, sentences: readonly Sentence[], quantities: readonly Quantity[]): Kind[] {
  let at = 0;
  return sentences.map(({ span, kind, cell }): Kind => {
    while (at < quantities.length && quantities[at]!.phrase.end <= span.start) at++;
    if (cell !== null || (kind !== 'body' && kind !== 'heading')) return null;
    const quantity = quantities[at];
    if (quantity && quantity.phrase.start < span.end) {
      // 860万+ ends in a sign that belongs to no phrase
      const alone = quantity.phrase.start <= span.start && quantity.phrase.end >= span.end - 1;
      return alone ? 'number' : null;
    }
    return span.end - span.start <= 16 && LABEL.test(text.slice(span.start, span.end)) ? 'label' : null;
  });
}
