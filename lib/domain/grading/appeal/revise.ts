import type { QuestionKind } from '../../question-bank';
import type { Grade, PointVerdict, Verdict } from '../model';
import { bandOf, scoreVerdicts } from '../score';

/** What an appeal is about: a key point, or a statement that was called false (its quote). */
export type AppealSubject = { pointId: string } | { claim: string };

/** Another verdict on one subject. Of a claim `covered` says that the statement is right; any other leaves it false. */
export interface VerdictChange {
  subject: AppealSubject;
  verdict: Verdict;
  /** Absent: the words it rested on before. */
  quote?: string | null;
  note?: string;
}

const FROM_WORST: readonly Verdict[] = ['contradicted', 'missing', 'partial', 'covered'];

/** Above 0 when `after` is the better verdict, below 0 when it is the worse one. */
export function compareVerdicts(before: Verdict, after: Verdict): number {
  return FROM_WORST.indexOf(after) - FROM_WORST.indexOf(before);
}

export function isSameSubject(left: AppealSubject, right: AppealSubject): boolean {
  if ('pointId' in left) return 'pointId' in right && left.pointId === right.pointId;
  return 'claim' in right && left.claim === right.claim;
}

/**
 * A grade with other verdicts in it. The number moves by what code computes from the verdicts after and before:
 *
 *     score = clamp(score before + S(verdicts after) − S(verdicts before), 0, 1)
 *
 * which for a model's grade is S(verdicts after), and keeps an offline estimate as far from its card as it was. A better
 * verdict never lowers it. Of a choice question the letter alone makes the number, so it stays.
 */
export function reviseGrade(grade: Grade, changes: readonly VerdictChange[], kind: QuestionKind): Grade {
  const points = grade.points.map((point) => revisePoint(point, changes));
  const falseClaims = grade.falseClaims.filter(({ quote }) => !isCleared(quote, changes));
  if (kind === 'choice') return { ...grade, points, falseClaims };
  const before = scoreVerdicts(grade.points, grade.falseClaims).score;
  const after = scoreVerdicts(points, falseClaims).score;
  const moved = Math.min(1, Math.max(0, grade.score + after - before));
  const score = Math.round(moved * 10_000) / 10_000;
  // The range was that of the readings before.
  const { range: _, ...rest } = grade;
  return { ...rest, points, falseClaims, score, band: bandOf(score) };
}

function revisePoint(point: PointVerdict, changes: readonly VerdictChange[]): PointVerdict {
  const change = changes.findLast(({ subject }) => 'pointId' in subject && subject.pointId === point.pointId);
  if (!change) return point;
  const { verdict, quote = point.quote, note = point.note } = change;
  return { ...point, verdict, quote: verdict === 'missing' ? null : quote, note };
}

function isCleared(quote: string, changes: readonly VerdictChange[]): boolean {
  const change = changes.findLast(({ subject }) => 'claim' in subject && subject.claim === quote);
  return change?.verdict === 'covered';
}
