/**
 * The same figures whatever the format: makes every report of the fixtures into every format that can be made here, reads
 * them again, and compares the figures with those of the text; exit code 1 where less than 99 % are the same. Needs a build,
 * and LibreOffice and Chromium for the formats that they write; what cannot be made or read is named and left out.
 *
 *     node bench/parity.mjs [--only pdf,docx] [--cases NAME,NAME] [--differences] [--keep FOLDER] [--format table|json]
 */
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { formatTable, temporaryFolder } from './measure.mjs';
import { describeFigure } from './parity/compare.mjs';
import { compareFormat, loadProgram, obstacleTo, readReports } from './parity/formats.mjs';
import { MAKERS } from './parity/makers.mjs';

/** Of all figures over all formats. */
const LEAST = 0.99;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    cases: { type: 'string' },
    differences: { type: 'boolean', default: false },
    keep: { type: 'string' },
    format: { type: 'string', default: 'table' },
  },
});
if (!['table', 'json'].includes(values.format)) throw new Error('--format takes table or json');

const folder = values.keep ?? temporaryFolder();
mkdirSync(folder, { recursive: true });
const wanted = values.only?.split(',');
const makers = MAKERS.filter(
  ({ name, extension }) => !wanted || wanted.some((word) => word === extension || name.includes(word)),
);
const cases = values.cases?.split(',');
const reports = new Map([...readReports()].filter(([name]) => !cases || cases.includes(name)));
const program = await loadProgram();

const results = [];
const skipped = [];
for (const maker of makers) {
  const obstacle = obstacleTo(maker, program);
  if (obstacle !== null) skipped.push(`${maker.name}: ${obstacle}`);
  else results.push(await compareFormat(maker, reports, program, folder));
}

/** Figures that are the same, of those in either. */
const shareOf = ({ same, missing, extra }) =>
  same / Math.max(1, same + Math.max(missing.length, extra.length));
const sum = (name) => results.reduce((total, result) => total + result[name], 0);
const lists = (name) => results.flatMap((result) => result[name]);
const all = {
  name: 'all',
  reports: lists('reports'),
  same: sum('same'),
  missing: lists('missing'),
  extra: lists('extra'),
};
const hundredths = (share) => `${(Math.floor(share * 10_000) / 100).toFixed(2)} %`;

if (values.format === 'json') console.log(JSON.stringify({ results, skipped }, null, 2));
else {
  const rows = [...results, all].map((result) => [
    ...[result.name, result.reports.length, result.same + result.missing.length, result.same].map(String),
    ...[result.missing.length, result.extra.length].map(String),
    hundredths(shareOf(result)),
  ]);
  console.log(formatTable(['format', 'reports', 'figures', 'same', 'missing', 'extra', 'same of all'], rows));
}
for (const line of skipped) console.error(`SKIPPED ${line}`);
if (values.differences)
  for (const { name, missing, extra } of results)
    for (const [sign, figures] of Object.entries({ '-': missing, '+': extra }))
      for (const figure of figures)
        console.log(`${sign} ${name}, ${figure.report}: ${describeFigure(figure)}`);
if (results.length === 0 || shareOf(all) < LEAST) process.exitCode = 1;
