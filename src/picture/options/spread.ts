/** Heights of labels in → heights near them that keep a distance from one another, in the same order. */

/** @param bottom no label is lower; where there are too many, they go on above */
export function spread(
  heights: readonly number[],
  { distance, bottom }: { readonly distance: number; readonly bottom: number },
): number[] {
  const order = heights.map((_, i) => i).toSorted((a, b) => heights[a]! - heights[b]! || a - b);
  const placed = [...heights];
  // down, each below the one before it; then up again from the bottom
  for (const [k, i] of order.entries()) {
    const above = order[k - 1];
    if (above !== undefined) placed[i] = Math.max(placed[i]!, placed[above]! + distance);
  }
  let limit = bottom;
  for (const i of order.toReversed()) {
    placed[i] = Math.min(placed[i]!, limit);
    limit = placed[i] - distance;
  }
  return placed;
}
