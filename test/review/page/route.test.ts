import { describe, expect, test } from 'vitest';
import { USUAL } from '../../../src/review/page/logic/compare-route.js';
import { formatRoute, parseRoute, type Route } from '../../../src/review/page/logic/route.js';

const parse = (address: string): Route => parseRoute(new URL(address, 'http://localhost'));

describe('an address leads back to what it was made from', () => {
  test.each<Route>([
    { page: 'queue', filter: { status: 'open' }, figure: null },
    {
      page: 'queue',
      filter: { status: 'decided', indicator: 'volunteers', region: '510000' },
      figure: 'a6d3',
    },
    {
      page: 'queue',
      filter: { status: 'all', region: 'none', rule: 'context', reason: '疑点 & 依据' },
      figure: '#?',
    },
    { page: 'documents', q: '2024/汇报', status: 'failed' },
    { page: 'document', id: 'f00', place: null },
    { page: 'document', id: 'f00', place: { start: 12, end: 40 } },
    { page: 'search', q: '志愿 服务' },
    { page: 'unplaced' },
    USUAL,
    {
      ...USUAL,
      query: {
        indicator: ['volunteers', 'money'],
        level: 'county',
        region: '320000',
        window: 365,
        review: true,
        every: true,
      },
      ...{ view: 'trend', of: 2, over: ['320500', '320800'] },
    },
    {
      ...USUAL,
      query: {
        indicator: [],
        from: '2022-01-01',
        to: '2022-03-31',
        unit: '只',
        item: '口罩',
        review: false,
        every: false,
      },
      ...{ sort: { by: 3, order: 'up' }, open: { cell: { at: '320500', series: 3 } } },
    },
    {
      ...USUAL,
      view: 'conflicts',
      sort: { by: 'region', order: 'down' },
      open: { figures: ['a6d3', 'f00'] },
    },
  ])('%j', (route) => {
    expect(parse(formatRoute(route))).toEqual(route);
  });
});

test.each([
  ['/', { page: 'queue', filter: { status: 'open' }, figure: null }],
  ['/nowhere/else', { page: 'queue', filter: { status: 'open' }, figure: null }],
  ['/?status=maybe&indicator=', { page: 'queue', filter: { status: 'open' }, figure: null }],
  ['/compare?show=pie&sort=x&of=-1&over=苏州&level=village&region=3205&from=1.1.2022&window=0#cell=x', USUAL],
  ['/compare?from=2022-01-01&window=31', { ...USUAL, query: { ...USUAL.query, from: '2022-01-01' } }],
  ['/documents/f00#place=40-12', { page: 'document', id: 'f00', place: null }],
])('%s, which nobody made, still leads somewhere', (address, route) => {
  expect(parse(address)).toEqual(route);
});
