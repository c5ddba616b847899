/**
 * Prints reports, scans them, reads the scans by OCR, and holds their figures to those of the same text: what is found,
 * what is wrong, and whether anything wrong would be taken without review.
 * Usage: node bench/scans.mjs [--scan clean|office|poor] [--font FILE.ttf] [--cases N] [--keep FOLDER] [--format json]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { launchChromium } from './chromium.mjs';
import { compareFigures, characterErrors } from './scans/compare.mjs';
import { printReport } from './scans/print.mjs';
import { SCANS, scan } from './scans/scan.mjs';
import { createEngine, extract } from '../dist/pipeline.js';
import { readDocument } from '../dist/read/registry.js';
import { builtInRules, readRuleSet } from '../dist/ruleset/index.js';

const { values: options } = parseArgs({
  options: {
    scan: { type: 'string', default: 'office' },
    font: { type: 'string' },
    cases: { type: 'string', default: '25' },
    only: { type: 'string' },
    keep: { type: 'string' },
    format: { type: 'string', default: 'table' },
  },
});
if (!(options.scan in SCANS)) throw new Error(`--scan is one of ${Object.keys(SCANS).join(', ')}`);

const FIXTURES = resolve(import.meta.dirname, '../fixtures');
const engine = createEngine(readRuleSet([builtInRules()]).ruleSet);

/** Reports with the most figures; texts that have no clean form (pinyin, pages of a website, damaged) are no print. */
const UNPRINTED = /pinyin|ocr|chrome|half-broken|hard-wrapped|scraped|trad$|jiemi|pasted/;

async function figuresOf(bytes, name) {
  const { document, diagnostics } = await readDocument(bytes, name);
  if (!document) throw new Error(`${name}: ${diagnostics.map(({ message }) => message).join('; ')}`);
  const { figures } = extract(document, name, engine);
  return { document, diagnostics, figures: figures.map(({ record }) => record) };
}

async function chooseReports() {
  const names = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const reports = [];
  for (const { name } of names) {
    if (options.only ? name !== options.only : UNPRINTED.test(name)) continue;
    const bytes = readFileSync(join(FIXTURES, name, 'input.txt'));
    const read = await figuresOf(bytes, 'input.txt');
    reports.push({ name, text: read.document.text, figures: read.figures });
  }
  return reports.sort((a, b) => b.figures.length - a.figures.length).slice(0, Number(options.cases));
}

const browser = await launchChromium();
const rows = [];
try {
  for (const { name, text, figures } of await chooseReports()) {
    const print = await printReport(browser, text, options.font);
    const pdf = await scan(print, SCANS[options.scan], name);
    if (options.keep)
      await import('node:fs').then((fs) => fs.writeFileSync(join(options.keep, `${name}.pdf`), pdf));
    const [begun, used] = [performance.now(), process.cpuUsage()];
    const read = await figuresOf(pdf, `${basename(name)}.pdf`);
    const seconds = (performance.now() - begun) / 1000;
    const { user, system } = process.cpuUsage(used);
    const pages = read.document.layout.pages.length;
    rows.push({
      name,
      pages,
      seconds,
      cpu: (user + system) / 1e6,
      ...characterErrors(text, read.document.text),
      ...compareFigures(figures, read.figures),
      confidence: read.diagnostics.find(({ code }) => code === 'document-recognised')?.params.confidence ?? 0,
    });
    const row = rows.at(-1);
    if (options.format === 'table')
      console.log(
        `${name.padEnd(34)} ${pages} p ${(row.cpu / pages).toFixed(1)} s/p  CER ${((100 * row.errors) / row.characters).toFixed(2)} %  figures ${row.found} (${row.placed} placed)/${row.wanted}  wrong ${row.wrong.length}  accepted ${row.accepted}  wrong accepted ${row.wrongAccepted.length}${row.wrong.length > 0 ? `  ${row.wrong.map(({ indicator, value, exact, confidence }) => `${indicator} ${value} (${exact}, ${confidence})`).join('; ')}` : ''}`,
      );
  }
} finally {
  await browser.close();
}

const sum = (key) =>
  rows.reduce((total, row) => total + (Array.isArray(row[key]) ? row[key].length : row[key]), 0);
const totals = {
  scan: options.scan,
  reports: rows.length,
  pages: sum('pages'),
  secondsPerPage: sum('seconds') / sum('pages'),
  cpuSecondsPerPage: sum('cpu') / sum('pages'),
  characterErrorRate: sum('errors') / sum('characters'),
  recall: sum('found') / sum('wanted'),
  recallWithRegion: sum('placed') / sum('wanted'),
  figures: sum('wanted'),
  wrong: sum('wrong'),
  accepted: sum('accepted'),
  wrongAccepted: sum('wrongAccepted'),
  peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
};
console.log(options.format === 'json' ? JSON.stringify({ totals, rows }, null, 2) : totals);
process.exitCode = totals.recall >= 0.85 && totals.wrongAccepted === 0 ? 0 : 1;
