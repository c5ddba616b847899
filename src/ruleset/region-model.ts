/** The file `report-region.json` of a rule directory → the region model. */
import * as z from 'zod';
import type { RegionModel } from '../model.js';
import type { Problem } from './problem.js';
import type { RuleFile } from './rule-files.js';

/** Characters of a reason that are shown. */
const LONGEST_REASON = 160;

const regionSchema = z.strictObject({ weights: z.record(z.string().min(1), z.number()) });

/** The model of the last file; where there is none, it tells no report's division. */
export function readRegionModel(files: readonly RuleFile[], problems: Problem[]): RegionModel {
  const file = files.at(-1);
  if (file === undefined) return new Map();
  try {
    return new Map(Object.entries(regionSchema.parse(JSON.parse(file.text)).weights));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    const message = `not a region model: ${reason.replace(/\s*\n\s*/g, ' ').slice(0, LONGEST_REASON)}`;
    const hint = 'huibao calibrate --region-out writes it';
    problems.push({ file: file.file, line: 1, column: 1, message, hint, excerpt: null });
    return new Map();
  }
}
