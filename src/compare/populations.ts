/** A table of populations or households that a user gives → what a number is divided by, by division and year. */

/** One line of the table. */
export interface Population {
  /** GB/T 2260. */
  readonly code: string;
  readonly value: number;
  readonly year: number;
  readonly source: string;
}

export class Populations {
  readonly #byCode = new Map<string, Population[]>();

  constructor(rows: readonly Population[]) {
    for (const row of rows.toSorted((a, b) => a.year - b.year))
      this.#byCode.set(row.code, [...(this.#byCode.get(row.code) ?? []), row]);
  }

  /** That of the year, else of the nearest year before, else of the first one after; null where there is none. */
  of(code: string, year: number): Population | null {
    const rows = this.#byCode.get(code) ?? [];
    return rows.findLast((row) => row.year <= year) ?? rows[0] ?? null;
  }
}
