import { describe, expect, it } from 'vitest';
import { blocksOf, shows, withOutputs } from './page.js';

const PAGE = `# A page

\`\`\`sh test fails
echo 1
\`\`\`

\`\`\`
1
\`\`\`

\`\`\`sh test
echo 2
\`\`\`

prints 2:

\`\`\`
none of its output
\`\`\`

\`\`\`sql test
SELECT 1
\`\`\`

| 1 |
| --- |
| 1 |
`;

describe('blocks of a page', () => {
  it('are the fenced ones, with their marks, lines and outputs', () => {
    expect(
      blocksOf(PAGE).map(({ language, marks, line, output }) => [language, [...marks], line, output?.text]),
    ).toEqual([
      ['sh', ['test', 'fails'], 4, '1\n'],
      ['', [], 8, undefined],
      ['sh', ['test'], 12, undefined],
      ['', [], 18, undefined],
      ['sql', ['test'], 22, '| 1 |\n| --- |\n| 1 |\n'],
    ]);
  });

  it('have outputs that can be replaced', () => {
    const outputs = blocksOf(PAGE).flatMap(({ output }) => (output ? [{ ...output, text: 'new\n' }] : []));
    const page = withOutputs(PAGE, outputs);
    expect(page).toContain('```\nnew\n```\n\n```sh test\necho 2');
    expect(page).toMatch(/SELECT 1\n```\n\nnew\n$/);
  });
});

describe('what a page shows', () => {
  it.each([
    ['1\n', '1\n', true],
    ['1\n', '2\n', false],
    ['1\n', '1\n2\n', false],
    ['1\n…\n', '1\n2\n3\n', true],
    ['1\n…\n3\n', '1\n3\n', true],
    ['…\n3\n', '1\n2\n3\n', true],
    ['…\n3\n', '1\n2\n', false],
    ['took … ms (a)\n', 'took 3.5 ms (a)\n', true],
    ['took … ms\n', 'took 3\n4 ms\n', false],
    ['a.c\n', 'abc\n', false],
    ['9 300\n', '9\u2009300\n', true],
  ])('%j of %j: %s', (shown, output, same) => {
    expect(shows(shown, output)).toBe(same);
  });
});
