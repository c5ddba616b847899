/** Words → the places in documents that have them, and the figures whose sentences do. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SearchResult } from '../../api.js';
import { formatRoute } from '../logic/route.js';
import { api } from '../state/api-client.js';
import type { Loaded } from '../state/details.js';
import { t } from '../state/language.js';
import { navigate } from '../state/navigation.js';
import { FigureLinks } from './figure-links.js';
import { Empty, Failure, Waiting } from './states.js';

/** Characters of which one alone is in every document. */
const SHORTEST = 2;
const PAUSE_MS = 150;

export function Search({ q }: { q: string }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const result = useResult(q.trim());
  return (
    <div class="sheet sheet-search">
      <header class="sheet-head">
        <h2>{t('searchTitle')}</h2>
        <form class="search-form" role="search" onSubmit={(event) => event.preventDefault()}>
          <label class="filter">
            <span>{t('searchLabel')}</span>
            <input
              ref={field}
              class="input large"
              type="search"
              value={q}
              onInput={({ currentTarget }) => navigate({ page: 'search', q: currentTarget.value }, 'replace')}
            />
          </label>
        </form>
      </header>
      {result === null ? <p class="quiet">{t('searchHint')}</p> : <Result result={result} q={q.trim()} />}
    </div>
  );
}

function Result({ result, q }: { result: Loaded<SearchResult>; q: string }) {
  if (result.state === 'failed') return <Failure error={result.error} />;
  if (result.state === 'loading') return <Waiting />;
  const { hits, figures, more } = result.value;
  if (hits.length === 0 && figures.length === 0) return <Empty title={t('searchNone', { q })} />;
  const places = t(more.hits ? 'searchFirstHits' : 'searchHits', { n: hits.length });
  const numbers = t(more.figures ? 'searchFirstFigures' : 'searchFigures', { n: figures.length });
  return (
    <div class="results">
      <p role="status" class="visually-hidden">
        {places} · {numbers}
      </p>
      <section>
        <h3>{places}</h3>
        <ul class="hits">
          {hits.map(({ document_id, file, snippet, start, end }) => (
            <li key={`${document_id}-${start}`}>
              <a href={formatRoute({ page: 'document', id: document_id, place: { start, end } })}>
                <span class="file">{file}</span>
                <span class="snippet" lang="zh-CN">
                  <Marked text={snippet} word={q} />
                </span>
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{numbers}</h3>
        <FigureLinks figures={figures} />
      </section>
    </div>
  );
}

function Marked({ text, word }: { text: string; word: string }) {
  const parts = text.split(word);
  return (
    <>
      {parts.map((part, i) => (
        <span key={i}>
          {part}
          {i < parts.length - 1 && <mark>{word}</mark>}
        </span>
      ))}
    </>
  );
}

/** Null while too little was typed. */
function useResult(q: string): Loaded<SearchResult> | null {
  const [result, setResult] = useState<Loaded<SearchResult> | null>(null);
  useEffect(() => {
    if (Array.from(q).length < SHORTEST) {
      setResult(null);
      return undefined;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      api.search(q, abort.signal).then(
        (value) => setResult({ state: 'ready', value }),
        (error: unknown) => {
          if (!abort.signal.aborted) setResult({ state: 'failed', error });
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [q]);
  return result;
}
