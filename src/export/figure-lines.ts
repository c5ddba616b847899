/** Current figures → the lines of a CSV or JSON lines file, one by one as they are read. */
import type { CurrentFigure } from '../store/index.js';
import { CSV_START, formatCsvLine } from './csv.js';
import { FIGURE_FIELDS } from './figure-fields.js';

const NAMES = FIGURE_FIELDS.map(({ name }) => name);

export function* csvLines(figures: Iterable<CurrentFigure>): Generator<string> {
  yield `${CSV_START}${formatCsvLine(NAMES)}`;
  for (const figure of figures) yield formatCsvLine(NAMES.map((name) => figure[name]));
}

export function* jsonLines(figures: Iterable<CurrentFigure>): Generator<string> {
  for (const figure of figures) yield `${JSON.stringify(figure)}\n`;
}
