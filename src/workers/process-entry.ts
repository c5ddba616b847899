/** Where a worker process begins: a module and what goes with all its tasks come in, then tasks; what its functions return goes out. */
import { writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { atTask, life } from './life.js';
import type { Guarded } from './process-guard.js';

/** To a process. */
export type Order =
  /** Before the first task, for all of them: the rule set, for instance. */
  | { readonly given: Uint8Array }
  /** Calls an exported function with the task and with what was given. */
  | { readonly call: string; readonly task: unknown; readonly number: number };

/** From a process. */
export type Report =
  | { readonly state: 'ready' }
  /** `bytes` that the process holds. */
  | { readonly state: 'done'; readonly result: unknown; readonly bytes: number }
  | { readonly state: 'threw'; readonly name: string; readonly message: string };

type Task = (task: unknown, given: Uint8Array) => unknown;

const [module = '', bytes = ''] = process.argv.slice(2);

// Ctrl-C goes to all processes of a terminal; when they end is the parent's to say.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit());
// What parsers have to say of a file is no part of the output.
for (const method of ['log', 'info', 'debug', 'warn', 'error'] as const) console[method] = () => undefined;
preferred();

const guarded: Guarded = { life, bytes: Number(bytes), parent: process.ppid };
new Worker(new URL('./process-guard.js', import.meta.url), { workerData: guarded, execArgv: [] }).unref();

const tasks = (await import(module)) as Readonly<Record<string, Task>>;
let given: Uint8Array = new Uint8Array();
let last = Promise.resolve();
process.on('message', (order: Order) => {
  last = last.then(() => obey(order));
});
await tell({ state: 'ready' });

/** What is given is for the tasks behind it, not for those that still wait in front of it. */
async function obey(order: Order): Promise<void> {
  if ('given' in order) ({ given } = order);
  else await run(order);
}

async function run({ call, task, number }: Extract<Order, { call: string }>): Promise<void> {
  atTask(number);
  try {
    const result = await tasks[call]!(task, given);
    await tell({ state: 'done', result, bytes: process.memoryUsage.rss() });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    await tell({ state: 'threw', name, message });
  }
}

/** Until it is all on its way: a large result would stay here while the next task has the thread, and its time would run on. */
function tell(report: Report): Promise<void> {
  return new Promise((resolve) => {
    process.send!(report, () => resolve());
  });
}

/** Where memory runs out, Linux should end this process and not its parent. */
function preferred(): void {
  try {
    writeFileSync('/proc/self/oom_score_adj', '500');
  } catch {
    // another system
  }
}
