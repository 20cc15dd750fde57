import type { Grade } from '@/lib/domain/grading';
import type { AnswerView } from '@/lib/domain/interview';
import { findQuote, type Mark } from '../quotes';

/** The quotes of a grade as marks; `answerId` keeps the ids of several answers on one page apart. */
function marksOf(answerId: string, grade: Grade): Mark[] {
  const points = grade.points.flatMap((point) =>
    point.quote ? [{ id: `${answerId}-${point.pointId}`, quote: point.quote, verdict: point.verdict }] : [],
  );
  const claims = grade.falseClaims.map((claim, index) => ({
    id: `${answerId}-f${index}`,
    quote: claim.quote,
    verdict: 'contradicted' as const,
  }));
  return [...points, ...claims];
}

/**
 * The marks of every answer to a question. A reply to a follow-up is graded together with what was said
 * before, so a quote may stand in an earlier answer: it is marked in the latest one that holds it.
 */
export function marksByAnswer(answers: readonly AnswerView[]): Map<string, Mark[]> {
  const marks = new Map<string, Mark[]>();
  answers.forEach((answer, index) => {
    const grade = answer.grade ?? answer.estimate;
    // Of answers that share one grade the last holds it.
    if (!grade || answer.gradedWith) return;
    const upToHere = answers.slice(0, index + 1);
    for (const mark of marksOf(answer.id, grade)) {
      const home = upToHere.findLast(({ text }) => findQuote(text, mark.quote) !== null);
      if (home) marks.set(home.id, [...(marks.get(home.id) ?? []), mark]);
    }
  });
  return marks;
}
