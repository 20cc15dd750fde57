import { latestGraded } from './report';
import type { InterviewState } from './state';
import type { InterviewMode } from './view';

/** What a person made of one question in one interview. */
export interface QuestionAttempt {
  questionId: string;
  interviewId: string;
  mode: InterviewMode;
  /** The answer that counts, else the last one. */
  answerId: string;
  /** 0-based place in the interview. */
  index: number;
  /** ISO 8601: when the answer that counts was given, else when the last one was. */
  at: string;
  /** Answers and replies to follow-ups. */
  answers: number;
  /** 0..5 of the latest graded answer; null while none has a grade. */
  band: number | null;
  /** What graded it; absent while nothing has. */
  grader?: 'offline' | 'llm';
  /** False when the reference had been seen before. */
  countsInAverage: boolean;
  /** Whether the interview is over, and so has its report. */
  isFinished: boolean;
}

/** Every question of an interview that was answered. */
export function attemptsIn(state: InterviewState): QuestionAttempt[] {
  return state.questions.flatMap((asked): QuestionAttempt[] => {
    const last = asked.answers.at(-1);
    if (!last) return [];
    const graded = latestGraded(asked);
    const counted = graded ?? last;
    return [
      {
        questionId: asked.question.id,
        interviewId: state.id,
        mode: state.mode,
        answerId: counted.id,
        index: asked.index,
        at: counted.at,
        answers: asked.answers.length,
        band: graded?.grade.band ?? null,
        ...(graded && { grader: graded.grade.grader.kind }),
        countsInAverage: !counted.isReferenceSeen,
        isFinished: state.finishedAt !== null,
      },
    ];
  });
}

/** The band of each question's latest graded attempt. @param attempts the latest interview first */
export function lastBands(attempts: readonly QuestionAttempt[]): Map<string, number> {
  const graded = attempts
    .flatMap(({ questionId, at, band }) => (band === null ? [] : [{ questionId, at, band }]))
    .reverse()
    .sort((a, b) => a.at.localeCompare(b.at));
  return new Map(graded.map(({ questionId, band }) => [questionId, band]));
}
