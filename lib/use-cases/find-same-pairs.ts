import { type Question, questionText, type SamePair } from '../domain/question-bank';
import { type Glossary, type QuestionComparer, questionComparer, stemProfiles } from '../domain/retrieval';
import type { BankSearch } from '../ports';
import { otherWork } from './other-work';

/** Hits of look-up that are compared with a question. */
const NEIGHBOURS = 8;
/** Two questions find each other when each is among this many of the other's hits in other documents. */
const CLOSEST = 2;
/** Stems taken apart before other work gets its turn: some 10 ms. */
const STEMS_PER_TURN = 16;

export interface PairSearch {
  /** All that can be asked, in bank order. */
  questions: readonly Question[];
  /** Those whose pairs are not known yet. */
  fresh: readonly Question[];
  glossary: Glossary;
  onProgress?(done: number): void;
  signal?: AbortSignal;
}

/**
 * Pairs of questions that seem to be one, at least one of them fresh: candidates by look-up, judged by their words. Yields
 * to other work after each question. Aborted it gives what it has.
 */
export async function findSamePairs(
  ports: { search: Pick<BankSearch, 'questions'> },
  { questions, fresh, glossary, onProgress, signal }: PairSearch,
): Promise<SamePair[]> {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const compare = await comparerOf(questions, glossary);
  const known = new Map<string, Promise<Question[]>>();
  const nearestTo = (question: Question) => {
    const nearest = known.get(question.id) ?? lookUp(ports, question, byId);
    known.set(question.id, nearest);
    return nearest;
  };
  const finds = async (question: Question, other: Question) =>
    (await nearestTo(question))
      .filter(({ documentId }) => documentId !== question.documentId)
      .slice(0, CLOSEST)
      .includes(other);
  const pairs = new Map<string, SamePair>();
  for (const [index, question] of fresh.entries()) {
    if (signal?.aborted) break;
    for (const other of await nearestTo(question)) {
      const [first, second] = question.id < other.id ? [question, other] : [other, question];
      const key = `${first.id}\n${second.id}`;
      if (pairs.has(key)) continue;
      const findEachOther = (await finds(question, other)) && (await finds(other, question));
      const score = compare(first, second, findEachOther);
      if (score !== null) pairs.set(key, { firstId: first.id, secondId: second.id, score });
    }
    onProgress?.(index + 1);
    await otherWork();
  }
  return [...pairs.values()];
}

async function lookUp(
  ports: { search: Pick<BankSearch, 'questions'> },
  question: Question,
  byId: ReadonlyMap<string, Question>,
): Promise<Question[]> {
  const hits = await ports.search.questions(questionText(question), NEIGHBOURS + 1);
  return hits
    .flatMap((hit) => byId.get(hit.question.id) ?? [])
    .filter(({ id }) => id !== question.id)
    .slice(0, NEIGHBOURS);
}

/** Waits for requests first, and again after every few stems: those of a large bank take a second. */
async function comparerOf(questions: readonly Question[], glossary: Glossary): Promise<QuestionComparer> {
  const profileFor = stemProfiles(glossary);
  for (const [index, question] of questions.entries()) {
    if (index % STEMS_PER_TURN === 0) await otherWork();
    profileFor(question);
  }
  return questionComparer(questions, glossary, profileFor);
}
