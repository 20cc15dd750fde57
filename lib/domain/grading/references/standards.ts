import type { KeyPoint } from '../model';

/** The points that one reference makes, in its own words. */
export interface Standard {
  /** Index into the task's references. */
  reference: number;
  /** Of the first reference as the rubric has them; of another one all are asked for. */
  points: KeyPoint[];
  /** Whether an answer may be measured by it alone. */
  isEnough: boolean;
}

/**
 * What an answer may be measured by, one reference at a time: the first always; another one when it says at least as much
 * that the first does not as it shares with it. One that only says less would be a lower bar, not another view.
 */
export function standardsOf(points: readonly KeyPoint[]): Standard[] {
  const others = [
    ...new Set(
      points.flatMap(({ reference = 0, alsoIn = [] }) => [reference, ...alsoIn.map((one) => one.reference)]),
    ),
  ];
  return [0, ...others.filter((reference) => reference > 0).sort((a, b) => a - b)].map((reference) => {
    const made = points.flatMap((point) => madeBy(point, reference));
    const fresh = points.filter((point) => point.reference === reference).length;
    return { reference, points: made, isEnough: reference === 0 || 2 * fresh >= made.length };
  });
}

function madeBy(point: KeyPoint, reference: number): KeyPoint[] {
  if ((point.reference ?? 0) === reference) return [reference === 0 ? point : { ...point, core: true }];
  const other = point.alsoIn?.find((one) => one.reference === reference);
  if (!other) return [];
  // What decides the point in one reference's words need not be what decides it in another's.
  const { check: _check, polarity: _polarity, ...rest } = point;
  return [{ ...rest, core: true, evidence: other.words }];
}
