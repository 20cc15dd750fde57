import { type Grade, joinReplies, type PointedTask, type VerifiedVerdicts } from '../domain/grading';
import type { ChatModel } from '../ports';
import { judgeAnswer, usageOfAll } from './judge-answer';

/**
 * A second verdict call on an answer, with the points in reversed order: a model that reads carelessly falls into another
 * hole. What both calls say counts; where they differ the stricter verdict does, and the bands of the strictest and the
 * mildest reading become the grade's range. When the second call fails the first grade stands, and says so.
 * @param gradeOf makes a grade of verified verdicts, as for the first call
 */
export async function checkAgain(
  ports: { chat: ChatModel },
  input: {
    task: PointedTask;
    first: { verified: VerifiedVerdicts; grade: Grade };
    gradeOf: (verified: VerifiedVerdicts) => Grade;
    signal?: AbortSignal;
  },
): Promise<Grade> {
  const { task, first, gradeOf, signal } = input;
  const second = await judgeAnswer(ports, {
    task: { ...task, points: task.points.toReversed() },
    signal,
  });
  const usage = usageOfAll(first.grade.usage, second.usage);
  if (second.state === 'failed')
    return { ...first.grade, ...usage, secondCall: { state: 'failed', reason: second.reason } };
  const { strict, mild } = joinReplies(first.verified, second.verified);
  const [low, high] = [gradeOf(strict), gradeOf(mild)];
  const isAgreed = strict.points.every(({ verdict }, index) => verdict === mild.points[index]?.verdict);
  return {
    ...low,
    ...usage,
    secondCall: { state: isAgreed ? 'agreed' : 'differed' },
    ...(low.band === high.band ? {} : { range: { low: low.band, high: high.band } }),
  };
}
