/** The schema's versions in order: takes an open database of an older version to the newest one. */
import type Database from 'better-sqlite3';
import { FIRST_SCHEMA } from './0001-first-schema.js';
import { REPOSTS } from './0002-reposts.js';
import { REVIEW } from './0003-review.js';
import { FOUND } from './0004-found.js';
import { REGION_TOTALS } from './0005-region-totals.js';

/** `MIGRATIONS[n]` leads from version n to n + 1. */
const MIGRATIONS: readonly string[] = [FIRST_SCHEMA, REPOSTS, REVIEW, FOUND, REGION_TOTALS];

/** The version that this program writes; kept in `PRAGMA user_version`. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** "huib" in ASCII: marks a SQLite file as ours in `PRAGMA application_id`. */
export const APPLICATION_ID = 0x68756962;

/** Brings the database to `SCHEMA_VERSION` in one transaction; forward only. */
export function migrate(database: Database.Database): void {
  database
    .transaction(() => {
      // Read inside the transaction: another process may have migrated while this one waited.
      const version = database.pragma('user_version', { simple: true }) as number;
      for (const statements of MIGRATIONS.slice(version)) database.exec(statements);
      database.pragma(`application_id = ${APPLICATION_ID}`);
      database.pragma(`user_version = ${Math.max(version, SCHEMA_VERSION)}`);
    })
    .immediate();
}
