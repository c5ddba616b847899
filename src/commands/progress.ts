/** How far a run is → one line on a terminal that is written over, or plain lines now and then. */
import type { Clock } from './clock.js';
import { say } from '../language/language.js';
import { cutToWidth, printable } from './print-rows.js';

const ON_TERMINAL_MS = 100;
const PLAIN_MS = 2000;

/** Writes to stderr. A run that is done within two seconds leaves no line where no terminal is. */
export class Progress {
  readonly #begun: number;
  #shown: number;
  #done = 0;

  constructor(
    private readonly total: number,
    private readonly clock: Clock,
    private readonly out: NodeJS.WriteStream = process.stderr,
  ) {
    this.#begun = this.#shown = clock.elapsed();
  }

  /** One more file is done. */
  step(file: string): void {
    this.#done++;
    const now = this.clock.elapsed();
    if (now - this.#shown < (this.out.isTTY ? ON_TERMINAL_MS : PLAIN_MS)) return;
    this.#shown = now;
    const rate = Math.round((10_000 * this.#done) / (now - this.#begun)) / 10;
    const counts = { done: this.#done, total: this.total, rate, file: printable(file.replace(/\s/g, ' ')) };
    const line = say(
      { en: '{done}/{total} files, {rate}/s  {file}', zh: '{done}/{total} 个文件，每秒 {rate} 个  {file}' },
      counts,
    );
    this.out.write(
      this.out.isTTY ? `\r\x1b[K${cutToWidth(line, (this.out.columns || 80) - 1)}` : `${line}\n`,
    );
  }

  /** Takes the line away again. */
  end(): void {
    if (this.out.isTTY) this.out.write('\r\x1b[K');
  }
}
