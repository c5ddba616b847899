/** Page, paragraph and table cell of a figure → words. */
import type { FigureRecord } from '../../../model.js';
import type { Language } from '../../api.js';
import { say } from '../words.js';

/** Takes `table 1 row 2 column 3`. */
const CELL = /^table (\d+) row (\d+) column (\d+)$/;

export function describePlace(
  { page, paragraph, cell }: Pick<FigureRecord, 'page' | 'paragraph' | 'cell'>,
  language: Language,
): string {
  const [, table, row, column] = CELL.exec(cell ?? '') ?? [];
  return [
    page === null ? null : say('page', language, { n: page }),
    paragraph === null ? null : say('paragraph', language, { n: paragraph }),
    table && row && column ? say('cell', language, { table, row, column }) : cell,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
