import { DoubtFinder } from '../domain/grading';
import { stableId } from '../domain/ids';
import { type Question, type ReferenceDoubt, referenceBasis } from '../domain/question-bank';
import type { Glossary } from '../domain/retrieval';
import type { BankStore, Clock, DoubtStore } from '../ports';
import { isoNow } from './iso-now';
import { otherWork } from './other-work';

export interface OfflineDoubtPorts {
  bank: Pick<BankStore, 'listQuestions' | 'listPassages'>;
  doubts: Pick<DoubtStore, 'saveDoubts' | 'clearOpenDoubts'>;
  clock: Clock;
}

/** After so many texts other work goes first: a big bank must not stop the server from answering. */
const TEXTS_PER_TURN = 25;

/**
 * Looks over all references by their words alone and stores what is doubtful; open doubts of an earlier look that are
 * no longer raised are taken back, what a person said of one stays. Nothing is stored once the signal is raised.
 */
export async function findOfflineDoubts(
  ports: OfflineDoubtPorts,
  glossary: Glossary,
  signal?: AbortSignal,
): Promise<ReferenceDoubt[]> {
  const questions = await ports.bank.listQuestions();
  const finder = await readBank(ports.bank, questions, glossary, signal);
  const at = isoNow(ports.clock);
  const raised: ReferenceDoubt[] = [];
  for (const [place, question] of questions.entries()) {
    if (place % TEXTS_PER_TURN === 0) await otherWork();
    if (signal?.aborted) return [];
    const basisHash = referenceBasis(question);
    for (const doubt of finder.doubtsOf(place))
      raised.push({
        id: stableId('x', 'offline', question.id, basisHash, doubt.code, doubt.quote),
        questionId: question.id,
        basisHash,
        source: 'offline',
        ...doubt,
        state: 'open',
        at,
      });
  }
  const found = withoutOtherFields(raised, questions);
  await ports.doubts.saveDoubts(found);
  await ports.doubts.clearOpenDoubts(
    'offline',
    questions.map(({ id }) => id),
    found.map(({ id }) => id),
  );
  return found;
}

/** So many doubts of one document are needed before they say something of the document. */
const FEWEST_OF_A_FIELD = 3;

/**
 * A document most of whose references look off-topic is about another field than the rest of the bank: that is no fault
 * of its references, and measured by that bank none of them can be told from a wrong one.
 */
function withoutOtherFields(
  doubts: readonly ReferenceDoubt[],
  questions: readonly Question[],
): ReferenceDoubt[] {
  const documentOf = new Map(questions.map(({ id, documentId }) => [id, documentId]));
  const sizes = countBy(questions.map(({ documentId }) => documentId));
  const offTopic = doubts.filter(({ code }) => code === 'off-topic');
  const doubted = countBy(
    [...new Set(offTopic.map(({ questionId }) => questionId))].map((id) => documentOf.get(id)),
  );
  return doubts.filter(({ code, questionId }) => {
    const document = documentOf.get(questionId);
    const count = doubted.get(document) ?? 0;
    return code !== 'off-topic' || count < FEWEST_OF_A_FIELD || count * 2 <= (sizes.get(document) ?? 0);
  });
}

function countBy<Key>(keys: readonly Key[]): Map<Key | undefined, number> {
  const counts = new Map<Key | undefined, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Unfinished once the signal is raised. */
async function readBank(
  bank: OfflineDoubtPorts['bank'],
  questions: readonly Question[],
  glossary: Glossary,
  signal?: AbortSignal,
): Promise<DoubtFinder> {
  const finder = new DoubtFinder(glossary);
  for (const [place, question] of questions.entries()) {
    if (place % TEXTS_PER_TURN === 0) await otherWork();
    if (signal?.aborted) return finder;
    finder.addQuestion(question);
  }
  for (const [place, passage] of (await bank.listPassages()).entries()) {
    if (place % TEXTS_PER_TURN === 0) await otherWork();
    if (signal?.aborted) return finder;
    finder.addPassage(passage);
  }
  finder.close();
  return finder;
}
