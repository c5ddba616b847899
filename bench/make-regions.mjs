/**
 * A seed in; out 200 text reports of 60 counties, 12 cities and 3 provinces, and what is true of them.
 *
 *     node bench/make-regions.mjs --seed 7 --out DIR
 */
import console from 'node:console';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createRandom } from './corpus/random.mjs';
import { count } from './measure.mjs';
import { drawPlaces } from './regions/places.mjs';
import { planReports } from './regions/plan.mjs';
import { drawLook, writeReport } from './regions/report.mjs';
import { giveRoles } from './regions/roles.mjs';
import { truthOf } from './regions/truth.mjs';

/** The same for the same seed. */
export function makeRegions(seed) {
  const random = createRandom(seed);
  const regions = giveRoles(random, drawPlaces(random));
  const plan = planReports(random, regions);
  const reports = random.shuffle(plan.reports);
  const files = reports.map((_, i) => `report-${String(i + 1).padStart(3, '0')}.txt`);
  const looks = new Map(reports.filter(({ repostOf }) => !repostOf).map((report) => [report, drawLook(random)]));
  const texts = reports.map((report, i) => ({
    file: files[i],
    text: writeReport(random, report, looks.get(report.repostOf ?? report)),
  }));
  return { reports: texts, truth: { seed, ...truthOf(regions, { ...plan, reports }, files) } };
} // prettier-ignore

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: { seed: { type: 'string', default: '1' }, out: { type: 'string' } },
  });
  if (values.out === undefined) throw new Error('--out takes the folder to write to');
  const { reports, truth } = makeRegions(count(values, 'seed', 0));
  mkdirSync(values.out, { recursive: true });
  for (const { file, text } of reports) writeFileSync(join(values.out, file), text);
  writeFileSync(join(values.out, 'truth.json'), `${JSON.stringify(truth, null, 2)}\n`);
  console.log(
    `${reports.length} reports, ${truth.conflicts.length} contradictions, ${truth.reposts.length} reposts: ${values.out}`,
  );
}
