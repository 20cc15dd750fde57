import type { Grade } from '../model';

/** Where `bandOf` steps from one band to the next. */
const EDGES = [0.1, 0.3, 0.5, 0.7, 0.9];
/** A score so near an edge is on the other side of it after one verdict more or less of a bonus point or a false claim. */
const NEAR = 0.02;
/** Neighbouring bands are ordinary difference; two apart, one of the graders has misread the answer. */
const STRONG_DISAGREEMENT = 2;
/** A hundredth of the precision that scores are kept with. */
const EPSILON = 1e-6;

/** Whether a second verdict call may change the band that a person sees. */
export function needsSecondCall(grade: Pick<Grade, 'score' | 'band'>, offline: Pick<Grade, 'band'>): boolean {
  const isNearEdge = EDGES.some((edge) => Math.abs(grade.score - edge) <= NEAR + EPSILON);
  return isNearEdge || Math.abs(grade.band - offline.band) >= STRONG_DISAGREEMENT;
}
