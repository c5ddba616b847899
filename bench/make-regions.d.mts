export interface TrueCell {
  readonly indicator: string;
  readonly region: string;
  readonly level: 'province' | 'city' | 'county';
  readonly kind: 'stated' | 'rolled-up' | 'gap';
  /** Of a gap. */
  readonly reason?: string;
  /** Of the others: the true number, what goes into it, and whether no division is missing. */
  readonly value?: number;
  readonly parts?: readonly string[];
  readonly complete?: boolean;
}

export interface Place {
  readonly region: string;
  readonly indicator: string;
}

export interface Truth {
  readonly seed: number;
  readonly question: { readonly from: string; readonly to: string };
  readonly indicators: readonly {
    readonly id: string;
    readonly unit: string;
    readonly item: string | null;
  }[];
  readonly regions: readonly {
    readonly code: string;
    readonly name: string;
    readonly level: string;
    readonly parent: string | null;
  }[];
  readonly cells: readonly TrueCell[];
  readonly conflicts: readonly (Place & { readonly kind: 'disagree' | 'falls' | 'parts' })[];
  readonly restated: readonly Place[];
  readonly reposts: readonly { readonly file: string; readonly original: string }[];
  readonly withoutReport: readonly string[];
  readonly redacted: readonly Place[];
}

export function makeRegions(seed: number): {
  readonly reports: readonly { readonly file: string; readonly text: string }[];
  readonly truth: Truth;
};
