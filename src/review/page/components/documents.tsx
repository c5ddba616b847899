/** All documents of the database, with what was found in each. */
import { useEffect, useState } from 'preact/hooks';
import type { DocumentPage, ListedDocument } from '../../api.js';
import { formatNumber } from '../logic/numbers.js';
import { formatRoute } from '../logic/route.js';
import { api } from '../state/api-client.js';
import type { Loaded } from '../state/details.js';
import { t } from '../state/language.js';
import { navigate } from '../state/navigation.js';
import { Empty, Failure, Waiting } from './states.js';

const PAGE = 100;
const STATUSES = ['ok', 'empty', 'failed'] as const;
const STATUS_WORDS = { ok: 'docOk', empty: 'docEmpty', failed: 'docFailed' } as const;

export function Documents({ q, status }: { q: string; status: string }) {
  const { page, extend, retry } = usePage(q, status);
  const narrow = (to: { q?: string; status?: string }): void =>
    navigate({ page: 'documents', q, status, ...to }, 'replace');
  return (
    <div class="sheet">
      <header class="sheet-head">
        <h2>{t('documents')}</h2>
        {page.state === 'ready' && (
          <p class="quiet" role="status">
            {t('documentsCount', { n: formatNumber(page.value.total) })}
          </p>
        )}
        <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
          <label class="filter">
            <span>{t('documentsFilter')}</span>
            <input
              class="input"
              type="search"
              value={q}
              onInput={({ currentTarget }) => narrow({ q: currentTarget.value })}
            />
          </label>
          <label class="filter">
            <span>{t('docStatus')}</span>
            <select
              class="select"
              value={status}
              onChange={({ currentTarget }) => narrow({ status: currentTarget.value })}
            >
              <option value="">{t('any')}</option>
              {STATUSES.map((each) => (
                <option key={each} value={each}>
                  {t(STATUS_WORDS[each])}
                </option>
              ))}
            </select>
          </label>
        </form>
      </header>
      {page.state === 'failed' && <Failure error={page.error} retry={retry} />}
      {page.state === 'loading' && <Waiting />}
      {page.state === 'ready' && page.value.documents.length === 0 && <Empty title={t('documentsNone')} />}
      {page.state === 'ready' && page.value.documents.length > 0 && <Table {...page.value} />}
      {page.state === 'ready' && page.value.more && (
        <button type="button" class="button more" onClick={extend}>
          {t('loadMore')}
        </button>
      )}
    </div>
  );
}

function Table({ documents }: DocumentPage) {
  const heads = ['file', 'format', 'docStatus', 'reports', 'figures', 'toReview', 'diagnostics'] as const;
  return (
    <div class="table-box" role="region" tabIndex={0} aria-label={t('documents')}>
      <table class="table">
        <thead>
          <tr>
            {heads.map((word, i) => (
              <th key={word} scope="col" class={i > 2 ? 'number' : ''}>
                {t(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {documents.map((each) => (
            <Row key={each.id} document={each} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ document: { id, file, format, status, ...numbers } }: { document: ListedDocument }) {
  return (
    <tr>
      <th scope="row">
        <a href={formatRoute({ page: 'document', id, place: null })}>{file}</a>
      </th>
      <td data-head={t('format')}>{format}</td>
      <td data-head={t('docStatus')}>
        <span class={`badge badge-doc-${status}`}>{t(STATUS_WORDS[status])}</span>
      </td>
      <td class="number" data-head={t('reports')}>
        {formatNumber(numbers.reports)}
        {numbers.reposts > 0 && (
          <span class="quiet" title={t('repostOf')}>
            {` −${numbers.reposts}`}
          </span>
        )}
      </td>
      <td class="number" data-head={t('figures')}>
        {formatNumber(numbers.figures)}
      </td>
      <td class="number" data-head={t('toReview')}>
        {numbers.review > 0 ? (
          <a href={formatRoute({ page: 'queue', filter: { status: 'open', document: id }, figure: null })}>
            {formatNumber(numbers.review)}
          </a>
        ) : (
          <span class="quiet">0</span>
        )}
      </td>
      <td class="number" data-head={t('diagnostics')}>
        {numbers.diagnostics > 0 ? numbers.diagnostics : <span class="quiet">0</span>}
      </td>
    </tr>
  );
}

function usePage(q: string, status: string) {
  const [page, setPage] = useState<Loaded<DocumentPage>>({ state: 'loading' });
  const [tries, setTries] = useState(0);
  const query = { limit: PAGE, ...(q ? { q } : {}), ...(status ? { status } : {}) };
  useEffect(() => {
    const abort = new AbortController();
    api.documents(query, abort.signal).then(
      (value) => setPage({ state: 'ready', value }),
      (error: unknown) => {
        if (!abort.signal.aborted) setPage({ state: 'failed', error });
      },
    );
    return () => abort.abort();
  }, [q, status, tries]);
  const extend = (): void => {
    const last = page.state === 'ready' ? page.value.documents.at(-1) : undefined;
    if (page.state !== 'ready' || !last) return;
    const { value: before } = page;
    api.documents({ ...query, after: last.id }).then(
      (next) =>
        setPage({ state: 'ready', value: { ...next, documents: [...before.documents, ...next.documents] } }),
      (error: unknown) => setPage({ state: 'failed', error }),
    );
  };
  return { page, extend, retry: () => setTries(tries + 1) };
}
