import Database from 'better-sqlite3';
import { copyFileSync, renameSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type {
  DecisionResponse, Derivation, DocumentDetail, DocumentPage, DocumentPart, Facets, FigureDetail, Mark, OtherMarks, QueuePage, ReadPlace, RegionHits, SearchResult, Session,
} from '../../src/review/api.js'; // prettier-ignore
import { BUSY_MS } from '../../src/review/when-free.js';
import { queryFigures } from '../../src/store/index.js';
import { newReview, reviewOver, type Review } from './fixtures.js';

const REPORT = `共青团淮安市委员会疫情防控志愿服务情况汇报
截至2022年3月31日，全市共招募青年志愿者近6000名，累计服务4.2万小时；发放口罩1200只。
涟水县有志愿者X名，😀慰问困难家庭86户。<script>alert(1)</script>
全市计划再招募志愿者500名。`;

async function get<Body>(review: Review, path: string): Promise<Body> {
  const { status, body } = await review.get(path);
  expect(status).toBe(200);
  return body as Body;
}
const all = async (review: Review): Promise<QueuePage> => await get<QueuePage>(review, '/queue?status=all');

/** The figure whose number reads so. */
async function figure(review: Review, exact: string): Promise<FigureDetail> {
  const { figures } = await all(review);
  const found = figures.find((one) => one.exact === exact)!;
  return await get<FigureDetail>(review, `/figures/${found.figure_id}`);
}

const value = (review: Review, exact: string) =>
  [...queryFigures(review.store)].find((one) => one.exact === exact);

describe('the queue', () => {
  test('has pages, progress and what stands around each number', async () => {
    const review = newReview({ 'a.txt': REPORT });
    const first = await get<QueuePage>(review, '/queue?status=all&limit=2');
    expect(first).toMatchObject({ more: true, done: 0 });
    expect(first.figures).toHaveLength(2);
    const rest = await get<QueuePage>(review, `/queue?status=all&after=${first.figures[1]!.figure_id}`);
    expect(rest.more).toBe(false);
    expect(first.total).toBe(2 + rest.figures.length);
    const six = [...first.figures, ...rest.figures].find(({ exact }) => exact === '6000')!;
    expect(six).toMatchObject({
      before: expect.stringMatching(/招募青年志愿者近$/) as string,
      after: expect.stringMatching(/^名，/) as string,
      value: 6000,
      lower: 5000,
      region_name: '淮安市',
      as_of: '2022-03-31',
    });
  });

  test('is narrowed by what the facets offer', async () => {
    const review = newReview({ 'a.txt': REPORT });
    const facets = await get<Facets>(review, '/facets?status=all');
    const money = facets.indicators.find(({ value: id }) => id === 'supplies')!;
    expect(money).toMatchObject({ name: '物资数量', count: 1 });
    expect(facets.documents).toMatchObject([{ name: 'a.txt' }]);
    const narrowed = await get<QueuePage>(review, '/queue?status=all&indicator=supplies');
    expect(narrowed.figures.map(({ exact }) => exact)).toEqual(['1200']);
  });

  test('refuses what it does not know', async () => {
    const review = newReview({ 'a.txt': REPORT });
    expect(await review.get('/queue?status=maybe')).toMatchObject({
      status: 400,
      body: { error: 'invalid' },
    });
    expect(await review.get('/queue?limit=100000')).toMatchObject({ status: 400 });
    expect(await review.get('/figures/none')).toMatchObject({ status: 404, body: { error: 'not-found' } });
    expect(await review.get('/elsewhere')).toMatchObject({ status: 404 });
  });
});

describe('a figure', () => {
  test('is shown in its text, with its other numbers marked', async () => {
    const review = newReview({ 'a.txt': REPORT });
    const { text, highlights, marks, document, current } = await figure(review, '6000');
    expect(text).toContain('<script>alert(1)</script>');
    expect(highlights.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['number', '6000'],
    ]);
    expect(document).toMatchObject({ file: 'a.txt', region: '淮安市' });
    expect(current.region_name).toBe('淮安市');
    const marked = marks.map(({ start, end, state }) => `${text.slice(start, end)} ${state}`);
    expect(marked.join('|')).toMatch(/6000 \w+\|.*4\.2万 \w+\|.*1200 \w+\|.*X redacted\|.*86 \w+/);
  });

  test('is derived anew, with the words that it was read from and the numbers that are none', async () => {
    const review = newReview({ 'a.txt': REPORT });
    const detail = await figure(review, '6000');
    const derivation = await get<Derivation>(
      review,
      `/figures/${detail.found.figure_id}/derivation?language=en`,
    );
    const words = (kind: string): string[] =>
      derivation.highlights
        .filter((one) => one.kind === kind)
        .map(({ start, end }) => detail.text.slice(start, end));
    expect(words('hedge')).toEqual(['近']);
    expect(words('unit')).toEqual(['名']);
    expect(words('number')).toEqual(['6000']);
    expect(words('cue').join()).toContain('志愿者');
    expect(words('region')).toEqual(['全市']);
    expect(words('date')).toEqual(['截至2022年3月31日']);
    expect(words('sentence')[0]).toMatch(/^截至.*。$/);
    expect(derivation.text).toBe('en a.txt volunteers');
    const plan = derivation.marks.find(({ start, end }) => detail.text.slice(start, end) === '500')!;
    expect(plan).toMatchObject({ state: 'set-aside', what: 'plan', figure_id: null });
  });
});

describe('decisions', () => {
  const decide = async (review: Review, detail: FigureDetail, more: object): Promise<number> =>
    (
      await review.post('/decisions', {
        figures: [{ id: detail.found.figure_id, standing: detail.standing }],
        ...more,
      })
    ).status;

  test('are accepted, corrected with their bounds, rejected with a reason, and taken back one after the other', async () => {
    const review = newReview({ 'a.txt': REPORT });
    expect(await decide(review, await figure(review, '6000'), { action: 'accept' })).toBe(200);
    const corrected = {
      action: 'correct',
      changes: { value: 1300, qualifier: 'under', region_code: '320826' },
    };
    expect(await decide(review, await figure(review, '1200'), corrected)).toBe(200);
    expect(await decide(review, await figure(review, '86'), { action: 'reject', note: '计划' })).toBe(200);
    expect(value(review, '6000')).toMatchObject({ decision: 'accept', decided_by: '王芳' });
    expect(value(review, '1200')).toMatchObject({
      value: 1300,
      lower: 1200,
      upper: 1300,
      region_name: '涟水县',
    });
    expect(value(review, '86')).toBeUndefined();
    expect((await figure(review, '86')).decisions).toMatchObject([
      { action: 'reject', note: '计划', who: '王芳' },
    ]);
    const undo = async (): Promise<DecisionResponse> => (await review.post('/undo')).body as DecisionResponse;
    expect(await undo()).toMatchObject({ undone: 'reject' });
    expect(value(review, '86')).toBeDefined();
    // a server that was started again knows what was done before
    const again = reviewOver(review.store, '王芳');
    expect((await again.post('/undo')).body).toMatchObject({ undone: 'correct' });
    expect(value(review, '1200')).toMatchObject({ value: 1200, lower: 1200 });
    expect(await undo()).toMatchObject({ undone: 'accept' });
    expect(await undo()).toEqual({ figures: [], undone: null });
  });

  test('on several figures are one act', async () => {
    const review = newReview({ 'a.txt': REPORT });
    const details = [await figure(review, '6000'), await figure(review, '1200')];
    const figures = details.map(({ found, standing }) => ({ id: found.figure_id, standing }));
    expect((await review.post('/decisions', { action: 'accept', figures })).status).toBe(200);
    expect((await get<QueuePage>(review, '/queue?status=decided')).total).toBe(2);
    const { body } = await review.post('/undo');
    expect(new Set((body as DecisionResponse).figures)).toEqual(new Set(figures.map(({ id }) => id)));
    expect((await get<QueuePage>(review, '/queue?status=decided')).total).toBe(0);
  });

  test('of another person are not overwritten unseen, and shown where they differ', async () => {
    const review = newReview({ 'a.txt': REPORT });
    const other = reviewOver(review.store, '李明');
    const seen = await figure(review, '6000');
    expect(await decide(other, seen, { action: 'accept' })).toBe(200);
    expect(await decide(review, seen, { action: 'reject' })).toBe(409);
    expect(value(review, '6000')).toMatchObject({ decision: 'accept', decided_by: '李明' });
    const now = await figure(review, '6000');
    expect(now.disagreement).toBe(false);
    expect(await decide(review, now, { action: 'reject' })).toBe(200);
    expect(await figure(review, '6000')).toMatchObject({ disagreement: true });
    expect(
      (await get<QueuePage>(review, '/queue?status=disputed')).figures.map(({ exact }) => exact),
    ).toEqual(['6000']);
    expect(await get<Session>(review, '/session')).toMatchObject({ disagreements: 1, reviewer: '王芳' });
    // one takes back what is one's own
    expect((await other.post('/undo')).body).toMatchObject({ undone: null });
  });

  test('that cannot be are refused, and nothing of them is kept', async () => {
    const review = newReview({ 'a.txt': REPORT });
    const detail = await figure(review, '6000');
    expect(await decide(review, detail, { action: 'correct', changes: { region_code: '999999' } })).toBe(400);
    expect(await decide(review, detail, { action: 'correct', changes: { as_of: '2022-02-30' } })).toBe(400);
    expect(await decide(review, detail, { action: 'correct', changes: { lower: 9, upper: 3 } })).toBe(400);
    const impossible: object[] = [
      { quote: 'x' }, { value: -5 }, { value: 1e20 }, { value: null, lower: null, upper: null }, { unit: '<b>' },
      { as_of: '9999-01-01' }, { redacted: true }, { value: 700, lower: 800, upper: 900 }, { qualifier: 'range' },
    ]; // prettier-ignore
    for (const changes of impossible)
      expect([changes, await decide(review, detail, { action: 'correct', changes })]).toEqual([changes, 400]);
    expect(await decide(review, detail, { action: 'add' })).toBe(400);
    expect(
      await review.post('/decisions', { action: 'accept', figures: [{ id: 'none', standing: null }] }),
    ).toMatchObject({ status: 404 });
    expect((await review.post('/decisions', { note: 'x'.repeat(300_000) })).status).toBe(413);
    const garbage = await review.post('/decisions', undefined);
    expect(garbage).toMatchObject({ status: 400, body: { error: 'invalid' } });
    expect((await figure(review, '6000')).decisions).toEqual([]);
  });
});

describe('a figure that was missed', () => {
  test('is read where it is selected, and added', async () => {
    const review = newReview({ 'a.txt': REPORT });
    const { document, text } = await figure(review, '6000');
    const start = text.indexOf('500名');
    const read = await get<ReadPlace>(
      review,
      `/places?document=${document.id}&start=${start}&end=${start + 2}`,
    );
    expect(read).toMatchObject({
      start,
      end: start + 3,
      exact: '500',
      set_aside: 'plan',
      unit: '人',
      value: 500,
      region_code: '320800',
    });
    const figures = { indicator: 'volunteers', unit: '人', value: 500, region_code: '320826' };
    const place = { document: document.id, start, end: start + 3 };
    for (const wrong of [
      { value: null },
      { value: 3, redacted: true },
      { value: -3 },
      { value: 3, unit: '<b>' },
    ])
      expect(await review.post('/additions', { ...place, figure: { ...figures, ...wrong } })).toMatchObject({
        ...{ status: 400, body: { error: 'invalid-change' } },
      });
    const added = await review.post('/additions', {
      document: document.id,
      start,
      end: start + 3,
      figure: figures,
      note: '漏',
    });
    expect(added.status).toBe(200);
    expect(value(review, '500')).toMatchObject({
      value: 500, lower: 500, upper: 500, region_name: '涟水县', decision: 'add', quote: '全市计划再招募志愿者500名。',
    }); // prettier-ignore
    const again = { document: document.id, start, end: start + 3, figure: { ...figures, value: 501 } };
    expect((await review.post('/additions', again)).status).toBe(409);
    // offsets behind the 😀 are those of the text all the same
    const [id] = (added.body as DecisionResponse).figures;
    const detail = await get<FigureDetail>(review, `/figures/${id!}`);
    expect(detail.highlights.map(({ start: a, end: b }) => detail.text.slice(a, b))).toEqual(['500']);
    // it is in the lists, also when somebody has rejected it, and after the order was made anew
    const listed = async (at: Review, status: string): Promise<string[]> =>
      (await get<QueuePage>(at, `/queue?status=${status}`)).figures.map(({ exact }) => exact);
    expect(await listed(review, 'decided')).toEqual(['500']);
    const other = reviewOver(review.store, '李明');
    const rejection = { action: 'reject', figures: [{ id: id!, standing: detail.standing }] };
    expect((await other.post('/decisions', rejection)).status).toBe(200);
    expect(value(review, '500')).toBeUndefined();
    expect(await listed(other, 'disputed')).toEqual(['500']);
    expect(await get<FigureDetail>(review, `/figures/${id!}`)).toMatchObject({
      current: { decision: 'reject' },
    });
    expect((await other.post('/undo')).body).toMatchObject({ undone: 'reject' });
    expect((await review.post('/undo')).body).toMatchObject({ undone: 'add' });
    expect(value(review, '500')).toBeUndefined();
    expect(await listed(review, 'decided')).toEqual([]);
    const { total } = await get<QueuePage>(review, '/queue?status=all');
    expect(await listed(review, 'all')).toHaveLength(total);
  });

  test('is of whole characters', async () => {
    const review = newReview({ 'a.txt': '😀😀淮安市有志愿者1200名。' });
    const { document } = await figure(review, '1200');
    const place = (start: number, end: number) =>
      get<ReadPlace>(review, `/places?document=${document.id}&start=${start}&end=${end}`);
    expect(await place(1, 3)).toMatchObject({ start: 0, end: 4, exact: '😀😀' });
    const request = {
      document: document.id,
      start: 1,
      end: 2,
      figure: { indicator: 'volunteers', unit: '人', value: 5 },
    };
    expect((await review.post('/additions', request)).status).toBe(200);
    expect([...queryFigures(review.store)].find(({ value: five }) => five === 5)?.exact).toBe('😀');
  });

  test('needs a place in the text', async () => {
    const review = newReview({ 'a.txt': REPORT });
    const { document } = await figure(review, '6000');
    expect((await review.get(`/places?document=${document.id}&start=9&end=9`)).status).toBe(404);
    expect((await review.get(`/places?document=${document.id}&start=0&end=99999`)).status).toBe(404);
    expect((await review.get('/places?document=none&start=0&end=1')).status).toBe(404);
  });
});

describe('documents', () => {
  const OTHER = '苏州市红十字会工作情况\n2021年，苏州市红十字会募集资金120万元。';

  test('are listed, found by name, and shown with their figures and diagnostics', async () => {
    const review = newReview({ 'a.txt': REPORT, 'b.txt': OTHER });
    const list = await get<DocumentPage>(review, '/documents');
    expect(list.documents.map(({ file }) => file)).toEqual(['a.txt', 'b.txt']);
    expect(await get<DocumentPage>(review, '/documents?q=B.')).toMatchObject({
      total: 1,
      documents: [{ file: 'b.txt', figures: 1 }],
    });
    expect(await get<DocumentPage>(review, '/documents?limit=1')).toMatchObject({ total: 2, more: true });
    const behind = await get<DocumentPage>(review, `/documents?after=${list.documents[0]!.id}`);
    expect(behind.documents.map(({ file }) => file)).toEqual(['b.txt']);
    const detail = await get<DocumentDetail>(review, `/documents/${list.documents[0]!.id}`);
    const { part } = detail;
    expect(part.figures.map(({ exact }) => exact)).toEqual(['6000', '4.2万', '1200', 'X', '86']);
    expect(detail.reports_in_it).toMatchObject([{ region_name: '淮安市', start: 0 }]);
    expect(part).toMatchObject({ text: REPORT, offset: 0, cut: { start: false, end: false } });
    const exact = ({ start, end }: Mark): string => part.text.slice(start, end);
    expect(part.marks.map(exact)).toEqual(['6000', '4.2万', '1200', 'X', '86']);
    const others = await get<OtherMarks>(review, `/documents/${list.documents[0]!.id}/others`);
    expect(others.map(exact)).toContain('500');
    expect((await review.get('/documents/none/parts')).status).toBe(404);
  });

  test('are shown in parts, each with its figures and with offsets of its own', async () => {
    const line = (n: number): string => `😀涟水县组织志愿者${n}名，计划再招募${n + 5000}名。`;
    const text = Array.from({ length: 1500 }, (_, i) => line(1000 + i)).join('\n');
    const review = newReview({ 'long.txt': text });
    const { documents } = await get<DocumentPage>(review, '/documents');
    const { id } = documents[0]!;
    const { part: first, figures } = await get<DocumentDetail>(review, `/documents/${id}`);
    expect(figures).toBe(1500);
    expect(first.cut).toEqual({ start: false, end: true });
    let read = '';
    const listed: string[] = [];
    for (let part: DocumentPart = first; ;) {
      expect(part.text.length).toBeLessThan(13_000);
      expect(part.offset).toBe(read.length);
      const others = await get<OtherMarks>(review, `/documents/${id}/others?at=${part.offset}`);
      const exact = ({ start, end }: Mark): string => part.text.slice(start, end);
      expect(part.marks.map(exact)).toEqual(part.figures.map((one) => one.exact));
      expect(others.map(exact)).toEqual(part.marks.map((mark) => String(Number(exact(mark)) + 5000)));
      read += part.text;
      listed.push(...part.figures.map((one) => one.exact));
      if (!part.cut.end) break;
      part = await get<DocumentPart>(review, `/documents/${id}/parts?at=${read.length}`);
    }
    expect(read).toBe(text);
    expect(listed).toEqual(Array.from({ length: 1500 }, (_, i) => String(1000 + i)));
    // a place leads to the part that holds it
    const late = text.indexOf('2100名');
    const { part } = await get<DocumentDetail>(review, `/documents/${id}?at=${late}`);
    expect(part.text.slice(late - part.offset)).toMatch(/^2100名/);
    expect(part.cut).toEqual({ start: true, end: true });
  });

  test('are searched by two characters', async () => {
    const review = newReview({ 'a.txt': REPORT, 'b.txt': OTHER });
    const { hits, figures } = await get<SearchResult>(review, `/search?q=${encodeURIComponent('募集')}`);
    expect(hits).toMatchObject([{ file: 'b.txt' }]);
    expect(figures).toMatchObject([{ exact: '120万', indicator: 'money', value: 1_200_000 }]);
    const none = { hits: [], figures: [], more: { hits: false, figures: false } };
    expect(await get<SearchResult>(review, '/search?q=%20')).toEqual(none);
  });

  test('a search says where it has found more than it lists', async () => {
    const lines = (n: number): string =>
      Array.from({ length: n }, (_, i) => `第${i}街道募集志愿者${100 + i}名。`).join('\n');
    const search = async (n: number): Promise<SearchResult> =>
      await get(newReview({ 'a.txt': lines(n) }), `/search?q=${encodeURIComponent('募集')}`);
    expect((await search(50)).more).toEqual({ hits: false, figures: false });
    const { figures, hits, more } = await search(51);
    expect([figures.length, hits.length, more]).toEqual([50, 1, { hits: false, figures: true }]);
  });

  test('divisions are found by a part of their names', async () => {
    const review = newReview({});
    const hits = await get<RegionHits>(review, `/regions?q=${encodeURIComponent('涟水')}`);
    expect(hits[0]).toEqual({ code: '320826', name: '涟水县', within: '淮安市 江苏省' });
    expect((await get<RegionHits>(review, '/regions?q=3208'))[0]).toMatchObject({ name: '淮安市' });
    expect(await get<RegionHits>(review, '/regions?q=%25')).toEqual([]);
  });
});

describe('the database under the server', () => {
  const accept = async (review: Review) => {
    const { current } = await figure(review, '6000');
    return { action: 'accept', figures: [{ id: current.figure_id, standing: null }] };
  };

  test('that was deleted takes no decision, and does again when it is put back', async () => {
    const review = newReview({ 'a.txt': REPORT });
    const request = await accept(review);
    const { path } = review.store;
    renameSync(path, `${path}.away`);
    const refusal = { status: 503, body: { error: 'replaced' } };
    expect(await review.post('/decisions', request)).toMatchObject(refusal);
    copyFileSync(`${path}.away`, path);
    expect(await review.post('/decisions', request)).toMatchObject(refusal);
    renameSync(`${path}.away`, path);
    expect(await review.post('/decisions', request)).toMatchObject({ status: 200 });
  });

  test('that another program writes to keeps only those waiting who decide', async () => {
    const review = newReview({ 'a.txt': REPORT });
    const request = await accept(review);
    review.store.waitAtMost(BUSY_MS);
    const other = new Database(review.store.path);
    other.exec('BEGIN IMMEDIATE');
    const order: string[] = [];
    const decided = review.post('/decisions', request).then(({ status }) => order.push(`decided ${status}`));
    for (let n = 0; n < 5; n += 1) {
      const { status } = await review.get('/session');
      order.push(`read ${status}`);
    }
    other.exec('COMMIT');
    other.close();
    await decided;
    expect(order).toEqual([...Array.from({ length: 5 }, () => 'read 200'), 'decided 200']);
  });
});
