import type { Grade } from '@/lib/domain/grading';
import type { AnswerView, AskedQuestionView } from '@/lib/domain/interview';
import { ChoiceResultRows } from './choice-result';
import { FalseClaims } from './false-claims';
import { Flags } from './flags';
import { Points } from './points';
import { AttemptComparison } from './recourse/attempt-comparison';
import { Regrading } from './recourse/regrading';

interface GradeBodyProps {
  grade: Grade;
  answer: AnswerView;
  question: AskedQuestionView;
  /** The grade of the attempt before, to say what changed. */
  before: Grade | undefined;
}

/** What a grade rests on, point by point, and what can be done about it: the same on the card and in the report. */
export function GradeBody({ grade, answer, question, before }: GradeBodyProps) {
  return (
    <>
      <ChoiceResultRows grade={grade} question={question} />
      <AttemptComparison before={before} after={grade} />
      <Points grade={grade} answerId={answer.id} before={before} />
      <FalseClaims claims={grade.falseClaims} answerId={answer.id} />
      <Flags grade={grade} hintsSeen={answer.hintsSeen} countsInAverage={answer.countsInAverage} />
      <Regrading />
    </>
  );
}
