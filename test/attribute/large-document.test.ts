import { expect, test } from 'vitest';
import { attribute } from '../../src/attribute/attribute.js';
import { type TestDocument, documentOf, matchOf } from './build-document.js';

/** Milliseconds of processor time to prepare a document and to attribute each of its figures. */
function timeOf(make: () => TestDocument): number {
  const before = process.cpuUsage();
  const document = make();
  const model = matchOf(document, '45');
  let sentence = 0;
  for (const quantity of document.quantities) {
    const { sentences } = document.segments;
    while (sentences[sentence]!.span.end <= quantity.span.start) sentence += 1;
    const match = { ...model, quantity, sentence };
    attribute(document.prepared, { match, statistics: [], holds: () => false });
  }
  return process.cpuUsage(before).user / 1000;
}

// Each is a shape that a look-up walking back too far would make quadratic.
test.each([
  ['without a stop', '思南县志愿者45人、全市口罩45只和和平建设'],
  ['with a date in each sentence of one paragraph', '1至2月份志愿者45人。2月1日至15日志愿者45人。'],
  ['of paragraphs', '（一）思南县\n鼓楼区志愿者45人，截至3月3日共有45人。\n'],
])('a document %s costs time in proportion to its length', (_shape, piece) => {
  const small = timeOf(() => documentOf(`铜仁市工作总结\n${piece.repeat(1000)}`));
  const large = timeOf(() => documentOf(`铜仁市工作总结\n${piece.repeat(8000)}`));
  expect(large).toBeLessThan(24 * Math.max(small, 100));
});
