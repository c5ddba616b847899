/** What a worker process lets its guard see: signs of life come in, and which part of the task it is at. */
import { onSignOfLife } from '../read/sign-of-life.js';

/** How many signs there were, and the part of the task. */
export const life = new Int32Array(new SharedArrayBuffer(8));

const sign = (): void => void Atomics.add(life, 0, 1);

/** For tasks with several parts: from now on it is at this one. */
export function atPart(index: number): void {
  Atomics.store(life, 1, index);
  sign();
}

onSignOfLife(sign);
