import type { AnswerTurn } from '../grading';
import { type AnswerState, type QuestionState, transcriptOf } from './state';

function toTurn(question: QuestionState, answer: AnswerState): AnswerTurn {
  const followUp = question.followUps.find(({ number }) => number === answer.followUp);
  return followUp ? { prompt: followUp.text, text: answer.text } : { text: answer.text };
}

/** What is graded with an answer, oldest first: the answer itself and, for a reply to a follow-up, what came before. */
export function turnsOf(question: QuestionState, answerId: string): AnswerTurn[] {
  return transcriptOf(question, answerId).map((answer) => toTurn(question, answer));
}

/** Everything the person answered to a question so far. */
export function allTurns(question: QuestionState): AnswerTurn[] {
  return question.answers.map((answer) => toTurn(question, answer));
}
