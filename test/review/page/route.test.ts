import { describe, expect, test } from 'vitest';
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
  ])('%j', (route) => {
    expect(parse(formatRoute(route))).toEqual(route);
  });
});

test.each([
  ['/', { page: 'queue', filter: { status: 'open' }, figure: null }],
  ['/nowhere/else', { page: 'queue', filter: { status: 'open' }, figure: null }],
  ['/?status=maybe&indicator=', { page: 'queue', filter: { status: 'open' }, figure: null }],
  ['/documents/f00#place=40-12', { page: 'document', id: 'f00', place: null }],
])('%s, which nobody made, still leads somewhere', (address, route) => {
  expect(parse(address)).toEqual(route);
});
