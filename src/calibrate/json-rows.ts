/** A file of JSON lines, a head and rows → its lines, and each of them by its schema, with what is wrong and where. */
import * as z from 'zod';

/** One line that can be read, and what to call it where it can not. */
export interface JsonRow {
  readonly line: string;
  /** `file:number`. */
  readonly where: string;
}

/** Head and rows without blank lines and byte order mark; numbers count the lines that hold something. */
export function splitRows(text: string, source: string): [head: JsonRow, ...rows: JsonRow[]] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const rowOf = (line: string, i: number): JsonRow => ({ line, where: `${source}:${i + 1}` });
  const [head = '', ...rows] = lines;
  return [rowOf(head, 0), ...rows.map((line, i) => rowOf(line, i + 1))];
}

/** @throws {Error} `file:number: no <what>: <reason>` */
export function readRow<T>({ line, where }: JsonRow, schema: z.ZodType<T>, what: string): T {
  try {
    return schema.parse(JSON.parse(line));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new Error(`${where}: no ${what}: ${reason}`, { cause: error });
  }
}
