import type { Question, ReferenceDoubt } from '../domain/question-bank';
import type { BankStore } from '../ports';
import type { DoubtWatch } from './watch-doubts';

/** A question whose reference is doubted, with every doubt that stands. */
export interface DoubtedQuestion {
  question: Pick<Question, 'id' | 'stem' | 'documentId' | 'documentName'>;
  doubts: ReferenceDoubt[];
}

/** The doubted references of the bank, or of some documents, once a look that is under way has ended. */
export async function listDoubts(
  { bank, doubtWatch }: { bank: Pick<BankStore, 'listQuestions'>; doubtWatch: Pick<DoubtWatch, 'settled'> },
  documentIds?: readonly string[],
): Promise<DoubtedQuestion[]> {
  await doubtWatch.settled();
  const questions = await bank.listQuestions(documentIds ? { documentIds } : {});
  return questions.flatMap(({ id, stem, documentId, documentName, referenceDoubts = [] }) =>
    referenceDoubts.length > 0
      ? [{ question: { id, stem, documentId, documentName }, doubts: referenceDoubts }]
      : [],
  );
}
