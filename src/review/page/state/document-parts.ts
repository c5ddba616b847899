/** A document on screen: the part of its text that one looks for, and the parts beside it as they are reached. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DocumentDetail, DocumentPart, Language, Mark } from '../../api.js';
import { api } from './api-client.js';
import { documentRevision } from './decide.js';
import type { Loaded } from './details.js';
import { language, t } from './language.js';
import { notify } from './notices.js';

/** Parts on screen at once: of those that are left far behind, the text is taken off again. */
const KEPT = 16;
/** A text that long or shorter is put on screen whole, piece by piece, so that the browser's own search finds all of it. */
const WHOLE = 120_000;
const PAUSE_MS = 100;

export type Side = 'start' | 'end';

interface ShownDocument {
  readonly detail: DocumentDetail;
  readonly language: Language;
  /** Side by side, in order. */
  readonly parts: readonly DocumentPart[];
}

const endOf = ({ offset, text }: DocumentPart): number => offset + text.length;

/** An offset behind the end belongs to the last part. */
const holds = (part: DocumentPart, at: number): boolean =>
  at >= part.offset && (at < endOf(part) || !part.cut.end);

/** With one more part at a side, where it lies beside what is there. */
function joined(parts: readonly DocumentPart[], part: DocumentPart): readonly DocumentPart[] {
  if (parts.length > 0 && endOf(parts.at(-1)!) === part.offset) return [...parts, part].slice(-KEPT);
  if (parts.length > 0 && endOf(part) === parts[0]!.offset) return [part, ...parts].slice(0, KEPT);
  return parts;
}

const withOthers = (
  parts: readonly DocumentPart[],
  offset: number,
  others: readonly Mark[],
): readonly DocumentPart[] =>
  parts.map((part) => (part.offset === offset ? { ...part, marks: [...part.marks, ...others] } : part));

/** What of a document is loaded, and how to load more of it at a side. Loads another part where `at` lies in none. */
export function useDocument(
  id: string,
  at: number,
): { readonly document: Loaded<ShownDocument>; readonly loadMore: (side: Side) => void } {
  const [document, setDocument] = useState<Loaded<ShownDocument>>({ state: 'loading' });
  const underway = useRef(new Set<number>());
  const { value: tongue } = language;
  const change = (by: (parts: readonly DocumentPart[]) => readonly DocumentPart[]): void =>
    setDocument((now) =>
      now.state === 'ready' && now.value.detail.id === id
        ? { state: 'ready', value: { ...now.value, parts: by(now.value.parts) } }
        : now,
    );
  const addOthers = ({ offset }: DocumentPart): void => {
    // without them the figures are there all the same
    api.others(id, offset).then(
      (others) => change((parts) => withOthers(parts, offset, others)),
      () => undefined,
    );
  };
  const isThere =
    document.state === 'ready' &&
    document.value.detail.id === id &&
    document.value.language === tongue &&
    document.value.parts.some((part) => holds(part, at));
  useEffect(() => {
    if (isThere) return;
    let isWanted = true;
    setDocument({ state: 'loading' });
    api.document(id, tongue, at).then(
      (detail) => {
        if (!isWanted) return;
        setDocument({ state: 'ready', value: { detail, language: tongue, parts: [detail.part] } });
        addOthers(detail.part);
      },
      (error: unknown) => isWanted && setDocument({ state: 'failed', error }),
    );
    return () => {
      isWanted = false;
    };
  }, [id, tongue, at]);
  const loadMore = (side: Side): void => {
    if (document.state !== 'ready') return;
    const { parts } = document.value;
    const edge = side === 'start' ? parts[0] : parts.at(-1);
    if (!edge?.cut[side]) return;
    const next = side === 'start' ? edge.offset - 1 : endOf(edge);
    if (underway.current.has(next)) return;
    underway.current.add(next);
    api
      .part(id, next)
      .then(
        (part) => {
          change((now) => joined(now, part));
          addOthers(part);
        },
        (error: unknown) =>
          notify('error', t('failed', { message: error instanceof Error ? error.message : String(error) })),
      )
      .finally(() => underway.current.delete(next));
  };
  useEffect(() => {
    if (document.state !== 'ready' || document.value.detail.length > WHOLE) return;
    const { parts } = document.value;
    const side = parts.at(-1)!.cut.end ? 'end' : parts[0]!.cut.start ? 'start' : null;
    if (side === null) return;
    const timer = setTimeout(() => loadMore(side), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [document]);
  const { value: revision } = documentRevision;
  useEffect(() => {
    if (document.state !== 'ready') return;
    for (const { offset } of document.value.parts)
      api.part(id, offset).then(
        (part) => {
          change((parts) => parts.map((each) => (each.offset === part.offset ? part : each)));
          addOthers(part);
        },
        // what was there before stays
        () => undefined,
      );
  }, [revision]);
  return { document, loadMore };
}
