/** A smooth convex function → where it is least, by L-BFGS (Nocedal 1980; Liu and Nocedal 1989) with backtracking. */

/** Gives the value at a point, and writes its gradient into the second argument. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/** Steps whose curvature is remembered. */
const MEMORY = 10;
const MOST_STEPS = 1000;
/** Of the decrease that the slope promises, the share that a step must bring (Armijo). */
const SUFFICIENT = 1e-4;
const SHORTEST = 1e-12;

interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
  readonly scale: number;
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

/** `target += scale × by`. */
const add = (target: Float64Array, scale: number, by: Float64Array): void => {
  for (let i = 0; i < target.length; i++) target[i]! += scale * by[i]!;
};

/** The direction of steepest ascent, bent by what earlier steps told of the curvature (the two-loop recursion). */
function directionOf(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = gradient.slice();
  const shares: number[] = [];
  for (const { moved, turned, scale } of steps.toReversed()) {
    const share = scale * dot(moved, direction);
    shares.push(share);
    add(direction, -share, turned);
  }
  const last = steps.at(-1);
  // the first step is no longer than 1
  const length = last
    ? dot(last.moved, last.turned) / dot(last.turned, last.turned)
    : 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)));
  for (let i = 0; i < direction.length; i++) direction[i]! *= length;
  for (const { moved, turned, scale } of steps)
    add(direction, shares.pop()! - scale * dot(turned, direction), moved);
  return direction;
}

/**
 * The point where the gradient's largest part is below `tolerance`, looked for from the origin.
 * @param size dimensions
 */
export function minimise(objective: Objective, size: number, tolerance: number): Float64Array {
  let point = new Float64Array(size);
  let gradient = new Float64Array(size);
  let value = objective(point, gradient);
  const steps: Step[] = [];
  for (let n = 0; n < MOST_STEPS && gradient.some((part) => Math.abs(part) >= tolerance); n++) {
    const direction = directionOf(gradient, steps);
    const slope = dot(gradient, direction);
    const next = new Float64Array(size);
    const turned = new Float64Array(size);
    let length = 1;
    let nextValue = Infinity;
    for (; length > SHORTEST; length /= 2) {
      next.set(point);
      add(next, -length, direction);
      nextValue = objective(next, turned);
      if (nextValue <= value - SUFFICIENT * length * slope) break;
    }
    if (length <= SHORTEST) break;
    const nextGradient = turned.slice();
    add(turned, -1, gradient);
    const moved = next.slice();
    add(moved, -1, point);
    const curvature = dot(moved, turned);
    if (curvature > 0) steps.push({ moved, turned, scale: 1 / curvature });
    if (steps.length > MEMORY) steps.shift();
    [point, gradient, value] = [next, nextGradient, nextValue];
  }
  return point;
}
