import { describe, expect, test, vi } from 'vitest';
import { pdfSelfTest } from '../../src/read/pdf.js';
import { readDocument } from '../../src/read/registry.js';
import { pdfFile, type Mark } from './files/hand-made-pdf.mjs';
import { bodyOf, cellsOf, codes, fixture, pageAt, read, texts } from './support.js';

const [LEFT, SIZE, PITCH] = [85, 12, 21];
const line = (text: string, y: number, x = LEFT, size = SIZE): Mark => ({ text, x, y, size });
/** Lines of 35 characters fill the page from margin to margin; a leading `>` indents by two. */
const block = (lines: readonly string[], top = 760): Mark[] =>
  lines.map((text, index) =>
    text.startsWith('>')
      ? line(text.slice(1), top - index * PITCH, LEFT + 24)
      : line(text, top - index * PITCH),
  );
const file = (...pages: Mark[][]): Uint8Array => new Uint8Array(pdfFile(pages));
const full = (text: string, width = 35): string =>
  text.padEnd(width, '全市各级组织迅速行动深入基层一线开展志愿服务活动');

describe('the engine', () => {
  test('finds the character maps of fonts that are not embedded', async () => {
    expect(await pdfSelfTest()).toBe(true);
  });

  test('prints nothing', async () => {
    const spies = (['log', 'warn', 'error', 'info'] as const).map((name) => vi.spyOn(console, name));
    await readDocument(fixture('report.pdf'), 'a.pdf');
    await readDocument(fixture('report.pdf').subarray(0, 40_000), 'a.pdf');
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});

describe('lines become paragraphs', () => {
  test('numbers that a line end cut come together', async () => {
    const lines = [`>${full('总产值', 28)}达到595.7`, '亿元，发放口罩1200', '0名志愿者参与。'];
    lines[1] = `${full('亿元，', 33)}1200`;
    const document = await read(file(block(lines)), 'a.pdf');
    expect(texts(document)).toHaveLength(1);
    expect(document.text).toContain('595.7亿元');
    expect(document.text).toContain('12000名');
  });

  test.each([
    ['1', '2 8支队伍。', '1 2 8支'],
    ['1 2', '8支队伍。', '1 2 8支'],
    ['1 2', '00支队伍。', '1 200支'],
    ['12', '8支队伍。', '128支'],
    ['1', '28支队伍。', '128支'],
  ])('digits that OCR set apart stay so over a line end: %s|%s', async (before, after, joined) => {
    const document = await read(file(block([`>${full('先锋队', 33)}${before}`, after])), 'a.pdf');
    expect(document.text).toContain(joined);
  });

  test('an indent, a gap or a short line ends one', async () => {
    const lines = [
      `>${full('第一段', 33)}`,
      full('续行'),
      '到此为止。',
      `>${full('第二段', 33)}`,
      '短尾。',
      '>（一）小标题',
      `>${full('第三段', 33)}`,
      '完。',
    ];
    const document = await read(file(block(lines)), 'a.pdf');
    expect(texts(document).map((text) => text.slice(0, 4))).toEqual([
      '第一段全',
      '第二段全',
      '（一）小',
      '第三段全',
    ]);
  });

  test('a large line is a heading', async () => {
    const document = await read(
      file([line('工作情况汇报', 780, 200, 20), ...block([`>${full('正文')}`, '完。'])]),
      'a.pdf',
    );
    expect(document.blocks.map((b) => b.kind)).toEqual(['heading', 'paragraph']);
  });

  test('blanks of the layout go, blanks between words stay', async () => {
    const marks = [
      line('招募', 700),
      line('25719', 700, LEFT + 27),
      line('名', 700, LEFT + 60),
      line('Open Day 2020', 679),
    ];
    expect(bodyOf(await read(file(marks), 'a.pdf')).join('')).toContain('招募25719名');
    expect((await read(file(marks), 'a.pdf')).text).toContain('Open Day 2020');
  });

  test('two columns are read one after the other', async () => {
    const column = (name: string): string[] => [
      `>${full(`${name}栏`, 14)}`,
      ...Array.from({ length: 8 }, () => full('续', 16)),
      '到此为止。',
    ];
    const marks = [
      ...block(column('左')).map((mark) => mark),
      ...block(column('右')).map((mark) => ('text' in mark ? { ...mark, x: mark.x + 225 } : mark)),
    ];
    const document = await read(file(marks), 'a.pdf');
    expect(texts(document).map((text) => text.slice(0, 2))).toEqual(['左栏', '右栏']);
  });
});

describe('page furniture', () => {
  const page = (number: number, body: readonly string[]): Mark[] => [
    line('云岭简报', 800, 270, 9),
    ...block(body),
    line(`— ${number} —`, 40, 280, 9),
  ];

  test('is set apart, and a paragraph runs on over the page', async () => {
    const document = await read(
      file(
        page(1, [`>${full('开头', 33)}`, full('一页末')]),
        page(2, ['第二页的结尾。', `>${full('新段', 33)}`]),
        page(3, ['完。']),
      ),
      'a.pdf',
    );
    expect(texts(document, 'paragraph')).toHaveLength(2);
    expect(texts(document, 'furniture').map((text) => text.replace(/\s/g, ''))).toEqual([
      '云岭简报',
      '—1—',
      '云岭简报',
      '—2—',
      '云岭简报',
      '—3—',
    ]);
    const at = document.text.indexOf('第二页的结尾');
    expect(pageAt(document, at)).toBe(2);
    expect(pageAt(document, at - 1)).toBe(1);
  });

  test('is not what a form repeats with other figures', async () => {
    const form = (count: number): Mark[] =>
      block([`今日招募志愿者${count}名`, full('情况说明'), '说明完毕。', `累计${count * 7}人`]);
    const document = await read(file(form(120), form(95), form(143)), 'a.pdf');
    expect(texts(document, 'furniture')).toEqual([]);
  });
});

describe('tables', () => {
  const rows = [
    ['地区', '志愿者', '说明'],
    ['东区', '120', '新增'],
    ['西区', '95', '持平'],
  ];
  const xs = [85, 205, 325, 505];
  const texted = rows.flatMap((row, r) => row.map((text, c) => line(text, 700 - r * 24, xs[c]! + 6)));
  const ruled: Mark[] = [
    ...[0, 1, 2, 3].map((r): Mark => ({ line: [85, 716 - r * 24, 505, 716 - r * 24] })),
    ...xs.map((x): Mark => ({ line: [x, 716, x, 644] })),
  ];
  const cells = [
    '1:1 地区',
    '1:2 志愿者',
    '1:3 说明',
    '2:1 东区',
    '2:2 120',
    '2:3 新增',
    '3:1 西区',
    '3:2 95',
    '3:3 持平',
  ];

  test.each([
    ['ruled', [...texted, ...ruled]],
    ['only aligned', texted],
  ])('that are %s keep their cells', async (_, marks) => {
    const document = await read(file([...block(['统计如下：']), ...marks, line('表后说明。', 600)]), 'a.pdf');
    expect(cellsOf(document)).toEqual(cells);
    expect(texts(document, 'paragraph')).toEqual(['统计如下：', '表后说明。']);
    expect(document.text).toContain('东区\t120\t新增\n西区');
    expect(document.blocks.filter((b) => b.cell?.header)).toHaveLength(3);
  });

  test('with a wrapped cell keep it whole, and merged cells span', async () => {
    const marks: Mark[] = [
      ...texted.filter((mark) => !('text' in mark) || mark.text !== '西区'),
      line('第一行文字放不下所以只好要换', 628, 331),
      line('行', 610, 331),
      line('街道', 628, 91),
      ...[0, 1, 2, 3].map((r): Mark => ({ line: [r === 2 ? 205 : 85, 716 - r * 24, 505, 716 - r * 24] })),
      { line: [85, 600, 505, 600] },
      ...xs.map((x): Mark => ({ line: [x, 716, x, 600] })),
    ];
    const document = await read(file(marks), 'a.pdf');
    expect(cellsOf(document)).toContain('4:3 第一行文字放不下所以只好要换行');
    expect(document.blocks.find((b) => b.cell?.row === 2 && b.cell.column === 1)?.cell?.rowSpan).toBe(2);
  });

  test('that go on over a page are one', async () => {
    const again = [...texted, ...ruled];
    const document = await read(file([...block(['前言。']), ...again], again), 'a.pdf');
    expect(cellsOf(document)).toHaveLength(15);
    expect(new Set(document.blocks.map((b) => b.cell?.table ?? 1))).toEqual(new Set([1]));
    expect(texts(document, 'furniture')).toEqual(['地区\t志愿者\t说明']);
  });
});

describe('what cannot be read is said', () => {
  test('a page without text, among others and alone', async () => {
    expect(await codes(file(block(['有字。']), []), 'a.pdf')).toEqual(['page-without-text']);
    expect(await codes(file([], []), 'a.pdf')).toEqual(['document-without-text']);
  });

  test('characters that stand for nothing', async () => {
    const { diagnostics } = await readDocument(file(block(['\uE001\uE002\uE003\uE004\uE005甲'])), 'a.pdf');
    expect(diagnostics.map(({ code, params }) => [code, params['where']])).toEqual([
      ['text-garbled', 'page 1'],
    ]);
  });

  test('too many pages', async () => {
    expect(await codes(file(...Array.from({ length: 3_001 }, () => [])), 'a.pdf')).toEqual([
      'document-too-large',
    ]);
  });
});

describe('what a browser prints around a page', () => {
  test('is no text of the report, on a single page either', async () => {
    const marks = [
      ...[line('2022/5/10 下午3:04', 810, 30, 8), line('志愿服务情况通报', 810, 280, 8)],
      ...block(['>全市招募志愿者2300名。', '>发放口罩15万只。']),
      ...[line('https://example.invalid/report.html', 25, 30, 8), line('1/1', 25, 550, 8)],
    ];
    const document = await read(file(marks), 'a.pdf');
    expect(texts(document, 'paragraph')).toEqual(['全市招募志愿者2300名。', '发放口罩15万只。']);
    expect(texts(document, 'furniture')).toHaveLength(2);
  });

  test('is told from an address and a time that the report names', async () => {
    const lines = ['>截至2022/5/10 15:04，全市招募志愿者2300名。', '>详见 https://example.invalid/a 1/1'];
    expect(texts(await read(file(block(lines)), 'a.pdf'), 'furniture')).toEqual([]);
  });
});

test('labels with text behind them are no table where the text goes on at the margin', async () => {
  const marks = [
    ...[line('壹、會員', 760, LEFT + 24), line('現有會員三千六百四十人。', 760, LEFT + 96)],
    ...[line('貳、敬老', 739, LEFT + 24), line(full('頤康中心', 29), 739, LEFT + 96)],
    line('日均一百一十人次使用。', 718),
  ];
  const document = await read(file(marks), 'a.pdf');
  expect(cellsOf(document)).toEqual([]);
  expect(texts(document).at(-1)).toMatch(/^貳、敬老.*日均一百一十人次使用。$/);
});
