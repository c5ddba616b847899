import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Segments, SourceDocument, Span } from '../../src/model.js';
import { normalize, normalizeFragment } from '../../src/normalize/normalize.js';
import { segment } from '../../src/segment/segment.js';
import { contains } from '../../src/text/span.js';
import { documentOf } from '../normalize/document-of.js';
import { noisyText } from '../normalize/noisy-text.js';

interface Read {
  readonly segments: Segments;
  readonly text: string;
  readonly words: (span: Span | null) => string | null;
}
const furniture = [/^浏览数：/, /版权所有/];
const read = (source: string | SourceDocument): Read => {
  const document = typeof source === 'string' ? documentOf(source) : source;
  const normalized = normalize(document, { protectedNames: [], furniture });
  const words = (span: Span | null): string | null => span && normalized.text.slice(span.start, span.end);
  return { segments: segment(document, normalized, { furniture }), text: normalized.text, words };
};
const sentencesOf = (text: string): (string | null)[] => {
  const { segments, words } = read(text);
  return segments.sentences.map(({ span }) => words(span));
};
const clausesOf = (text: string): (string | null)[] => {
  const { segments, words } = read(text);
  return segments.sentences.flatMap(({ clauses }) => clauses.map(words));
};
/** The headings above the sentence that holds `part`, innermost first. */
const headingsAbove = (text: string, part: string): (string | null)[] => {
  const { segments, words } = read(text);
  const sentence = segments.sentences.find(({ span }) => words(span)!.includes(part))!;
  const headings: (string | null)[] = [];
  for (let at: number | null = sentence.section; at !== null; at = segments.sections[at]!.parent) {
    headings.push(words(segments.sections[at]!.heading));
  }
  return headings;
};

describe('sentences', () => {
  it('end at 。！？ and line ends, with the closing marks behind them', () => {
    expect(sentencesOf('他说：“都好。”大家放心！真的？\n走访320户')).toEqual([
      '他说：“都好。”',
      '大家放心！',
      '真的？',
      '走访320户',
    ]);
  });
  it('do not end at ；, unless the next item of a list starts there', () => {
    expect(sentencesOf('走访320户；发放口罩。')).toHaveLength(1);
    expect(sentencesOf('一是走访320户；二是发放口罩。')).toEqual(['一是走访320户；', '二是发放口罩。']);
  });
  it('keep decimals, thousands, times and marks whole', () => {
    expect(clausesOf('1.播放3.5万次，阅读59,169次，8:30开播：反响好；点赞1.2万。')).toEqual([
      '1.播放3.5万次',
      '阅读59,169次',
      '8:30开播',
      '反响好',
      '点赞1.2万',
    ]);
  });
  it('are not split into clauses at 、', () => {
    expect(clausesOf('口罩5万只、手套3万双，酒精200瓶')).toEqual(['口罩5万只、手套3万双', '酒精200瓶']);
  });
  it('keep a number that was blanked out as a clause', () => {
    expect(clausesOf('志愿者**，□□，××')).toHaveLength(3);
  });
  it('know page furniture', () => {
    expect(read('浏览数：512\n走访320户。').segments.sentences.map(({ kind }) => kind)).toEqual([
      'furniture',
      'body',
    ]);
  });
});

describe('sections', () => {
  const text = [
    '一、主要做法',
    '（一）组织动员',
    '1.建强队伍。招募志愿者320名。',
    '一是入户走访。走访560户。二是送药上门。送药90次。',
    '2.关爱老人。',
    '（二）宣传引导',
    '发布图文45条。',
    '二、下步打算',
    '继续努力。',
  ].join('\n');
  it('nest by their marks, in the middle of a line too', () => {
    expect(headingsAbove(text, '送药90次')).toEqual([
      '二是送药上门。',
      '1.建强队伍。',
      '（一）组织动员',
      '一、主要做法',
      null,
    ]);
    expect(headingsAbove(text, '45条')).toEqual(['（二）宣传引导', '一、主要做法', null]);
    expect(headingsAbove(text, '继续努力')).toEqual(['二、下步打算', null]);
  });
  it('let a list open under a list of any other style', () => {
    expect(
      headingsAbove(
        '一是建队伍。\n1.招人。\n招募30名。\n2.培训。\n办班4期。\n二是抓宣传。\n发稿9篇。',
        '4期',
      ),
    ).toEqual(['2.培训。', '一是建队伍。', null]);
    expect(headingsAbove('一是建队伍。\n1.招人。\n招募30名。\n二是抓宣传。\n发稿9篇。', '9篇')).toEqual([
      '二是抓宣传。',
      null,
    ]);
  });
  it('take the name of a region that governs what follows', () => {
    const regions =
      '淮东市：守护一座城 温暖一群人\n一是招募志愿者。人数320名。\n河西区：\n一、做法\n走访560户。\n【江北县】\n送药90次。';
    expect(headingsAbove(regions, '320名')).toEqual([
      '一是招募志愿者。',
      '淮东市：守护一座城 温暖一群人',
      null,
    ]);
    expect(headingsAbove(regions, '560户')).toEqual(['一、做法', '河西区：', null]);
    expect(headingsAbove(regions, '90次')).toEqual(['【江北县】', null]);
  });
  it.each([
    '全市：共走访560户。',
    '封控区：每日送菜560户。',
    '各社区：走访560户。',
    '第一书记走访560户。',
    '一是一、二是二，走访560户',
  ])('do not open at %j', (line) => expect(headingsAbove(line, '560户')).toEqual([null]));
  it('tell headings from list items that hold a count', () => {
    expect(
      read('一、主要做法\n1.招募志愿者320名\n2.加强宣传').segments.sentences.map(({ kind }) => kind),
    ).toEqual(['heading', 'body', 'heading']);
  });
});

describe('reports', () => {
  const titles = (text: string): (string | null)[] => {
    const { segments, words } = read(text);
    return segments.reports.map(({ title }) => words(title));
  };
  it('are one where nothing says otherwise', () => {
    expect(
      titles('城关镇抗旱工作总结\n一、工作情况\n走访560户。\n二、存在问题\n人手不足。\n工作经验\n及时总结。'),
    ).toEqual(['城关镇抗旱工作总结']);
  });
  it('start at a title behind the signature and date of the one before', () => {
    expect(
      titles('城关镇工作总结\n走访560户。\n城关镇党委\n2021年8月17日\n河西区抗旱情况汇报\n送药90次。'),
    ).toEqual(['城关镇工作总结', '河西区抗旱情况汇报']);
  });
  it('start at the twin titles of collections', () => {
    expect(
      titles(
        '全镇走访560户，送药90次。\n防疫总结 城关镇防疫工作总结\n招募320名。\n防疫总结 城关镇防疫工作总结\n发稿9篇。',
      ),
    ).toEqual([null, '防疫总结 城关镇防疫工作总结', '防疫总结 城关镇防疫工作总结']);
  });
  it('start at a title where the numbering starts anew', () => {
    expect(
      titles('甲镇工作总结\n一、做法\n走访560户。\n二、打算\n继续。\n乙镇防疫工作总结\n一、做法\n送药90次。'),
    ).toEqual(['甲镇工作总结', '乙镇防疫工作总结']);
  });
  it('take the line that is called a report for the title, below what a site put above it', () => {
    expect(
      titles(
        '热烈欢迎！今日有雨！\n工作动态\n某旗团委投入春季护林的前期工作情况\n时间：2021.08.17\n走访560户。',
      ),
    ).toEqual(['某旗团委投入春季护林的前期工作情况']);
  });
});

describe('links to other pages', () => {
  it('are furniture up to the next prose', () => {
    const text =
      '全县招募志愿者320名。\n相关阅读\n1 全市志愿者突破71万人\n2 爱心企业捐赠口罩20万只\n志愿者320名到岗，服务群众。\n';
    const { sentences } = segment({ blocks: [] }, normalizeFragment(text, []), {
      furniture: [],
      links: [/^相关阅读$/],
    });
    expect(sentences.map(({ kind }) => kind)).toEqual([
      'body',
      'furniture',
      'furniture',
      'furniture',
      'body',
    ]);
  });
});

describe('tables', () => {
  /** A document of rows of cells, the first row of each list under its caption. */
  const tableOf = (
    above: string,
    rows: readonly (readonly (string | readonly [string, rowSpan: number, columnSpan: number])[])[],
  ): SourceDocument => {
    const document = documentOf(above);
    const blocks: Block[] = [...document.blocks];
    let { text } = document;
    const taken = new Set<string>();
    rows.forEach((row, r) => {
      let column = 1;
      for (const cell of row) {
        const [words, rowSpan, columnSpan] = typeof cell === 'string' ? ([cell, 1, 1] as const) : cell;
        while (taken.has(`${r} ${column}`)) column++;
        for (let i = 0; i < rowSpan; i++)
          for (let j = 0; j < columnSpan; j++) taken.add(`${r + i} ${column + j}`);
        text += '\n';
        const span = { start: text.length, end: text.length + words.length };
        text += words;
        const place = { table: 1, row: r + 1, column, rowSpan, columnSpan, header: false };
        blocks.push({ kind: 'cell', span, level: null, paragraph: blocks.length + 1, cell: place });
      }
    });
    return { ...document, text, blocks };
  };
  const cellOf = (document: SourceDocument, words: string) => {
    const read_ = read(document);
    return read_.segments.sentences.find(({ span }) => read_.words(span) === words)!.cell!;
  };
  const document = tableOf('表1 各镇物资发放\n单位：件', [
    [
      ['镇街', 2, 1],
      ['物资', 1, 2],
      ['志愿者', 2, 1],
    ],
    ['口罩', '酒精'],
    [['城关镇', 2, 1], '5000', '200', '32'],
    ['6000', '210', '45'],
  ]);
  it('take a row’s unit from a column of its own', () => {
    const daily = tableOf('防疫日报', [
      ['项目', '今日', '累计', '单位'],
      ['核酸采样', '687', '7948', '人次'],
    ]);
    expect(cellOf(daily, '7948')).toMatchObject({
      rowHeaders: ['核酸采样', '（人次）'],
      columnHeaders: ['累计'],
    });
  });
  it('give a cell its headers of all levels, nearest first, and the caption with its unit', () => {
    expect(cellOf(document, '200')).toMatchObject({
      rowHeaders: ['城关镇'],
      columnHeaders: ['酒精', '物资'],
      caption: '表1各镇物资发放 单位：件',
    });
    expect(cellOf(document, '32')).toMatchObject({ columnHeaders: ['志愿者'] });
  });
  it('carry a label that spans rows down', () => {
    expect(cellOf(document, '45')).toMatchObject({ rowHeaders: ['城关镇'], columnHeaders: ['志愿者'] });
  });
  it('take labels on the left in a form without a header row', () => {
    const form = tableOf('登记表', [
      ['招募志愿者', '320名', '组建队伍', '12支'],
      ['发布图文', '45条', '阅读量', '3.5万次'],
    ]);
    expect(cellOf(form, '12支')).toMatchObject({
      rowHeaders: ['组建队伍', '招募志愿者'],
      columnHeaders: [],
      caption: '登记表',
    });
  });
});

describe('segments of any text', () => {
  it('are sorted, disjoint, inside their reports and sections, and hold their clauses', () => {
    fc.assert(
      fc.property(noisyText, (source) => {
        const { segments, text } = read(source);
        let position = 0;
        for (const { span, clauses, report, section } of segments.sentences) {
          expect(span.start).toBeGreaterThanOrEqual(position);
          position = span.end;
          expect(contains(segments.reports[report]!.span, span)).toBe(true);
          expect(contains(segments.sections[section]!.span, span)).toBe(true);
          expect(segments.sections[section]!.report).toBe(report);
          let clauseStart = span.start;
          for (const clause of clauses) {
            expect(clause.start).toBeGreaterThanOrEqual(clauseStart);
            clauseStart = clause.end;
          }
          expect(clauseStart).toBeLessThanOrEqual(span.end);
        }
        expect(segments.reports[0]!.span.start).toBe(0);
        expect(segments.reports.at(-1)!.span.end).toBe(text.length);
      }),
    );
  });
  it('leave no digit outside of all sentences', () => {
    fc.assert(
      fc.property(noisyText, (source) => {
        const { segments, text } = read(source);
        const held = segments.sentences.flatMap(({ clauses }) =>
          clauses.map(({ start, end }) => text.slice(start, end)),
        );
        expect(held.join('').replaceAll(/\D/g, '')).toBe(text.replaceAll(/\D/g, ''));
      }),
    );
  });
});
