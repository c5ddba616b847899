/** The file `context.json` of a rule directory → the context model; and back. */
import * as z from 'zod';
import { WEIGHT_PARTS, type ContextFile, type ContextModel } from '../model.js';
import type { Problem } from './problem.js';
import type { RuleFile } from './rule-files.js';

/** What whole numbers of the file count in. */
const SCALE = 1 / WEIGHT_PARTS;

/** Characters of a reason that are shown. */
const LONGEST_REASON = 160;

const whole = z.int().min(-127).max(127);
const contextSchema = z.strictObject({
  classes: z.array(z.string().min(1)).max(255),
  intercepts: z.array(whole),
  /** Feature → class (by its place), weight, class, weight, … */
  features: z.record(z.string().min(2), z.array(z.int().min(-127).max(254))),
});

/** A model that has learnt nothing: no figure is judged by its words, none is proposed. */
export const EMPTY_CONTEXT: ContextModel = {
  classes: [],
  intercepts: new Int8Array(),
  features: [],
  starts: new Uint32Array(1),
  targets: new Uint8Array(),
  weights: new Int8Array(),
  scale: SCALE,
};

/** What does not fit together although each part is well formed; null where all does. */
function faultOf({ classes, intercepts, features }: ContextFile): string | null {
  if (new Set(classes).size !== classes.length) return 'a class stands there twice';
  if (intercepts.length !== classes.length) return 'there must be one intercept for each class';
  for (const [feature, pairs] of Object.entries(features)) {
    if (pairs.length % 2 !== 0) return `"${feature}": a class without a weight`;
    for (let i = 0; i < pairs.length; i += 2) {
      if (pairs[i]! < 0 || pairs[i]! >= classes.length) return `"${feature}": there is no class ${pairs[i]!}`;
      if (pairs[i + 1]! > 127) return `"${feature}": weights go from -127 to 127`;
    }
  }
  return null;
}

/** The file's content, well formed, as the model. */
export function buildContextModel({ classes, intercepts, features }: ContextFile): ContextModel {
  const lists = Object.values(features);
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((pairs, i) => (starts[i + 1] = starts[i]! + pairs.length / 2));
  const flat = lists.flat();
  return {
    classes,
    intercepts: Int8Array.from(intercepts),
    features: Object.keys(features),
    starts,
    targets: Uint8Array.from(flat.filter((_, i) => i % 2 === 0)),
    weights: Int8Array.from(flat.filter((_, i) => i % 2 === 1)),
    scale: SCALE,
  };
}

/**
 * The model of the last file; empty where there is none. The file is read as JSON, not as the YAML that other rule files
 * are: it is long, and nobody writes it by hand.
 */
export function readContextModel(files: readonly RuleFile[], problems: Problem[]): ContextModel {
  const file = files.at(-1);
  if (file === undefined) return EMPTY_CONTEXT;
  try {
    const raw = contextSchema.parse(JSON.parse(file.text));
    const fault = faultOf(raw);
    if (fault !== null) throw new RangeError(fault);
    return buildContextModel(raw);
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    const message = `not a context model: ${reason.replace(/\s*\n\s*/g, ' ').slice(0, LONGEST_REASON)}`;
    const hint = 'huibao calibrate --context-out writes it';
    problems.push({ file: file.file, line: 1, column: 1, message, hint, excerpt: null });
    return EMPTY_CONTEXT;
  }
}
