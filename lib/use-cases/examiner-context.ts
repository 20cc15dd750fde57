import { type ExaminerContext, isLeakFree } from '../domain/follow-up';
import { questionText } from '../domain/question-bank';
import type { QuestionSoFar } from '../ports';

/** What has happened on a question, as the examiner's prompts and rules take it. */
export function examinerContext({ question, rubric, turns, language }: QuestionSoFar): ExaminerContext {
  return {
    question: questionText(question),
    reference: question.answer,
    points: rubric.points,
    answers: turns.map((turn) => turn.text),
    language,
  };
}

/** Whether a text may be shown before the reference is: it gives no key point away. */
export function isSafeToSay(text: string, { points, question, answers }: ExaminerContext): boolean {
  return isLeakFree(text, points, question, answers);
}
