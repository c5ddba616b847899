import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnostics.js';
import {
  beginRun,
  diagnosticsOf,
  documentState,
  documentsWithoutFigures,
  finishRun,
  groundingErrors,
  noteFile,
  queryFigures,
  saveCatalogue,
  saveDocument,
  saveFailure,
  summary,
} from '../../src/store/index.js';
import { CATALOGUE, documentOf, figureAt, newStore, reportOf, saveFigure, sha256 } from './fixtures.js';

const TEXT = '淮安市招募志愿者1200名，发放口罩300个。';

describe('saving a document', () => {
  it('gives its figures back as they came, with the name of its file', () => {
    const { store, run } = newStore();
    const figure = figureAt(TEXT, '1200', 1200, { reasons: ['gap-long', 'cue-near'], confidence: 0.731 });
    saveDocument(store, documentOf(run, TEXT, [figure], { file: 'a/report.txt' }));
    expect([...queryFigures(store)]).toEqual([
      { ...figure, file: 'a/report.txt', decision: null, decided_by: null, decided_at: null },
    ]);
    expect(groundingErrors(store)).toBe(0);
  });

  it('changes nothing when it is saved again', () => {
    const { store, run } = newStore();
    const document = documentOf(run, TEXT, [figureAt(TEXT, '1200', 1200)]);
    saveDocument(store, document);
    const dump = (): unknown =>
      ['documents', 'document_files', 'reports', 'figures', 'diagnostics'].map((table) =>
        store.all(`SELECT * FROM ${table}`),
      );
    const before = dump();
    saveDocument(store, document);
    expect(dump()).toEqual(before);
  });

  it('replaces what an earlier rule set found', () => {
    const { store, run } = newStore();
    saveDocument(store, documentOf(run, TEXT, [figureAt(TEXT, '1200', 1200)]));
    const other = figureAt(TEXT, '300', 300, { indicator: 'supplies', unit: '个', item: '口罩' });
    saveDocument(store, documentOf(run, TEXT, [other], { ruleVersion: 'v2' }));
    expect([...queryFigures(store)].map((figure) => figure.exact)).toEqual(['300']);
    expect(documentState(store, sha256(TEXT))).toEqual({ ruleVersion: 'v2', status: 'ok' });
    expect(documentState(store, sha256('another'))).toBeNull();
  });

  it('saves all of a document or nothing', () => {
    const { store, run } = newStore();
    const broken = figureAt(TEXT, '300', 300, { indicator: 'not-in-the-catalogue' });
    expect(() => saveDocument(store, documentOf(run, TEXT, [figureAt(TEXT, '1200', 1200), broken]))).toThrow(
      /FOREIGN KEY/,
    );
    expect(documentState(store, sha256(TEXT))).toBeNull();
  });

  it('saves many at once', () => {
    const { store, run } = newStore();
    const texts = ['一', '二', '三'].map((name) => `${name}县有志愿者50名`);
    store.transaction(() => {
      for (const text of texts) saveDocument(store, documentOf(run, text, [figureAt(text, '50', 50)]));
    });
    expect(summary(store)).toMatchObject({ documents: { ok: 3 }, figures: 3 });
  });

  it('counts in code points, as SQL does, where the text holds astral characters', () => {
    const { store, run } = newStore();
    const text = '𠮷林社区😀有志愿者88名';
    const place = { start: text.indexOf('有'), end: text.length };
    const diagnostics = [
      diagnose('region-unknown', {}, place),
      diagnose('date-unknown', {}, { start: 0, end: 2 }),
    ];
    saveDocument(store, documentOf(run, text, [figureAt(text, '88', 88)], { diagnostics }));
    expect(groundingErrors(store)).toBe(0);
    expect([...diagnosticsOf(store)].map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [5, 12],
    ]);
    store.run('UPDATE figures SET start = start + 1, "end" = "end" + 1');
    expect(groundingErrors(store)).toBe(1);
  });

  it('lists documents that gave no figure', () => {
    const fixture = newStore();
    saveFigure(fixture, TEXT, '1200', 1200);
    saveDocument(fixture.store, documentOf(fixture.run, '会议通知', [], { file: 'b.txt' }));
    expect([...documentsWithoutFigures(fixture.store)]).toEqual([
      { document_id: sha256('会议通知'), file: 'b.txt' },
    ]);
  });
});

describe('the files of a document', () => {
  const later = { startedAt: '2026-02-01T00:00:00.000Z', ruleVersion: 'v1', options: {} };

  it('keeps one document for copies, shown by the first name whatever the order', () => {
    for (const files of [
      ['a.txt', 'b.txt'],
      ['b.txt', 'a.txt'],
    ]) {
      const { store, run } = newStore();
      for (const file of files) saveDocument(store, documentOf(run, TEXT, [], { file }));
      expect(store.all('SELECT file FROM documents')).toEqual([{ file: 'a.txt' }]);
      expect(store.all('SELECT file FROM document_files')).toHaveLength(2);
    }
  });

  it('shows a renamed file by its new name, with the same figures', () => {
    const { store, run } = newStore();
    saveDocument(store, documentOf(run, TEXT, [figureAt(TEXT, '1200', 1200)], { file: 'a.txt' }));
    const [before] = queryFigures(store);
    expect(noteFile(store, beginRun(store, later), 'z.txt', sha256(TEXT))).toBeNull();
    const [after] = queryFigures(store);
    expect(after).toEqual({ ...before, file: 'z.txt' });
  });

  it('leaves the figures of a changed file out, until some file holds that text again', () => {
    const { store, run } = newStore();
    const corrected = '淮安市招募志愿者1300名';
    saveDocument(store, documentOf(run, TEXT, [figureAt(TEXT, '1200', 1200)], { file: 'a.txt' }));
    const saved = saveDocument(
      store,
      documentOf(run, corrected, [figureAt(corrected, '1300', 1300)], { file: 'a.txt' }),
    );
    expect(saved.superseded).toBe(sha256(TEXT));
    expect([...queryFigures(store)].map((figure) => figure.value)).toEqual([1300]);
    noteFile(store, run, 'old/a.txt', sha256(TEXT));
    expect([...queryFigures(store)].map((figure) => figure.value)).toEqual([1300, 1200]);
  });

  it('does not lose a document when two files change places', () => {
    const { store, run } = newStore();
    saveDocument(store, documentOf(run, '甲', [], { file: 'a.txt' }));
    saveDocument(store, documentOf(run, '乙', [], { file: 'b.txt' }));
    const next = beginRun(store, later);
    noteFile(store, next, 'a.txt', sha256('乙'));
    noteFile(store, next, 'b.txt', sha256('甲'));
    expect(store.all('SELECT text, file FROM documents WHERE superseded_by IS NULL ORDER BY file')).toEqual([
      { text: '乙', file: 'a.txt' },
      { text: '甲', file: 'b.txt' },
    ]);
  });
});

describe('a repost', () => {
  const repost = (text: string, hash = 'same'): Parameters<typeof documentOf>[3] => ({
    reports: [reportOf(text, { content_hash: hash })],
  });
  const texts = ['甲：志愿者70名', '乙：志愿者70名', '丙：志愿者70名'];
  const smallest = texts.map(sha256).sort()[0];

  it.each([[[0, 1, 2]], [[2, 1, 0]], [[1, 2, 0]], [[1, 0, 2]]])(
    'counts once, the same one in the order %j',
    (order) => {
      const { store, run } = newStore();
      for (const index of order) {
        const text = texts[index]!;
        saveDocument(store, documentOf(run, text, [figureAt(text, '70', 70)], repost(text)));
      }
      expect([...queryFigures(store)].map((figure) => figure.document_id)).toEqual([smallest]);
      expect(store.all('SELECT DISTINCT duplicate_of FROM reports ORDER BY 1')).toEqual([
        { duplicate_of: null },
        { duplicate_of: `${smallest}#0` },
      ]);
      expect(summary(store)).toMatchObject({ reports: 3, duplicates: 2, figures: 1 });
    },
  );

  it('steps in when the original changes, is superseded, and comes back', () => {
    const { store, run } = newStore();
    const save = (text: string, file: string, hash?: string): void => {
      saveDocument(store, documentOf(run, text, [figureAt(text, '70', 70)], { file, ...repost(text, hash) }));
    };
    const [first, second] = texts.slice().sort((a, b) => (sha256(a) < sha256(b) ? -1 : 1));
    const current = (): (string | undefined)[] =>
      [...queryFigures(store)].map((figure) => figure.document_id);
    save(first!, 'a.txt');
    save(second!, 'b.txt');
    expect(current()).toEqual([sha256(first!)]);
    save(first!, 'a.txt', 'no longer the same');
    expect(current()).toEqual([sha256(first!), sha256(second!)]);
    save(first!, 'a.txt');
    expect(current()).toEqual([sha256(first!)]);
    saveDocument(store, documentOf(run, '换成别的', [], { file: 'a.txt' }));
    expect(current()).toEqual([sha256(second!)]);
    noteFile(store, run, 'c.txt', sha256(first!));
    expect(current()).toEqual([sha256(first!)]);
  });

  it('inside one document counts once too', () => {
    const { store, run } = newStore();
    const text = '志愿者70名。志愿者71名';
    const reports = [0, 1].map((report) => reportOf(text, { report, content_hash: 'same' }));
    const figures = [figureAt(text, '70', 70), figureAt(text, '71', 71, { report: 1 })];
    saveDocument(store, documentOf(run, text, figures, { reports }));
    expect([...queryFigures(store)].map((figure) => figure.report)).toEqual([0]);
  });

  it('is never assumed where there is nothing to compare', () => {
    const { store, run } = newStore();
    for (const text of texts)
      saveDocument(
        store,
        documentOf(run, text, [figureAt(text, '70', 70)], {
          reports: [reportOf(text, { content_hash: null })],
        }),
      );
    expect([...queryFigures(store)]).toHaveLength(3);
  });
});

describe('a file that gave no document', () => {
  const failure = [diagnose('document-damaged', { format: 'docx', reason: 'cut short' })];

  it('is remembered by its bytes, so that it is not tried again', () => {
    const { store, run } = newStore();
    const content = { id: sha256('bytes'), bytes: 5, format: 'docx' };
    saveFailure(store, { run, file: 'x.docx', content, ruleVersion: 'v1', diagnostics: failure });
    expect(documentState(store, content.id)).toEqual({ ruleVersion: 'v1', status: 'failed' });
    expect([...diagnosticsOf(store, { severity: 'error' })]).toMatchObject([
      { file: 'x.docx', document_id: content.id, code: 'document-damaged', params: { reason: 'cut short' } },
    ]);
  });

  it('has its name kept where not even the bytes could be read, until it can be', () => {
    const { store, run } = newStore();
    const unreadable = [diagnose('document-unreadable', { reason: 'EACCES' })];
    for (let times = 0; times < 2; times++)
      saveFailure(store, { run, file: 'x.txt', content: null, ruleVersion: 'v1', diagnostics: unreadable });
    expect([...diagnosticsOf(store, { file: 'x.txt' })]).toMatchObject([{ document_id: null }]);
    expect(summary(store).unreadable).toBe(1);
    saveDocument(store, documentOf(run, TEXT, [], { file: 'x.txt' }));
    expect([...diagnosticsOf(store)]).toEqual([]);
  });

  it('does not undo a good reading of the same bytes', () => {
    const fixture = newStore();
    const { store, run } = fixture;
    saveFigure(fixture, TEXT, '1200', 1200);
    const content = { id: sha256(TEXT), bytes: 9, format: 'txt' };
    const timeout = [diagnose('document-timeout', { seconds: 30 })];
    saveFailure(store, { run, file: 'x.txt', content, ruleVersion: 'v1', diagnostics: timeout });
    expect([...queryFigures(store)]).toHaveLength(1);
    expect([...diagnosticsOf(store)].map((diagnostic) => diagnostic.code)).toEqual(['document-timeout']);
  });
});

describe('runs and the catalogue', () => {
  it('gives every run its own name and marks the ones that were killed', () => {
    const { store, run } = newStore('2026-01-01T00:00:00.000Z');
    const next = beginRun(store, { startedAt: run.startedAt, ruleVersion: 'v1', options: { force: true } });
    expect(next.id).toBe('2026-01-01T00:00:00.000Z-2');
    finishRun(store, next, { finishedAt: '2026-01-01T00:01:00.000Z', status: 'done', counts: { files: 3 } });
    expect(store.all('SELECT id, status, counts, options FROM runs ORDER BY id')).toEqual([
      { id: run.id, status: 'interrupted', counts: null, options: '{}' },
      { id: next.id, status: 'done', counts: '{"files":3}', options: '{"force":true}' },
    ]);
  });

  it('saves a rule set once, and again when it has changed', () => {
    const { store } = newStore();
    expect(saveCatalogue(store, CATALOGUE)).toBe(false);
    const [first, ...others] = CATALOGUE.indicators;
    const renamed = {
      ...CATALOGUE,
      ruleVersion: 'v2',
      indicators: [{ ...first!, name: '志愿者人数' }, ...others],
    };
    expect(saveCatalogue(store, renamed)).toBe(true);
    expect(saveCatalogue(store, renamed)).toBe(false);
    expect(saveCatalogue(store, CATALOGUE)).toBe(true);
    expect(store.get("SELECT words FROM units WHERE id = '人'")).toEqual({
      words: '[{"word":"名","factor":"1"}]',
    });
  });
});
