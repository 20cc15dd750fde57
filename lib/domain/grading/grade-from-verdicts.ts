import { visibleText } from '../prompt';
import type { ChoiceResult, Grade, Grader, GradingTask, KeyPoint, PointVerdict } from './model';
import { isVerdictSign } from './offline/judgement';
import { bandOf, scoreVerdicts } from './score';
import type { VerifiedVerdicts } from './verify-verdicts';

/** A grade from verified verdicts: evidence from them, numbers from code. */
export function gradeFromVerdicts(verified: VerifiedVerdicts, grader: Grader): Grade {
  const { points, falseClaims, flags, referenceDoubt } = verified;
  const { score, band } = scoreVerdicts(points, falseClaims);
  return { score, band, points, falseClaims, flags, ...(referenceDoubt ? { referenceDoubt } : {}), grader };
}

/** Of a choice question the letter alone makes the number; what was said about the points stands beside it as a bonus. */
export function gradeFromChoice(
  choice: ChoiceResult | null,
  reasons: VerifiedVerdicts,
  grader: Grader,
): Grade {
  const score = choice?.isRight ? 1 : 0;
  return {
    ...gradeFromVerdicts(reasons, grader),
    points: reasons.points.map((point) => ({ ...point, core: false })),
    score,
    band: bandOf(score),
    ...(choice ? { choice } : {}),
  };
}

/** What code knows without asking anybody: nothing was said on any point. */
export function nothingSaid(points: readonly KeyPoint[]): VerifiedVerdicts {
  const missing = (point: KeyPoint): PointVerdict => ({
    pointId: point.id,
    point: point.text,
    core: point.core,
    weight: point.weight,
    verdict: 'missing',
    quote: null,
    note: '',
  });
  return { points: points.map(missing), falseClaims: [], flags: [], referenceDoubt: '' };
}

/** Whether no turn holds a letter, a digit, or a tick or cross: blanks, punctuation and emoji are no answer. */
export function isEmptyAnswer(task: Pick<GradingTask, 'turns'>): boolean {
  const saysNothing = (text: string) => !/[\p{L}\p{N}]/u.test(text) && !isVerdictSign(text);
  return task.turns.every((turn) => saysNothing(visibleText(turn.text)));
}

/** Fewer letters than this beside the choice itself are no reasons ("选 B", "I think it is B"). */
const REASON_LETTERS = 10;

/** Whether an answer to a choice question says more than what was chosen. */
export function givesReasons(task: GradingTask): boolean {
  const said = task.turns.map((turn) => plain(turn.text)).join('');
  const repeated = (task.options ?? []).reduce(
    (text, option) => text.replaceAll(plain(option.text) || '\u0000', ''),
    said,
  );
  return repeated.length >= REASON_LETTERS;
}

function plain(text: string): string {
  return visibleText(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
