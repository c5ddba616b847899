/** A division's code → the SQL condition and the parameters for it and all that lies below it. */

/**
 * By the code, whose trailing pairs of zeros stand for everything below (GB/T 2260, 3.1), and by the parents, since a
 * county under its province's own rule (省直管) need not share digits with what the table puts above it. `column` holds
 * codes; the parameters come from `regionParameters`.
 */
export const regionAndBelow = (column: string): string => `${column} IN (
  WITH RECURSIVE below (code) AS (
    SELECT code FROM regions WHERE code BETWEEN :region AND :lastBelow
    UNION
    SELECT r.code FROM regions r JOIN below b ON r.parent = b.code
  ) SELECT code FROM below)`;

// 320000 → 329999, 320800 → 320899, 320826 → itself
export const regionParameters = (
  region: string,
): { readonly region: string; readonly lastBelow: string } => ({
  region,
  lastBelow: region.replace(/(?:00){1,2}$/, (zeros) => '9'.repeat(zeros.length)),
});
