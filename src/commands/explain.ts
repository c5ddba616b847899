/** `huibao explain`: a figure of the database, or a file → how its numbers came about, or why they are none. */
import { explain as explainExtraction, type NumberSummary } from '../explain.js';
import type { FigureRecord } from '../model.js';
import { extract, type Engine, type Extraction } from '../pipeline.js';
import { CodePointIndex } from '../text/span.js';
import { explainStored, formatStoredFigure } from './explain-stored.js';
import { findPlaces } from './find-places.js';
import { formatDiagnostic } from './format-diagnostic.js';
import { formatPlace } from './format-explanation.js';
import { formatNumbers } from './format-numbers.js';
import { say } from '../language/language.js';
import { loadEngine } from './load-engine.js';
import { printable, write } from './print-rows.js';
import { findPlace } from '../workers/find-place.js';
import type { FilePlace } from '../read/members.js';
import { readOne } from './read-one.js';
import { UsageError } from './usage-error.js';

export interface ExplainOptions {
  readonly at?: string;
  readonly db: string;
  readonly rules?: readonly string[];
  readonly format: 'table' | 'json';
}

/** What `--format json` prints for a file. */
export interface FileExplanation {
  readonly file: string;
  readonly document_id: string;
  readonly rule_version: string;
  readonly figures: readonly FigureRecord[];
  readonly numbers: readonly NumberSummary[];
}

// the start of a figure's id, as tables show it: takes `3f2a91c0…` and `3f2a`; leaves `report.txt` and `3f2`
const FIGURE_ID = /^([0-9a-f]{4,16})…?$/;

/** @returns 0, or 1 where the file could not be read */
export default async function run(subject: string, options: ExplainOptions): Promise<number> {
  const place = await findPlace(subject);
  const id = place ? undefined : FIGURE_ID.exec(subject)?.[1];
  if (id !== undefined) {
    if (options.at === undefined) return await printStored(id, options);
    throw new UsageError(
      say({ en: '--at goes with a file, not with a figure', zh: '--at 只能与文件一起使用' }),
    );
  }
  if (place) return await explainFile(subject, place, options);
  throw new UsageError(
    say(
      {
        en: '"{subject}" is neither a file nor the id of a figure',
        zh: '“{subject}”既不是文件，也不是数据编号',
      },
      { subject },
    ),
    say({
      en: 'ids are listed by: huibao query, or: huibao explain FILE',
      zh: '编号可用 huibao query 或 huibao explain 文件 查看',
    }),
  );
}

async function explainFile(
  file: string,
  place: FilePlace,
  { at, rules, format }: ExplainOptions,
): Promise<number> {
  const { document, diagnostics } = await readOne(place);
  for (const one of diagnostics) process.stderr.write(`${formatDiagnostic(file, one)}\n`);
  if (!document) return 1;
  const engine = loadEngine(rules);
  const extraction = extract(document, file, engine);
  const explainer = explainExtraction(extraction, engine);
  if (at === undefined) {
    for (const one of extraction.diagnostics) process.stderr.write(`${formatDiagnostic(file, one)}\n`);
    const explanation: FileExplanation = {
      file,
      document_id: document.id,
      rule_version: engine.ruleSet.version,
      figures: extraction.figures.map(({ record }) => record),
      numbers: explainer.numbers(),
    };
    await write(
      format === 'json'
        ? toJson(explanation)
        : printable(formatNumbers(explanation.numbers, explanation.figures, indicatorNames(engine))),
    );
    return 0;
  }
  const places = findPlaces(extraction, engine, at).map((span) => explainer.place(span));
  if (places.length === 0) throw notFound(at, file, extraction);
  await write(
    format === 'json'
      ? toJson({ file, places })
      : printable(places.map((place) => formatPlace(place, file)).join('\n')),
  );
  return 0;
}

const toJson = (data: object): string => `${JSON.stringify(data, null, 2)}\n`;

const indicatorNames = ({ ruleSet }: Engine): Map<string, string> =>
  new Map(ruleSet.rules.map(({ id, name }) => [id, name]));

function notFound(at: string, file: string, { document }: Extraction): UsageError {
  const length = new CodePointIndex(document.text).toCodePoint(document.text.length);
  return new UsageError(
    say({ en: 'there is no "{at}" in {file}', zh: '{file} 中没有“{at}”' }, { at, file }),
    say(
      {
        en: '--at takes words of the text, or a place from 0 to {last}',
        zh: '--at 可以是文中的文字，或 0 到 {last} 之间的位置',
      },
      { last: Math.max(0, length - 1) },
    ),
  );
}

async function printStored(id: string, options: ExplainOptions): Promise<number> {
  const explained = await explainStored(id, options);
  const names = indicatorNames(explained.engine);
  await write(
    options.format === 'json'
      ? toJson(explained.explanation)
      : printable(formatStoredFigure(explained, names)),
  );
  return 0;
}
