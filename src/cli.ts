#!/usr/bin/env node
/** argv → command → exit code. Each command is imported when it is called. */
import { createRequire } from 'node:module';
import { Command, CommanderError, Option } from 'commander';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

const FORMATS = ['table', 'json', 'jsonl', 'csv'];
const format = (fallback: string, choices = FORMATS): Option =>
  new Option('--format <format>', 'how rows are printed').choices(choices).default(fallback);
const rules = (): Option =>
  new Option('--rules <dir...>', 'directories with rule files of your own, added to the built-in ones');
const database = (): Option => new Option('--db <file>', 'the database').default('huibao.sqlite');

/** How much a file may take; the sizes are those of `SAFE_FILE_LIMITS`. */
const withLimits = (command: Command): Command =>
  command
    .option('--concurrency <n>', 'files read at the same time (default: the number of processors)')
    .option('--timeout <seconds>', 'time limit for one file', '1800')
    .option(
      '--silence <seconds>',
      'time limit for one file without headway: no page, sheet or entry done',
      '60',
    )
    .option('--memory <mb>', 'memory limit for reading one file', '1024')
    .option('--max-size <mb>', 'larger files are refused', '200')
    .option('--max-pages <n>', 'files with more pages are refused', '3000')
    .option('--max-unpacked <mb>', 'packed files that come to more are refused', '200')
    .option('--max-ratio <n>', 'files that are packed more than so many times are refused', '100')
    .option('--no-ocr', 'scans and pictures are left unread');

const program = new Command('huibao')
  .description('汇报 → figures: reads Chinese work reports, and keeps every number with its sentence')
  .version(version)
  .showHelpAfterError('(huibao --help shows all commands)')
  .enablePositionalOptions()
  .exitOverride();

let exitCode = 0;

// A reader that has gone (`| head`) is no fault; a disk that is full is.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCode);
  process.stderr.write(`huibao: the output cannot be written: ${error.message}\n`);
  process.exit(2);
});

/** Runs a command's module; what it returns is the exit code. */
const run =
  (load: () => Promise<{ default: (...args: never[]) => Promise<number> }>) =>
  async (...args: unknown[]): Promise<void> => {
    const command = (await load()).default as (...args: unknown[]) => Promise<number>;
    exitCode = await command(...args.slice(0, -1));
  };

withLimits(
  program
    .command('ingest')
    .description('read files and folders into the database')
    .argument('<paths...>', 'files and folders with reports')
    .addOption(database())
    .addOption(rules()),
)
  .option('--retry', 'try files again that broke or hung their reader in earlier runs')
  .action(run(() => import('./commands/ingest.js')));

withLimits(
  program
    .command('extract')
    .description('print the figures of files, without a database')
    .argument('<files...>', 'files and folders with reports')
    .addOption(format('table'))
    .addOption(rules()),
).action(run(() => import('./commands/extract.js')));

program
  .command('quantities')
  .description('print the numbers of a text, and those set aside with the reason')
  .argument('[text]', 'the text; left out: --file or standard input')
  .option('--file <file>', 'a text file, one text a line with --format jsonl')
  .addOption(format('table', ['table', 'json', 'jsonl']))
  .addOption(rules())
  .action(run(() => import('./commands/quantities.js')));

program
  .command('query')
  .description('print figures from the database')
  .addOption(database())
  .addOption(format('table'))
  .option('-i, --indicator <id...>', 'only these indicators (id or Chinese name)')
  .option('-r, --region <region>', 'only this division and those below it (code or name)')
  .option('--from <date>', 'figures that hold for this day or later (YYYY-MM-DD)')
  .option('--to <date>', 'figures that hold for this day or earlier (YYYY-MM-DD)')
  .option('--text <words>', 'only figures whose sentence holds these words')
  .option('--min-confidence <p>', 'only figures at least this sure (0 to 1)')
  .option('--max-confidence <p>', 'only figures at most this sure (0 to 1)')
  .option('--needs-review', 'only figures that need review')
  .addOption(
    new Option('--statistic <statistic>', 'only this statistic').choices([
      'total', 'daily', 'daily_average', 'average', 'maximum', 'each',
    ]), // prettier-ignore
  )
  .addOption(
    new Option('--order <order>', 'how rows are ordered')
      .choices(['file', 'doubt', 'value', 'date', 'region', 'indicator'])
      .default('file'),
  )
  .option('--limit <n>', 'at most this many rows')
  .addOption(
    new Option('--show <what>', 'figures, or what holds between reports')
      .choices(['figures', 'conflicts', 'restatements', 'reposts'])
      .default('figures'),
  )
  .action(run(() => import('./commands/query.js')));

program
  .command('compare')
  .description('compare regions: who states how much, with ties, sums, gaps and conflicts')
  .addOption(database())
  .addOption(format('table'))
  .option('-i, --indicator <id...>', 'these indicators (id or Chinese name; default: all core ones)')
  .option('--unit <unit>', 'in this unit (default: the one that most regions use)')
  .option('--item <goods>', 'of these goods')
  .option('--every-series', 'in every unit and of all goods, a column each')
  .addOption(
    new Option(
      '--level <level>',
      'what is compared (default: what most reports speak of, or lies below --region)',
    ).choices(['province', 'city', 'county']),
  )
  .option('-r, --region <region...>', 'only what lies in this division (code or name); several for a trend')
  .option('--from <date>', 'numbers that hold for this day or later (YYYY-MM-DD)')
  .option('--to <date>', 'numbers that hold for this day or earlier (default: the latest day known)')
  .option('--window <days>', 'instead of --from: so many days up to --to (default: 92)')
  .option('--include-review', 'take figures that wait for review too')
  .option('--per-head <file>', 'divide by a CSV of populations: code,value,year,source')
  .option('--per <n>', 'with --per-head: for so many (default: 10000)')
  .addOption(
    new Option('--show <what>', 'regions, what contradicts what, or regions over time')
      .choices(['regions', 'conflicts', 'trend'])
      .default('regions'),
  )
  .addOption(
    new Option(
      '--chart [kind]',
      'bars instead of the table; with --out: what is drawn of regions (default: bars of one series, else a heat map)',
    ).choices(['bars', 'heat-map']),
  )
  .option('--out <file>', 'draw a picture into this file, NAME.svg or NAME.png')
  .option('--width <pixels>', 'with --out: how wide the picture is at least (default: 960)')
  .option('--force', 'with --out: overwrite the file where it is there already')
  .action(run(() => import('./commands/compare.js')));

program
  .command('review')
  .description('open a page in the browser on which a person checks doubtful figures')
  .addOption(database())
  .addOption(rules())
  .option('--who <name>', 'who decides (default: your user name)')
  .option('--port <n>', 'the port to listen on (default: any that is free)')
  .option('--no-open', 'print the link and open no browser')
  .action(run(() => import('./commands/review.js')));

program
  .command('export')
  .description('take results away: a workbook, a report, a table; or what reviewers decided')
  .addOption(database())
  .addOption(
    new Option(
      '--format <format>',
      'xlsx: comparison, figures and conflicts; html: a report to mail; csv, jsonl, parquet: figures ' +
        'datasette: what Datasette shows of the database (default: by the ending of --out). With --decisions: jsonl or examples',
    ).choices(['xlsx', 'html', 'csv', 'jsonl', 'parquet', 'datasette', 'examples']),
  )
  .option(
    '--out <path>',
    'the file to write (datasette: the folder); csv and jsonl go to standard output without it',
  )
  .option('--force', 'overwrite the file where it is there already')
  .option('-i, --indicator <id...>', 'only these indicators (id or Chinese name)')
  .option('-r, --region <region>', 'only this division and those below it (code or name)')
  .addOption(
    new Option(
      '--level <level>',
      'what is compared (default: what most reports speak of, or lies below --region)',
    ).choices(['province', 'city', 'county']),
  )
  .option(
    '--from <date>',
    'figures that hold for this day or later (YYYY-MM-DD); without it a comparison is of 92 days',
  )
  .option('--to <date>', 'figures that hold for this day or earlier (YYYY-MM-DD)')
  .option('--include-review', 'with figures that wait for review')
  .option('--unit <unit>', 'compared in this unit (default: the one that most regions use)')
  .option('--item <goods>', 'compared are these goods')
  .option('--every-series', 'compared in every unit and of all goods, a column each')
  .option('--per-head <file>', 'compared per head: divided by a CSV of populations: code,value,year,source')
  .option('--per <n>', 'with --per-head: for so many (default: 10000)')
  .option('--wan', 'numbers from 10,000 on in 万')
  .option('--title <text>', 'the heading of a workbook or report')
  .option(
    '--decisions',
    'what reviewers decided. jsonl: gold for evaluate and calibrate, of documents whose doubtful figures have all ' +
      'been decided on, with the sure ones that nobody objected to (--out: a folder, one NAME.jsonl a document); ' +
      'examples: YAML to paste into rule files (--out: a new file)',
  )
  .option('--partial', 'decisions as jsonl: of all documents, only the figures that were decided on')
  .action(run(() => import('./commands/export.js')));

program
  .command('explain')
  .description('show how a figure came about, or why a number is none')
  .argument('<subject>', 'a figure id, or a file')
  .option('--at <place>', 'in a file: a place (code point) or the words around it')
  .addOption(database())
  .addOption(rules())
  .addOption(format('table', ['table', 'json']))
  .action(run(() => import('./commands/explain.js')));

const rulesCommand = program.command('rules').description('work with rule files');
rulesCommand
  .command('check')
  .description('check rule files, and run the examples in them')
  .argument('[dirs...]', 'directories of your own, checked together with the built-in rules')
  .action(run(() => import('./commands/rules-check.js')));

program
  .command('evaluate')
  .description('hold extracted figures against a gold file of yours')
  .argument('<gold>', 'a gold file, or a folder of them (NAME.jsonl for each document NAME.*)')
  .argument('[documents...]', 'the documents; or --figures')
  .option('--figures <file>', 'figures that were extracted before (JSON lines)')
  .option('--accept <p>', 'figures at least this sure count as accepted', '0.8')
  .option('--errors', 'list every error')
  .addOption(rules())
  .addOption(format('table', ['table', 'json']))
  .action(run(() => import('./commands/evaluate.js')));

program
  .command('calibrate')
  .description('fit the confidence to gold files and to what reviewers decided')
  .argument('[gold]', 'a gold file, or a folder of them (NAME.jsonl for each document NAME.*)')
  .argument('[documents...]', 'the documents; left out: those beside the gold files')
  .option('--db <file>', 'a database with decisions of reviewers')
  .option('--observations <file...>', 'observations that were saved before')
  .option('--save-observations <file>', 'save what was learnt from, without any text')
  .option('--out <file>', 'save the model: confidence.json in a directory for --rules')
  .option('--no-test', 'leave out the test on unseen documents, which takes most of the time')
  .option(
    '--context-observations <file...>',
    'contexts of numbers that were saved before; learns the context model too',
  )
  .option(
    '--save-context-observations <file>',
    'save the contexts of numbers that were learnt from, in pieces',
  )
  .option('--context-out <file>', 'save the context model: context.json in a directory for --rules')
  .option(
    '--region-observations <file...>',
    'divisions of reports that were saved before; learns the region model too',
  )
  .option(
    '--save-region-observations <file>',
    'save what reports’ divisions were learnt from, without any name',
  )
  .option('--region-out <file>', 'save the region model: report-region.json in a directory for --rules')
  .addOption(rules())
  .addOption(format('table', ['table', 'json']))
  .action(run(() => import('./commands/calibrate.js')));

program
  .command('doctor')
  .description('check what is installed, which formats can be read, and the database')
  .option('--db <file>', 'the database to check')
  .addOption(rules())
  .addOption(format('table', ['table', 'json']))
  .action(run(() => import('./commands/doctor.js')));

try {
  await program.parseAsync();
  process.exitCode = exitCode;
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else process.exitCode = (await import('./commands/report-failure.js')).reportFailure(error);
}
