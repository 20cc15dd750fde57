import { unsafeUniformIntDistribution } from 'pure-rand/distribution/UnsafeUniformIntDistribution';
import { xoroshiro128plus } from 'pure-rand/generator/XoroShiro';
import type { Question } from './model';
import { areNearEqualQuestions } from './near-equal';

export interface ChoiceRequest {
  /** What may be asked at all, in any order. */
  pool: readonly Question[];
  /** What this interview has asked so far, oldest first. */
  asked: readonly Question[];
  /** Ids asked in earlier interviews, most recent first; they come last. */
  recentIds?: readonly string[];
  seed: number;
  /** Added to the pool's middle difficulty: above 0 after good answers, below after weak ones. */
  difficultyShift?: number;
}

/** What each preference costs a question; far enough apart that the first one that differs decides. */
const COST = { noReference: 1e9, seen: 1e6, topicAgain: 100, difficultyStep: 10 };
/** A question asked in the last interview costs twice as much as one asked long ago. */
const RECENCY = 2;
const CHANCE_STEPS = 15;

/** Whether the bank holds anything to grade an answer against. */
function hasReference(question: Question): boolean {
  return question.answer.trim() !== '' || question.correct !== undefined;
}

/** The middle of the difficulties that the pool states; null when it states none. */
function middleDifficulty(pool: readonly Question[]): number | null {
  const stated = pool.flatMap(({ difficulty }) => (difficulty === undefined ? [] : [difficulty]));
  stated.sort((a, b) => a - b);
  return stated[Math.floor((stated.length - 1) / 2)] ?? null;
}

function topicOf(question: Question): string {
  return question.topics.join('\u001f');
}

function seenCost(id: string, recentIds: readonly string[]): number {
  const place = recentIds.indexOf(id);
  return place < 0 ? 0 : COST.seen * (RECENCY - place / recentIds.length);
}

/**
 * The next question: one that was not asked yet and is not near-equal to one that was; first what no earlier
 * interview asked, then the topic asked least, then the difficulty closest to the target; the seed breaks ties.
 * Null when nothing is left. The same request gives the same question, whatever the order of the pool.
 */
export function chooseQuestion(request: ChoiceRequest): Question | null {
  const { pool, asked, recentIds = [], seed } = request;
  const random = xoroshiro128plus(seed + asked.length * 7919);
  const middle = middleDifficulty(pool);
  const target = middle === null ? null : middle + (request.difficultyShift ?? 0);
  const topicCounts = new Map<string, number>();
  for (const question of asked) {
    topicCounts.set(topicOf(question), (topicCounts.get(topicOf(question)) ?? 0) + 1);
  }
  const cost = (question: Question): number =>
    (hasReference(question) ? 0 : COST.noReference) +
    seenCost(question.id, recentIds) +
    (topicCounts.get(topicOf(question)) ?? 0) * COST.topicAgain +
    Math.abs((question.difficulty ?? target ?? 0) - (target ?? question.difficulty ?? 0)) *
      COST.difficultyStep +
    unsafeUniformIntDistribution(0, CHANCE_STEPS, random);
  const askedIds = new Set(asked.map((question) => question.id));
  return (
    [...pool]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((question) => ({ question, cost: cost(question) }))
      .filter(({ question }) => !askedIds.has(question.id))
      .sort((a, b) => a.cost - b.cost)
      .find(({ question }) => !asked.some((other) => areNearEqualQuestions(other, question)))?.question ??
    null
  );
}

/** How many questions, up to `limit`, an interview over the pool can ask without asking the same thing twice. */
export function countAskable(pool: readonly Question[], limit: number): number {
  const distinct: Question[] = [];
  for (const question of pool) {
    if (distinct.length >= limit) break;
    if (!distinct.some((other) => areNearEqualQuestions(other, question))) distinct.push(question);
  }
  return distinct.length;
}
