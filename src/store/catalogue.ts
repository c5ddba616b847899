/** What the rule files name, for people who query: indicators, units and regions of a rule set into their tables. */
import type { Division, Rule, UnitWord } from '../model.js';
import type { Store } from './store.js';

/** The parts of a rule set that the database holds; a `RuleSet`'s `rules`, `divisions` and `units` fit. */
export interface Catalogue {
  readonly ruleVersion: string;
  readonly indicators: readonly Pick<
    Rule,
    'id' | 'name' | 'core' | 'description' | 'units' | 'unitWhenMissing' | 'convert'
  >[];
  readonly regions: readonly Division[];
  readonly units: readonly UnitWord[];
}

/**
 * Saves the catalogue, unless this version of it is saved already. What an older rule set named and
 * this one does not stays, since stored figures refer to it.
 *
 * @returns whether anything was written
 */
export function saveCatalogue(store: Store, catalogue: Catalogue): boolean {
  const { ruleVersion, indicators } = catalogue;
  const saved = store.get<{ count: number }>(
    'SELECT count(*) AS count FROM indicators WHERE rule_version = :ruleVersion',
    { ruleVersion },
  )!;
  if (indicators.length > 0 && saved.count === indicators.length) return false;
  store.transaction(() => {
    saveRegions(store, catalogue.regions);
    saveUnits(store, catalogue);
    for (const { id, name, core, description, units } of indicators)
      store.run(
        `INSERT INTO indicators (id, name, core, description, units, rule_version)
         VALUES (:id, :name, :core, :description, :units, :ruleVersion)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, core = excluded.core,
           description = excluded.description, units = excluded.units, rule_version = excluded.rule_version`,
        { id, name, core: Number(core), description, units: JSON.stringify([...units]), ruleVersion },
      );
  });
  return true;
}

function saveRegions(store: Store, regions: readonly Division[]): void {
  for (const { code, name, aliases, parent, level, heir } of regions)
    store.run(
      `INSERT INTO regions (code, name, level, parent, heir, aliases)
       VALUES (:code, :name, :level, :parent, :heir, :aliases)
       ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level,
         parent = excluded.parent, heir = excluded.heir, aliases = excluded.aliases`,
      { code, name, level, parent, heir, aliases: JSON.stringify(aliases) },
    );
}

function saveUnits(store: Store, { indicators, units }: Catalogue): void {
  const words = new Map<string, Pick<UnitWord, 'word' | 'factor'>[]>();
  for (const { units, unitWhenMissing, convert } of indicators)
    for (const unit of [...units, ...convert.values(), unitWhenMissing])
      if (unit !== null) words.set(unit, []);
  for (const { unit, word, factor } of units) words.set(unit, [...(words.get(unit) ?? []), { word, factor }]);
  for (const [id, written] of words)
    store.run(
      `INSERT INTO units (id, words) VALUES (:id, :words)
       ON CONFLICT (id) DO UPDATE SET words = excluded.words`,
      { id, words: JSON.stringify(written) },
    );
}

/** An indicator of the database's rule set. */
export interface StoredIndicator {
  readonly id: string;
  readonly name: string;
  readonly core: boolean;
}

/** In order of their ids. */
export const storedIndicators = (store: Store): StoredIndicator[] =>
  store
    .all<{ id: string; name: string; core: number }>('SELECT id, name, core FROM indicators ORDER BY id')
    .map(({ core, ...indicator }) => ({ ...indicator, core: core === 1 }));
