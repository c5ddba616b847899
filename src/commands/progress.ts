/** How far a run is → one line on a terminal that is written over, or plain lines now and then. */
import type { Clock } from './clock.js';
import { say } from '../language/language.js';
import { cutToWidth, printable } from './print-rows.js';

const ON_TERMINAL_MS = 100;
const PLAIN_MS = 2000;
/** Where no file gets done: so often it is told what is being read, on a terminal and elsewhere. */
const WAITING_ON_TERMINAL_MS = 1000;
const WAITING_PLAIN_MS = 10_000;
/** What is read for less is not worth telling. */
const LONG_SECONDS = 2;

/** What has been read for longest. */
export type Longest = () => { readonly file: string; readonly seconds: number } | null;

/** Writes to stderr. A run that is done within two seconds leaves no line where no terminal is. */
export class Progress {
  readonly #begun: number;
  readonly #timer: NodeJS.Timeout;
  #shown: number;
  #done = 0;

  constructor(
    private readonly total: number,
    private readonly clock: Clock,
    private readonly longest: Longest,
    private readonly out: NodeJS.WriteStream = process.stderr,
  ) {
    this.#begun = this.#shown = clock.elapsed();
    const every = out.isTTY ? WAITING_ON_TERMINAL_MS : WAITING_PLAIN_MS;
    this.#timer = setInterval(() => this.#wait(every), every).unref();
  }

  /** One more file is done. */
  step(file: string): void {
    this.#done++;
    const now = this.clock.elapsed();
    if (now - this.#shown < (this.out.isTTY ? ON_TERMINAL_MS : PLAIN_MS)) return;
    const rate = Math.round((10_000 * this.#done) / (now - this.#begun)) / 10;
    const counts = { done: this.#done, total: this.total, rate, file: oneLine(file) };
    this.#show(
      say(
        { en: '{done}/{total} files, {rate}/s  {file}', zh: '{done}/{total} 个文件，每秒 {rate} 个  {file}' },
        counts,
      ),
    );
  }

  /** Takes the line away again. */
  end(): void {
    clearInterval(this.#timer);
    if (this.out.isTTY) this.out.write('\r\x1b[K');
  }

  /** Tells what takes so long, where nothing else was told meanwhile. */
  #wait(every: number): void {
    if (this.clock.elapsed() - this.#shown < every) return;
    const longest = this.longest();
    if (!longest || longest.seconds < LONG_SECONDS) return;
    const { file, seconds } = longest;
    this.#show(
      say(
        {
          en: '{done}/{total} files; for {seconds} s reading  {file}',
          zh: '{done}/{total} 个文件；已用 {seconds} 秒读取  {file}',
        },
        { done: this.#done, total: this.total, seconds: Math.round(seconds), file: oneLine(file) },
      ),
    );
  }

  #show(line: string): void {
    this.#shown = this.clock.elapsed();
    this.out.write(
      this.out.isTTY ? `\r\x1b[K${cutToWidth(line, (this.out.columns || 80) - 1)}` : `${line}\n`,
    );
  }
}

const oneLine = (file: string): string => printable(file.replace(/\s/g, ' '));
