import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Highlight, Mark } from '../../../src/review/api.js';
import { kindsIn, phraseOf, segmentText } from '../../../src/review/page/logic/segments.js';

const mark = (start: number, end: number, figure_id: string | null = null): Mark => ({
  ...{ start, end, figure_id },
  ...{ what: 'date', state: 'set-aside' },
});
const TEXT = '全市招募近6000名志愿者。\n其中12人。';
const HIGHLIGHTS: readonly Highlight[] = [
  { kind: 'sentence', start: 0, end: 14 },
  { kind: 'hedge', start: 4, end: 5 },
  { kind: 'number', start: 5, end: 9 },
  { kind: 'unit', start: 9, end: 10 },
];

describe('segmentText', () => {
  test('puts a number under its highlights and its mark', () => {
    const [first, second] = segmentText(TEXT, HIGHLIGHTS, [mark(5, 9, 'f1'), mark(17, 19)]);
    const number = first!.stretches.find((stretch) => stretch.mark)!;
    expect(number).toMatchObject({
      start: 5,
      mark: { figure_id: 'f1' },
      pieces: [{ text: '6000', kinds: ['sentence', 'number'] }],
    });
    expect(second!.stretches.map(({ mark, pieces }) => [mark?.start ?? null, pieces[0]!.text])).toEqual([
      [null, '其中'],
      [17, '12'],
      [null, '人。'],
    ]);
  });

  test('goes on behind a line break with what crosses it', () => {
    const lines = segmentText('12\n34', [{ kind: 'number', start: 1, end: 4 }], [mark(1, 4)]);
    expect(lines.map(({ stretches }) => stretches.map((each) => [each.mark !== null, each.pieces[0]!.text]))).toEqual([
      [[false, '1'], [true, '2']],
      [[true, '3'], [false, '4']],
    ]); // prettier-ignore
  });

  test('loses and doubles no character, whatever overlaps', () => {
    const range = fc.tuple(fc.nat(40), fc.nat(12));
    const property = fc.property(
      fc.array(fc.constantFrom('一', '2', '\n', '𠀀'), { maxLength: 40 }),
      fc.array(range, { maxLength: 6 }),
      fc.array(range, { maxLength: 6 }),
      (characters, over, under) => {
        const text = characters.join('');
        const highlights = over.map(([start, length]) => ({
          kind: 'cue' as const,
          start,
          end: start + length,
        }));
        const lines = segmentText(
          text,
          highlights,
          under.map(([start, length]) => mark(start, start + length)),
        );
        const words = lines.map(({ stretches }) =>
          stretches.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join(''),
        );
        expect(words.join('\n')).toBe(text);
        for (const { start, end } of lines) expect(text.slice(start, end)).not.toContain('\n');
      },
    );
    fc.assert(property);
  });
});

test('a phrase is the number with its hedge and its unit', () => {
  expect(phraseOf(TEXT, HIGHLIGHTS)).toBe('近6000名');
  expect(phraseOf(TEXT, [])).toBeNull();
});

test('the legend names what is there, in one order', () => {
  expect(kindsIn(HIGHLIGHTS)).toEqual(['number', 'hedge', 'unit', 'sentence']);
});
