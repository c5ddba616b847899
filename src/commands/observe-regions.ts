/** An extraction and the gold of its document → of each report, what it may be about and what its figures are about. */
import { REPORT_METHODS } from '../attribute/region-model.js';
import type { RegionObservation } from '../calibrate/region-observations.js';
import type { GoldFigure } from '../evaluate/gold.js';
import type { Extraction } from '../pipeline.js';

/** One observation for each report with a labelled figure that takes the report's division. */
export function observeRegions(
  group: string,
  { figures, regionCandidates }: Extraction,
  golds: readonly GoldFigure[],
): RegionObservation[] {
  const told = regionCandidates.map(() => new Map<string | null, number>());
  for (const gold of golds) {
    // whatever it is a figure of
    const figure = figures.find(({ record }) => record.start < gold.end && gold.start < record.end)?.record;
    if (gold.region_code === undefined || figure === undefined || !REPORT_METHODS.has(figure.region_method))
      continue;
    const counts = told[figure.report]!;
    counts.set(gold.region_code, (counts.get(gold.region_code) ?? 0) + 1);
  }
  return regionCandidates
    .map((candidates, report) => ({
      group,
      candidates: candidates.map(({ code, cues }) => ({
        figures: told[report]!.get(code) ?? 0,
        cues: [...cues],
      })),
    }))
    .filter(({ candidates }) => candidates.some((one) => one.figures > 0));
}
