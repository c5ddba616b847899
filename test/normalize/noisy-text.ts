/** Arbitrary report-like texts for property tests: clean words with every kind of noise between them. */
import fc from 'fast-check';

const words = fc.constantFrom(
  '全县动员志愿者',
  '320名',
  '走访住户',
  '1,250户',
  '組織幹部',
  '發放口罩',
  '5万余只',
  '团县委',
  '（',
  '）',
  '“暖冬”',
  '"暖冬"',
  '鮀莲街道',
  '播放量',
  '3.5万次',
  'APP',
  '(GDP)',
  '一、主要做法',
  '（二）加强宣传',
  '1.开展排查',
  '二是',
  '2020年3月5日',
  '８支',
  '４，２００人',
  '𬶍莲',
);
const marks = fc.constantFrom(
  '，',
  '。',
  ',',
  ':',
  ';',
  '、',
  '!',
  '?',
  '。。',
  '，,',
  '…',
  '~',
  '—',
  '「',
  '」',
  '.',
  '．',
);
const noise = fc.constantFrom(
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\t',
  '\u3000',
  '\u00a0',
  '\u200b',
  '(yīng)',
  '（duì）',
  '(f ā)',
  '(de',
  'shì)',
  '\n- 12 -\n',
  '\n第3页\n',
  '\n2、走访',
  '\n3、余元',
  '\n- 二是',
  '\n• 三是',
  '**',
  '□□',
  'X',
);

export const noisyText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: words },
      { weight: 2, arbitrary: marks },
      { weight: 2, arbitrary: noise },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

/** Text without page marks and tone digits, from which no digit may vanish. */
export const textWithoutPages = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: words },
      { weight: 2, arbitrary: marks },
      { weight: 1, arbitrary: fc.constantFrom(' ', '\n', '\u200b', '(yīng)', '\t', '（duì） ') },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
