/** Current figures → the bytes of a Parquet file, a group of rows after the other: text, numbers, truth values and lists of text. */
import { ByteWriter, parquetWriteRows } from 'hyparquet-writer';
import type { CurrentFigure } from '../store/index.js';
import { FIGURE_FIELDS, type FieldType } from './figure-fields.js';
import { paced } from './paced.js';

type Element = NonNullable<Parameters<typeof parquetWriteRows>[0]['schema']>[number];

/** Rows held in memory at a time. */
const GROUP = 20_000;

const LEAVES: Readonly<Record<Exclude<FieldType, 'texts'>, Omit<Element, 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  whole: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  truth: { type: 'BOOLEAN' },
};

function elementsOf({ name, type }: (typeof FIGURE_FIELDS)[number]): Element[] {
  if (type !== 'texts') return [{ name, ...LEAVES[type], repetition_type: 'OPTIONAL' }];
  return [
    {
      ...{ name, repetition_type: 'OPTIONAL', num_children: 1 },
      ...{ converted_type: 'LIST', logical_type: { type: 'LIST' } },
    },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', ...LEAVES.text, repetition_type: 'OPTIONAL' },
  ];
}

/** @param put takes the bytes in order */
export async function writeParquet(
  figures: Iterable<CurrentFigure>,
  put: (bytes: Uint8Array) => void,
): Promise<void> {
  const writer = new ByteWriter();
  const flush = (): void => {
    put(new Uint8Array(writer.buffer, 0, writer.index));
    writer.index = 0;
  };
  await parquetWriteRows({
    writer: Object.assign(writer, { flush, finish: flush }),
    rows: paced(figures) as AsyncIterable<object> as AsyncIterable<Record<string, unknown>>,
    columns: FIGURE_FIELDS.map(({ name }) => ({ name })),
    schema: [{ name: 'figures', num_children: FIGURE_FIELDS.length }, ...FIGURE_FIELDS.flatMap(elementsOf)],
    rowGroupSize: GROUP,
    createdBy: 'huibao',
  });
}
