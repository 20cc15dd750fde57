import { hashText } from '../ids';
import { type Question, questionText, type ReadQuestion, type ReferenceDoubt } from '../question-bank';
import type { AnswerTurn, GradingTask, KeyPoint, Language } from './model';

/**
 * What reasons are judged against: the reference answer of an open question; of a choice question the explanation
 * alone, for its answer is only the text of the right option. '' when the document gives none.
 */
export function referenceOf(question: Pick<ReadQuestion, 'kind' | 'answer' | 'explanation'>): string {
  if (question.kind === 'choice') return question.explanation?.trim() ?? '';
  return question.answer.trim() || (question.explanation?.trim() ?? '');
}

/**
 * Everything that may support an answer: the question's own reference, then those of the questions merged into it, each
 * text once. Empty when no document gives any.
 */
export function referencesOf(question: Gradable): string[] {
  const others = question.otherReferences ?? [];
  const texts = [question, ...others].map(({ answer, explanation }) =>
    referenceOf({ kind: question.kind, answer, ...(explanation === undefined ? {} : { explanation }) }),
  );
  return [...new Set(texts)].filter((text) => text !== '');
}

/** A question with what the bank knows of its reference. */
type Gradable = ReadQuestion & Pick<Question, 'referenceDoubts' | 'otherReferences'>;

/** The key points that the document itself states, numbered; empty when it states none. */
export function authoredPoints(question: Pick<ReadQuestion, 'keyPoints'>): KeyPoint[] {
  return (question.keyPoints ?? []).map((point, index) => ({ id: `p${index + 1}`, ...point }));
}

/** What a rubric was made from: it is stale once this differs. */
export function rubricBasis(question: Gradable): string {
  const [reference = '', ...others] = referencesOf(question);
  const basis = [questionText(question), reference, question.keyPoints ?? []];
  return hashText(JSON.stringify(others.length > 0 ? [...basis, others] : basis));
}

/** A question of the bank as a grader sees it. */
export function taskOf(
  question: Gradable,
  points: readonly KeyPoint[],
  turns: readonly AnswerTurn[],
  language: Language,
): GradingTask {
  return {
    question: questionText(question),
    kind: question.kind,
    ...(question.options ? { options: question.options } : {}),
    ...(question.correct ? { correct: question.correct } : {}),
    references: referencesOf(question),
    ...(points.length > 0 ? { points: [...points] } : {}),
    ...(question.mistakes ? { mistakes: question.mistakes } : {}),
    ...(question.referenceDoubts?.length ? { referenceDoubts: question.referenceDoubts.map(wordsOf) } : {}),
    turns: [...turns],
    language,
  };
}

function wordsOf({ reason, quote }: ReferenceDoubt): string {
  return quote === '' ? reason : `${reason}（“${quote}”）`;
}
