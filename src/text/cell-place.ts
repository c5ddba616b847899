/** Where a cell stands → how figures say it. */
import type { CellPlace } from '../model.js';

export const formatCell = ({ table, row, column }: Pick<CellPlace, 'table' | 'row' | 'column'>): string =>
  `table ${table} row ${row} column ${column}`;
