/** The divisions of GB/T 2260 as a tree: what stands on a level, what lies below what, who goes on for whom. */
import type { StoredDivision } from '../store/index.js';

export type Level = StoredDivision['level'];
export const LEVELS = ['province', 'city', 'county'] as const satisfies readonly Level[];

/** 北京, 天津, 上海, 重庆: provinces that are compared with cities too. */
export const MUNICIPALITIES: ReadonlySet<string> = new Set(['110000', '120000', '310000', '500000']);

export class Divisions {
  readonly #byCode: ReadonlyMap<string, StoredDivision>;
  readonly #children = new Map<string, StoredDivision[]>();

  constructor(all: readonly StoredDivision[]) {
    this.#byCode = new Map(all.map((division) => [division.code, division]));
    for (const division of all) {
      if (division.heir !== null || division.parent === null) continue;
      const siblings = this.#children.get(division.parent);
      if (siblings) siblings.push(division);
      else this.#children.set(division.parent, [division]);
    }
  }

  get(code: string): StoredDivision | undefined {
    return this.#byCode.get(code);
  }

  /** The code that goes on for an abolished one; a present one is its own. */
  presentCode(code: string): string {
    if (!this.#byCode.get(code)?.heir) return code;
    const seen = new Set<string>();
    let present = code;
    for (
      let heir = this.#byCode.get(present)?.heir;
      heir && !seen.has(heir);
      heir = this.#byCode.get(heir)?.heir
    ) {
      seen.add(heir);
      present = heir;
    }
    return present;
  }

  /**
   * Statements under the codes of today. What is said of a division that has been merged into another one is not the other's own
   * total: it is left out where that states something itself.
   */
  inPresentCodes<Stated extends { readonly region_code: string }>(
    statements: readonly Stated[],
    placeOf: (statement: Stated) => string,
  ): Stated[] {
    const isPresent = ({ region_code }: Stated): boolean => this.presentCode(region_code) === region_code;
    // most databases hold none, and what is asked of each statement takes longer than all else
    if (statements.every(isPresent)) return [...statements];
    const own = new Set(statements.filter(isPresent).map(placeOf));
    return statements.flatMap((each) => {
      if (isPresent(each)) return [each];
      const moved = { ...each, region_code: this.presentCode(each.region_code) };
      return own.has(placeOf(moved)) ? [] : [moved];
    });
  }

  /** What lies directly below; abolished ones left out. */
  childrenOf(code: string): readonly StoredDivision[] {
    return this.#children.get(code) ?? [];
  }

  /** Itself and all that lies below. */
  *treeOf(code: string): Generator<StoredDivision> {
    const own = this.#byCode.get(code);
    if (own) yield own;
    for (const child of this.childrenOf(code)) yield* this.treeOf(child.code);
  }

  /** These and all that they lie in. */
  withAbove(codes: Iterable<string>): Set<string> {
    const all = new Set<string>();
    for (const code of codes)
      for (let above: string | null = code; above !== null && !all.has(above);) {
        all.add(above);
        above = this.#byCode.get(above)?.parent ?? null;
      }
    return all;
  }

  provinces(): StoredDivision[] {
    return [...this.#byCode.values()].filter(({ parent, heir }) => parent === null && heir === null);
  }

  /**
   * What is compared on a level, none inside another. On that of cities also what stands like one: municipalities (直辖市) and
   * counties right below a province; on that of counties also cities without any.
   */
  *onLevel(level: Level, within: string | null): Generator<StoredDivision> {
    const tops =
      within === null ? this.provinces() : [this.#byCode.get(within)].filter((top) => top !== undefined);
    for (const top of tops) yield* this.#down(top, level);
  }

  *#down(division: StoredDivision, level: Level): Generator<StoredDivision> {
    const children = this.childrenOf(division.code);
    const isDeepEnough = LEVELS.indexOf(division.level) >= LEVELS.indexOf(level);
    const standsForCity = level === 'city' && MUNICIPALITIES.has(division.code);
    if (isDeepEnough || standsForCity || children.length === 0) yield division;
    else for (const child of children) yield* this.#down(child, level);
  }
}
