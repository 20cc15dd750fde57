import { hashText } from '../domain/ids';
import { referenceBasis } from '../domain/question-bank';
import type { Glossary } from '../domain/retrieval';
import type { BankStore, DoubtStore } from '../ports';
import { type OfflineLook, seenIn } from './find-offline-doubts';

/** Raised when the finder learns to see otherwise: what an older one saw is then looked at anew. */
const FINDER_VERSION = 2;

/** Names a way of looking: other glossaries and other finders raise other doubts. */
export function nameOfLook(glossary: Glossary): string {
  return hashText(JSON.stringify([FINDER_VERSION, glossary.names])).slice(0, 16);
}

/** The look that an earlier process ended with, as long as the bank is as it left it; else null. */
export async function rememberedLook(
  ports: {
    bank: Pick<BankStore, 'revision' | 'listQuestions'>;
    doubts: Pick<DoubtStore, 'lookedAt' | 'listDoubts'>;
  },
  name: string,
): Promise<OfflineLook | null> {
  const revision = await ports.bank.revision();
  if ((await ports.doubts.lookedAt(name)) !== revision) return null;
  const questions = await ports.bank.listQuestions();
  const bases = new Map(questions.map((question) => [question.id, referenceBasis(question)]));
  const raised = (await ports.doubts.listDoubts()).filter(
    ({ source, questionId, basisHash }) => source === 'offline' && bases.get(questionId) === basisHash,
  );
  return { seen: seenIn(questions), raised, doubts: raised, drift: 0 };
}
