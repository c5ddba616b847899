/** What a worker process lets its guard see: signs of life come in, and which task and which part of it is at hand. */
import { onSignOfLife } from '../read/sign-of-life.js';

const [SIGNS, TASK, PART] = [0, 1, 2];

/** How many signs there were, the task, and the part of the task. */
export const life = new Int32Array(new SharedArrayBuffer(12));

const sign = (): void => void Atomics.add(life, SIGNS, 1);

/** From now on this task is at hand. */
export function atTask(number: number): void {
  Atomics.store(life, PART, 0);
  Atomics.store(life, TASK, number);
  sign();
}

/** For tasks with several parts: from now on it is at this one. */
export function atPart(index: number): void {
  Atomics.store(life, PART, index);
  sign();
}

/** For the guard: the signs so far, and what to tell of them. */
export const readLife = (of: Int32Array): { readonly signs: number; readonly at: string } => ({
  signs: Atomics.load(of, SIGNS),
  at: `${Atomics.load(of, TASK)} ${Atomics.load(of, PART)}`,
});

onSignOfLife(sign);
