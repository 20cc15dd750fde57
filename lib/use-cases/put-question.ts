import { difficultyShift, type Effect, type InterviewScope, type InterviewState } from '../domain/interview';
import { chooseQuestion, type Question } from '../domain/question-bank';
import type { BankStore } from '../ports';
import type { InterviewSession } from './interview-session';

type Bank = Pick<BankStore, 'listQuestions' | 'listDocuments'>;

/** The questions that a scope leaves, of enabled documents only. */
export async function poolOf(bank: Bank, scope: InterviewScope): Promise<Question[]> {
  const { documents, topics, kinds, questionIds } = scope;
  const documentIds = documents && (await idsOfDocuments(bank, documents));
  if (documentIds?.length === 0) return [];
  return bank.listQuestions({
    ...(documentIds ? { documentIds } : {}),
    ...(topics ? { topics } : {}),
    ...(kinds ? { kinds } : {}),
    ...(questionIds ? { ids: questionIds } : {}),
  });
}

async function idsOfDocuments(bank: Bank, wanted: readonly string[]): Promise<string[]> {
  const documents = await bank.listDocuments();
  return documents.filter(({ id, name }) => wanted.includes(id) || wanted.includes(name)).map(({ id }) => id);
}

/** The next question of an interview out of its pool; null when nothing is left. */
export function chooseNext(state: InterviewState, pool: readonly Question[]): Question | null {
  return chooseQuestion({
    pool,
    asked: state.questions.map(({ question }) => question),
    recentIds: state.recentIds,
    seed: state.seed,
    difficultyShift: difficultyShift(state),
  });
}

/** Puts the next question on stage, or ends the interview when there is none. */
export async function putNextQuestion(
  session: InterviewSession,
  effect: Extract<Effect, { type: 'choose-question' }>,
): Promise<Effect[]> {
  const { bank, ids } = session.ports;
  session.tell({ event: 'progress', data: { step: 'question' } });
  const question = chooseNext(session.state, await poolOf(bank, session.state.scope));
  return session.apply({ ...effect, type: 'put-question', question, messageId: ids.next('m') });
}
