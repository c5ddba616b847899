import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginRun,
  checkHealth,
  finishRun,
  saveDocument,
  searchDocuments,
  type SearchHit,
} from '../../src/store/index.js';
import { foldText, indexTerms } from '../../src/store/words.js';
import { documentOf, newStore } from './fixtures.js';

const TEXTS = {
  'a.txt': '各地志愿者走上街头，\n发放口罩和宣传单。',
  'b.txt': '志愿服务队接听12355热线，ＱＱ群里有人询问。',
  'c.txt': '核酸检测由医护人员承担，志\n愿者维持秩序。',
  'd.txt': '𠮷野家送来😀盒饭，公益行动(第二批)开始。',
};

function searching(words: string, indexed: boolean): SearchHit[] {
  const { store, run } = newStore();
  for (const [file, text] of Object.entries(TEXTS)) saveDocument(store, documentOf(run, text, [], { file }));
  if (indexed) finishRun(store, run, { finishedAt: 'now', status: 'done', counts: {} });
  return searchDocuments(store, words);
}

describe.each([true, false])('searching documents, with their words in the index: %s', (indexed) => {
  it.each([
    ['志愿', ['a.txt', 'b.txt', 'c.txt']],
    ['口罩', ['a.txt']],
    ['志愿者', ['a.txt', 'c.txt']],
    ['志愿 口罩', ['a.txt']],
    ['口罩　志愿者', ['a.txt']],
    ['者走', ['a.txt']],
    ['者', ['a.txt', 'c.txt']],
    ['单', ['a.txt']],
    ['12355', ['b.txt']],
    ['12355热线', ['b.txt']],
    ['qq', ['b.txt']],
    ['检测 秩序', ['c.txt']],
    ['𠮷野', ['d.txt']],
    ['行动(第二批)', ['d.txt']],
    ['愿队', []],
    ['头发', []],
    ['——', []],
    ['" OR 志愿', []],
    ['', []],
  ])('finds %j', (words, files) => {
    expect(searching(words, indexed).map((hit) => hit.file)).toEqual(files);
  });

  it('says where the first word stands, in code points', () => {
    const [hit] = searching('盒饭', indexed);
    expect(hit).toMatchObject({ start: 6, end: 8, snippet: TEXTS['d.txt'] });
    const [broken] = searching('志愿者 核酸', indexed);
    expect(Array.from(TEXTS['c.txt']).slice(broken!.start, broken!.end).join('')).toBe('志\n愿者');
    expect(broken!.snippet).toContain('志 愿者维持秩序');
  });
});

describe('the text index', () => {
  it('follows a text that is read differently by a newer reader', () => {
    const { store, run } = newStore();
    const document = documentOf(run, '旧的读法志愿', [], { file: 'a.pdf' });
    saveDocument(store, document);
    finishRun(store, run, { finishedAt: 'now', status: 'done', counts: {} });
    const newer = { ...document, document: { ...document.document, text: '新的读法口罩' } };
    saveDocument(store, newer);
    finishRun(store, run, { finishedAt: 'now', status: 'done', counts: {} });
    expect(searchDocuments(store, '旧的')).toEqual([]);
    expect(store.all("SELECT rowid FROM document_words WHERE document_words MATCH '志愿'")).toEqual([]);
    expect(searchDocuments(store, '口罩')).toHaveLength(1);
    expect(checkHealth(store).every((check) => check.ok)).toBe(true);
  });

  it('takes in by the batch what is saved, and after a crash what was left', () => {
    const { store, run } = newStore();
    const waiting = (): unknown => store.get('SELECT count(*) AS n FROM documents WHERE searchable = 0');
    for (let index = 0; index < 70; index++) saveDocument(store, documentOf(run, `第${index}份`));
    expect(waiting()).toEqual({ n: 6 });
    beginRun(store, { startedAt: 'later', ruleVersion: 'v1', options: {} });
    expect(waiting()).toEqual({ n: 0 });
    expect(searchDocuments(store, '69份', { limit: 3 })).toHaveLength(1);
  });

  it('leaves out the earlier text of a changed file', () => {
    const { store, run } = newStore();
    for (const text of ['口罩一批', '口罩两批'])
      saveDocument(store, documentOf(run, text, [], { file: 'a.txt' }));
    expect(searchDocuments(store, '口罩').map((hit) => hit.snippet)).toEqual(['口罩两批']);
  });

  it('holds every pair of Han characters, and levels no offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('志愿者𠮷，\n aB1Ｚİ😀')) }), (text) => {
        expect(foldText(text)).toHaveLength(text.length);
        const terms = new Set(indexTerms(text).split(' '));
        for (const [, pair] of text.matchAll(/(?=(\p{Script=Han}{2}))/gu)) expect(terms).toContain(pair);
      }),
    );
  });
});
