/** What narrows the queue, each with how many figures it would leave. */
import type { Facet, Facets, QueueFilter } from '../../api.js';
import { FILTER_FIELDS, STATUSES, type FilterField } from '../logic/route.js';
import { t } from '../state/language.js';
import { navigate } from '../state/navigation.js';
import { facets, filter } from '../state/queue.js';
import { indicatorName, session, wordFor } from '../state/session.js';
import type { Word } from '../words.js';

const FACETS: Readonly<Record<FilterField, keyof Facets>> = {
  indicator: 'indicators',
  region: 'regions',
  document: 'documents',
  rule: 'rules',
  reason: 'reasons',
};
const LABELS: Readonly<Record<FilterField | 'status', Word>> = {
  status: 'filterStatus',
  indicator: 'filterIndicator',
  region: 'filterRegion',
  document: 'filterDocument',
  rule: 'filterRule',
  reason: 'filterReason',
};
const STATUS_WORDS = {
  open: 'statusOpen',
  sure: 'statusSure',
  decided: 'statusDecided',
  disputed: 'statusDisputed',
  all: 'statusAll',
} as const;
/** More of one kind than anybody picks from a list; the most frequent come first. */
const LONGEST = 300;

export function Filters() {
  const disputed = session.value?.disagreements ?? 0;
  const active = FILTER_FIELDS.filter((field) => filter.value[field]);
  return (
    <form
      class="filters"
      role="search"
      aria-label={t('filters')}
      onSubmit={(event) => event.preventDefault()}
    >
      <label class="filter">
        <span>{t(LABELS.status)}</span>
        <select
          class="select"
          value={filter.value.status}
          onChange={({ currentTarget: { value } }) =>
            narrow({ ...filter.value, status: STATUSES.find((each) => each === value) ?? 'open' })
          }
        >
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {t(STATUS_WORDS[status])}
              {status === 'disputed' && disputed > 0 ? ` (${disputed})` : ''}
            </option>
          ))}
        </select>
      </label>
      {FILTER_FIELDS.map((field) => (
        <FacetSelect key={field} field={field} />
      ))}
      {active.length > 0 && (
        <button type="button" class="link" onClick={() => narrow({ status: filter.value.status })}>
          {t('clearFilters')}
        </button>
      )}
    </form>
  );
}

function FacetSelect({ field }: { field: FilterField }) {
  const chosen = filter.value[field] ?? '';
  const choices = facets.value?.[FACETS[field]].slice(0, LONGEST) ?? [];
  const isListed = choices.some(({ value }) => value === chosen);
  return (
    <label class="filter">
      <span>{t(LABELS[field])}</span>
      <select
        class={chosen ? 'select chosen' : 'select'}
        value={chosen}
        aria-busy={facets.value === null}
        onChange={({ currentTarget: { value } }) => narrow({ ...filter.value, [field]: value })}
      >
        <option value="">{t('any')}</option>
        {chosen !== '' && !isListed && <option value={chosen}>{nameOf(field, chosen)}</option>}
        {choices.map((facet) => (
          <option key={facet.value} value={facet.value}>
            {`${nameOf(field, facet.value, facet)} (${facet.count})`}
          </option>
        ))}
      </select>
    </label>
  );
}

function nameOf(field: FilterField, value: string, facet?: Facet): string {
  if (field === 'reason') return wordFor(value);
  if (field === 'region' && value === 'none') return t('regionNone');
  if (field === 'document' && facet) return facet.name.split('/').slice(-2).join('/');
  if (field === 'indicator') return indicatorName(value);
  return facet?.name ?? value;
}

function narrow(to: QueueFilter): void {
  navigate({ page: 'queue', filter: to, figure: null });
}

/** How many fields narrow it, for the narrow screen's fold. */
export const activeFilters = (): number =>
  FILTER_FIELDS.filter((field) => filter.value[field]).length + (filter.value.status === 'open' ? 0 : 1);
