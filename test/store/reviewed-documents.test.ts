import { describe, expect, it } from 'vitest';
import {
  knownPlaces,
  recordDecision,
  reviewedDocuments,
  saveDocument,
  storedFiles,
} from '../../src/store/index.js';
import { documentOf, figureAt, newStore, reportOf, saveFigure, sha256 } from './fixtures.js';

const BY = { who: '李', at: '2026-01-02T00:00:00.000Z' };
const TEXT = '招募志愿者320名，登记志愿者260名，上岗志愿者180名。';

describe('reviewedDocuments', () => {
  it('counts what was decided, what waits, and what the rules lost after it was accepted', () => {
    const { store, run } = newStore();
    const [first, second, third] = [
      figureAt(TEXT, '320', 320),
      figureAt(TEXT, '260', 260, { needs_review: true }),
      figureAt(TEXT, '180', 180),
    ];
    saveDocument(store, documentOf(run, TEXT, [first, second, third]));
    const counts = (): unknown => {
      const [{ decided, waiting, waiting_in_reposts, lost } = {} as never] = reviewedDocuments(store);
      return { decided, waiting, waiting_in_reposts, lost };
    };
    expect(counts()).toEqual({ decided: 0, waiting: 1, waiting_in_reposts: 0, lost: 0 });
    recordDecision(store, { ...BY, figureId: second.figure_id, action: 'accept' });
    recordDecision(store, { ...BY, figureId: third.figure_id, action: 'reject' });
    expect(counts()).toEqual({ decided: 2, waiting: 0, waiting_in_reposts: 0, lost: 0 });
    recordDecision(store, { ...BY, figureId: third.figure_id, action: 'undo' });
    saveDocument(store, { ...documentOf(run, TEXT, [first]), ruleVersion: 'v2' });
    expect(counts()).toEqual({ decided: 1, waiting: 0, waiting_in_reposts: 0, lost: 1 });
    expect(knownPlaces(store, sha256(TEXT))).toHaveLength(3);
  });

  it('tells what waits in a repost from what the review queue holds', () => {
    const { store, run } = newStore();
    for (const text of [TEXT, `${TEXT}\n`]) {
      const figures = [figureAt(text, '320', 320, { needs_review: true })];
      const reports = [reportOf(text, { content_hash: 'same' })];
      saveDocument(store, documentOf(run, text, figures, { reports }));
    }
    const counts = reviewedDocuments(store).map((one) => [one.waiting, one.waiting_in_reposts]);
    expect(counts.sort()).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('leaves out a document whose file has changed since', () => {
    const fixture = newStore();
    const { figure } = saveFigure(fixture, TEXT, '320', 320);
    const [{ file } = { file: '' }] = reviewedDocuments(fixture.store);
    const later = documentOf(fixture.run, `${TEXT}增补`, [], { file });
    saveDocument(fixture.store, later);
    recordDecision(fixture.store, { ...BY, figureId: figure.figure_id, action: 'accept' });
    expect(reviewedDocuments(fixture.store)).toEqual([]);
    expect(storedFiles(fixture.store)).toEqual([file]);
  });
});
