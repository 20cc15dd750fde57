import type { Change } from '../compare.prompt';
import type { Grade, Verdict } from '../model';
import { compareVerdicts } from './revise';

export interface PointChange {
  pointId: string;
  point: string;
  core: boolean;
  before: Verdict;
  after: Verdict;
  change: Change;
}

/** What one attempt changed as against another, point by point. */
export interface GradeComparison {
  /** The points that both grades judged, in the order of the later one. */
  points: PointChange[];
  /** How many core points; bonus points cost nothing and count for nothing here. */
  counts: Record<Change, number>;
  /** Whether both were measured in the same way; otherwise a difference may be the grader's. */
  isLikeWithLike: boolean;
}

/** Compares two grades of one question in code alone. Points that only one of them knows are left out. */
export function compareGrades(before: Grade, after: Grade): GradeComparison {
  const points = after.points.flatMap(({ pointId, point, core, verdict }): PointChange[] => {
    const earlier = before.points.find((other) => other.pointId === pointId && other.point === point);
    if (!earlier) return [];
    const change = changeOf(compareVerdicts(earlier.verdict, verdict));
    return [{ pointId, point, core, before: earlier.verdict, after: verdict, change }];
  });
  const count = (wanted: Change) => points.filter(({ core, change }) => core && change === wanted).length;
  return {
    points,
    counts: { better: count('better'), same: count('same'), worse: count('worse') },
    isLikeWithLike: before.grader.kind === after.grader.kind && before.grader.model === after.grader.model,
  };
}

function changeOf(difference: number): Change {
  if (difference === 0) return 'same';
  return difference > 0 ? 'better' : 'worse';
}
