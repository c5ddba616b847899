/** What a person types of a division's name in; divisions out, those that begin with it first. */
import type { Store } from './store.js';

export interface RegionFound {
  readonly code: string;
  readonly name: string;
  /** The names of what holds it, the smallest first; empty for provinces. */
  readonly within: string;
}

/** By code, name or other name; of equals the larger first. Abolished divisions are left out. */
export function findRegions(store: Store, words: string, limit = 20): RegionFound[] {
  const query = words.trim();
  if (query === '') return [];
  return store.all<RegionFound>(
    `SELECT r.code, r.name, trim(coalesce(p.name, '') || ' ' || coalesce(g.name, '')) AS within
     FROM regions r LEFT JOIN regions p ON p.code = r.parent LEFT JOIN regions g ON g.code = p.parent
     WHERE r.heir IS NULL AND (
       r.code LIKE :start || '%' OR instr(r.name, :query) > 0
       OR EXISTS (SELECT 1 FROM json_each(r.aliases) a WHERE instr(a.value, :query) > 0))
     ORDER BY instr(r.name, :query) <> 1, r.level = 'county', r.level = 'city', r.code LIMIT :limit`,
    { query, limit, start: /^\d{1,6}$/.test(query) ? query : '\uffff' },
  );
}
