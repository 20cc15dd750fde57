import { lastBands } from '../domain/interview';
import {
  type DifficultyLevel,
  difficultyLevel,
  type Question,
  type QuestionKind,
  questionText,
} from '../domain/question-bank';
import type { BankSearch, BankStore, InterviewStore, QuestionFilter } from '../ports';
import { listAttempts } from './list-attempts';

export interface QuestionQuery {
  /** Words to look for; absent or blank: all, in document order. */
  text?: string;
  /** A document's id or name. */
  document?: string;
  topic?: string;
  kind?: QuestionKind;
  difficulty?: DifficultyLevel;
  /** The band of the last graded attempt, 0..5; 'none' = never graded. */
  lastBand?: number | 'none';
  /** Only questions whose reference is doubted. */
  isDoubted?: boolean;
  /** Also say the last band of each question; it takes a look through the interviews. */
  withLastBands?: boolean;
  /** At most this many questions come back. */
  limit: number;
}

export interface QuestionList {
  questions: Question[];
  /** How many there are without the limit. */
  total: number;
  /** Band of the last graded attempt by question id, when it was asked for. */
  lastBands?: Record<string, number>;
}

/** Browses the questions that can be asked, or looks them up by words, best first. */
export async function listQuestions(
  ports: { bank: BankStore; search: BankSearch; interviews: Pick<InterviewStore, 'listIds' | 'load'> },
  query: QuestionQuery,
): Promise<QuestionList> {
  const isBandAsked = query.withLastBands === true || query.lastBand !== undefined;
  const bands = isBandAsked ? lastBands(await listAttempts(ports)) : new Map<string, number>();
  const { difficulty, lastBand, isDoubted = false } = query;
  const filtered = (await ports.bank.listQuestions(await toFilter(ports.bank, query))).filter(
    (question) =>
      (!isDoubted || question.referenceDoubts !== undefined) &&
      (difficulty === undefined || difficultyLevel(question.difficulty) === difficulty) &&
      (lastBand === undefined || (bands.get(question.id) ?? 'none') === lastBand),
  );
  const text = query.text?.trim();
  const found = text ? await ranked(ports.search, text, filtered) : filtered;
  const questions = found.slice(0, query.limit);
  if (!isBandAsked) return { questions, total: found.length };
  const known = questions.flatMap(({ id }) => {
    const band = bands.get(id);
    return band === undefined ? [] : [[id, band] as const];
  });
  return { questions, total: found.length, lastBands: Object.fromEntries(known) };
}

async function toFilter(bank: BankStore, query: QuestionQuery): Promise<QuestionFilter> {
  const named = query.document ? await bank.findDocumentByName(query.document) : null;
  return {
    ...(query.document && { documentIds: [named?.id ?? query.document] }),
    ...(query.topic && { topics: [query.topic] }),
    ...(query.kind && { kinds: [query.kind] }),
  };
}

/** How many hits are considered: beyond these, only questions that hold the very words come after. */
const HITS = 100;

/**
 * What look-up finds, best first, then every other question that holds the words as they stand, so that browsing by an
 * exact phrase is complete.
 */
async function ranked(search: BankSearch, text: string, questions: readonly Question[]): Promise<Question[]> {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const hits = (await search.questions(text, HITS)).flatMap(({ question }) => byId.get(question.id) ?? []);
  const words = text.toLowerCase();
  const literal = questions.filter((question) =>
    `${questionText(question)}\n${question.answer}`.toLowerCase().includes(words),
  );
  return [...new Set([...hits, ...literal])];
}
