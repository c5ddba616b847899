/** What is to be drawn on the command line, and where → bars on standard output, or a picture in a file. */
import { extname } from 'node:path';
import type { Comparison, Trends } from '../compare/index.js';
import { detectLanguage, say } from '../language/language.js';
import { drawComparison, drawTrends, formatBars, PictureError, type DrawOptions } from '../picture/index.js';
import { warn } from './labelled-documents.js';
import { write, type RowFormat } from './print-rows.js';
import { checkTarget, saveFile, type Target } from './save-file.js';
import { parseNumber, UsageError } from './usage-error.js';

type Kind = 'bars' | 'heat-map';

export interface ChartOptions {
  readonly db: string;
  readonly format: RowFormat;
  readonly show: 'regions' | 'conflicts' | 'trend';
  /** True: whichever suits. */
  readonly chart?: Kind | true;
  readonly out?: string;
  readonly width?: string;
  readonly force?: boolean;
}

export interface Chart {
  readonly kind: Kind | null;
  /** Null: on the terminal. */
  readonly picture: { readonly target: Target; readonly options: DrawOptions } | null;
}

/** Null where nothing is drawn. @throws {UsageError} for what can not be drawn so, before any work is done */
export function chartOf(options: ChartOptions): Chart | null {
  const { chart, out, show, format, width, force } = options;
  if (out === undefined && (width !== undefined || force)) throw new UsageError(say(NO_FILE), OUT);
  if (chart === undefined && out === undefined) return null;
  if (show === 'conflicts') throw new UsageError(say(NO_CONFLICTS));
  if (format !== 'table') throw new UsageError(say(NO_FORMAT, { format }));
  if (show === 'trend' && chart !== undefined && chart !== true)
    throw new UsageError(say(LINES_ONLY, { kind: chart }), `--show trend ${OUT}`);
  if (out === undefined && (show === 'trend' || chart === 'heat-map'))
    throw new UsageError(say(FILE_ONLY), OUT);
  const kind = chart === undefined || chart === true ? null : chart;
  return { kind, picture: out === undefined ? null : pictureIn(out, options) };
}

function pictureIn(path: string, { db, width, force = false }: ChartOptions): Chart['picture'] {
  const ending = extname(path).toLowerCase();
  if (ending !== '.svg' && ending !== '.png') throw new UsageError(say(NO_ENDING, { path }), OUT);
  const target = { path, force, spare: db };
  checkTarget(target);
  const pixels =
    width === undefined ? undefined : parseNumber('--width', width, { min: 480, max: 4000, whole: true });
  const format = ending === '.svg' ? 'svg' : 'png';
  return { target, options: { format, language: detectLanguage(), width: pixels } };
}

/** @throws {UsageError} where there is nothing to draw, or no font to draw it with */
export async function showComparison(comparison: Comparison, { kind, picture }: Chart): Promise<void> {
  const several = comparison.series.length > 1;
  if (picture === null) await write(barsOf(comparison));
  else if (kind === 'bars' && several) throw new UsageError(say(ONE_SERIES), '--chart heat-map');
  else {
    const chart = kind ?? (several ? 'heat-map' : 'bars');
    await save(picture.target, () => drawComparison(comparison, { ...picture.options, chart }));
  }
}

export async function showTrends(trends: Trends, { picture }: Chart): Promise<void> {
  if (picture) await save(picture.target, () => drawTrends(trends, picture.options));
}

/** Of every series, one below the other. */
function barsOf(comparison: Comparison): string {
  const width = process.stdout.columns;
  return comparison.series
    .map((_, series) => formatBars(comparison, { language: detectLanguage(), series, width }))
    .map((lines) => lines.map((line) => `${line}\n`).join(''))
    .join('\n');
}

async function save(target: Target, draw: () => Promise<string | Uint8Array>): Promise<void> {
  try {
    const drawn = await draw();
    await saveFile(target, (put) => {
      put(drawn);
      return Promise.resolve();
    });
  } catch (error) {
    if (!(error instanceof PictureError)) throw error;
    const language = detectLanguage();
    throw new UsageError(error.describe(language), error.hint(language));
  }
  warn(WRITTEN, { path: target.path });
}

const OUT = '--out FILE.svg';
const NO_FILE = {
  en: '--width and --force go with a picture: --out',
  zh: '--width 和 --force 只用于图片：请用 --out 指定文件',
};
const NO_CONFLICTS = {
  en: 'conflicts are not drawn: leave out --chart and --out',
  zh: '矛盾不能画成图：请去掉 --chart 和 --out',
};
const NO_FORMAT = {
  en: '--format {format} prints rows: leave it out, or --chart and --out',
  zh: '--format {format} 用于输出数据：请去掉它，或去掉 --chart 和 --out',
};
const LINES_ONLY = {
  en: '--show trend draws lines, no {kind}',
  zh: '--show trend 只画折线，不画 {kind}',
};
const FILE_ONLY = {
  en: 'only bars are drawn on the terminal; this goes into a file',
  zh: '终端只能画条形图，此图须写入文件',
};
const NO_ENDING = {
  en: '{path}: pictures are .svg or .png',
  zh: '{path}：图片只能是 .svg 或 .png',
};
const ONE_SERIES = {
  en: 'bars show one series: choose it with --indicator, --unit and --item, or draw a heat map',
  zh: '条形图只画一个系列：请用 --indicator、--unit、--item 选定，或改画热力图',
};
const WRITTEN = { en: 'written: {path}', zh: '已写入 {path}' };
