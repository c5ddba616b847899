/** `huibao quantities`: a text → its numbers, and those set aside with the reason. */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { Engine } from '../pipeline.js';
import { parseQuantities, type ParsedQuantities } from '../parse-quantities.js';
import { formatValue } from './figure-columns.js';
import { describeKind, describeQualifier } from '../language/terms.js';
import { say } from '../language/language.js';
import { loadEngine } from './load-engine.js';
import { formatTable, write, type Column } from './print-rows.js';
import { readLines, readText } from './read-lines.js';
import { UsageError } from './usage-error.js';

export interface QuantitiesOptions {
  readonly file?: string;
  readonly format: 'table' | 'json' | 'jsonl';
  readonly rules?: readonly string[];
}

/** The table reads the text as one; `json` and `jsonl` read each line as a text of its own. */
export default async function run(text: string | undefined, options: QuantitiesOptions): Promise<number> {
  const { file, format } = options;
  const stream = await openInput(text, file);
  const engine = loadEngine(options.rules);
  if (format === 'table') await write(formatQuantities(parseQuantities(await readText(stream), engine)));
  else await printLines(readLines(stream), format, engine);
  return 0;
}

async function openInput(
  text: string | undefined,
  file: string | undefined,
): Promise<AsyncIterable<Uint8Array>> {
  if (text !== undefined) {
    if (file === undefined) return toStream(text);
    throw new UsageError(say({ en: 'give a text or --file, not both', zh: '文字与 --file 只能给一种' }));
  }
  if (file !== undefined) return openFile(file);
  if (!process.stdin.isTTY) return process.stdin;
  throw new UsageError(
    say({ en: 'there is no text to read', zh: '没有可读的文字' }),
    say({
      en: 'give it as an argument, with --file, or on standard input: huibao quantities 招募志愿者近6000名',
      zh: '请作为参数给出，或用 --file，或从标准输入读取：huibao quantities 招募志愿者近6000名',
    }),
  );
}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream of one piece
async function* toStream(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

async function openFile(file: string): Promise<AsyncIterable<Uint8Array>> {
  const stream = createReadStream(file);
  try {
    // a folder opens and fails when it is read
    await once(stream, 'readable');
    return stream as AsyncIterable<Uint8Array>;
  } catch (error) {
    const params = { file, reason: (error as Error).message };
    throw new UsageError(
      say({ en: '{file} cannot be read: {reason}', zh: '无法读取 {file}：{reason}' }, params),
    );
  }
}

async function printLines(
  lines: AsyncIterable<string>,
  format: 'json' | 'jsonl',
  engine: Engine,
): Promise<void> {
  let count = 0;
  for await (const line of lines) {
    const shown = JSON.stringify(parseQuantities(line, engine));
    const piece = format === 'jsonl' ? `${shown}\n` : `${count === 0 ? '[\n' : ',\n'}${shown}`;
    count++;
    if (!(await write(piece))) return;
  }
  if (format === 'json') await write(count === 0 ? '[]\n' : '\n]\n');
}

/** Numbers, then those set aside, as two tables. */
function formatQuantities({ quantities, set_aside }: ParsedQuantities): string {
  const place: Column = { key: 'start', title: say({ en: 'place', zh: '位置' }), align: 'right' };
  const number: Column = { key: 'exact', title: say({ en: 'number', zh: '数字' }), max: 32 };
  const found = quantities.map((quantity) => ({
    ...quantity,
    value: formatValue(quantity),
    qualifier: describeQualifier(quantity.qualifier),
  }));
  const aside = set_aside.map((one) => ({ ...one, kind: describeKind(one.kind) }));
  const parts: string[] = [];
  if (found.length > 0) {
    parts.push(
      formatTable(
        [
          place,
          number,
          { key: 'value', title: say({ en: 'value', zh: '数值' }), align: 'right' },
          { key: 'unit', title: say({ en: 'unit', zh: '单位' }) },
          { key: 'qualifier', title: say({ en: 'hedge', zh: '限定' }) },
        ],
        found,
      ),
    );
  } else parts.push(`${say({ en: 'no quantity was found', zh: '没有找到数量' })}\n`);
  if (aside.length > 0) {
    parts.push(
      formatTable(
        [
          place,
          { ...number, title: say({ en: 'set aside', zh: '不计' }) },
          { key: 'kind', title: say({ en: 'because it is', zh: '原因' }) },
          { key: 'value', title: say({ en: 'value', zh: '数值' }) },
        ],
        aside,
      ),
    );
  }
  return parts.join('\n');
}
