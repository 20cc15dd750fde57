/** Scales a vector to length 1; a zero vector stays as it is. */
export function normalise(vector: Iterable<number>): number[] {
  const values = Array.from(vector);
  const length = Math.hypot(...values);
  return length === 0 ? values : values.map((value) => value / length);
}
