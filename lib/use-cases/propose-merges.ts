import { keptApartTest, type MergeProposal, proposalsOf } from '../domain/question-bank';
import type { Glossary } from '../domain/retrieval';
import type { BankSearch, BankStore, MergeStore } from '../ports';
import { findSamePairs } from './find-same-pairs';

/** Questions of the bank that seem to be one, gone through from the first to the last; see `createMergeProposals`. */
export async function proposeMerges(
  ports: {
    bank: Pick<BankStore, 'listQuestions'>;
    merges: Pick<MergeStore, 'listKeptApart'>;
    search: Pick<BankSearch, 'questions'>;
  },
  options: { glossary: Glossary; onProgress?(done: number): void; signal?: AbortSignal },
): Promise<MergeProposal[]> {
  const questions = await ports.bank.listQuestions();
  const pairs = await findSamePairs(ports, { questions, fresh: questions, ...options });
  return proposalsOf(questions, pairs, keptApartTest(await ports.merges.listKeptApart()));
}
