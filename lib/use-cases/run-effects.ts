import type { Effect } from '../domain/interview';
import { askFollowUpOn, estimateAnswer, gradeStoredAnswer, writeCritique } from './examine-answer';
import type { InterviewSession } from './interview-session';
import { putNextQuestion } from './put-question';
import { answerQuestion, giveNextHint, showReference } from './reply-to-person';
import { takeSecondLook } from './take-second-look';

/** Grades and critiques of a finished mock interview made side by side; more would run into a provider's limits. */
const SIDE_BY_SIDE = 3;

function run(session: InterviewSession, effect: Effect): Promise<Effect[]> {
  switch (effect.type) {
    case 'choose-question':
      return putNextQuestion(session, effect);
    case 'grade':
      return gradeStoredAnswer(session, effect);
    case 'estimate':
      return estimateAnswer(session, effect);
    case 'look-again':
      return takeSecondLook(session, effect);
    case 'critique':
      return writeCritique(session, effect);
    case 'follow-up':
      return askFollowUpOn(session, effect);
    case 'hint':
      return giveNextHint(session, effect);
    case 'reveal':
      return showReference(session, effect);
    case 'clarify':
    case 'discuss':
      return answerQuestion(session, effect);
  }
}

/** The next effects that may run together: grades with grades, critiques with critiques, anything else alone. */
function takeBatch(queue: Effect[]): Effect[] {
  const first = queue[0];
  if (!first) return [];
  const isShareable = first.type === 'grade' || first.type === 'critique';
  const other = queue.findIndex(({ type }) => type !== first.type);
  const alike = other < 0 ? queue.length : other;
  return queue.splice(0, isShareable ? Math.min(alike, SIDE_BY_SIDE) : 1);
}

async function runAndSettle(session: InterviewSession, effect: Effect): Promise<Effect[]> {
  const next = await run(session, effect);
  if ('answerId' in effect && next.length === 0) session.job.working.delete(effect.answerId);
  return next;
}

/** Does what the machine asked for, and what follows from it, until nothing is left to do. */
export async function runEffects(session: InterviewSession, effects: readonly Effect[]): Promise<void> {
  const queue = [...effects];
  for (let batch = takeBatch(queue); batch.length > 0; batch = takeBatch(queue)) {
    const results = await Promise.all(batch.map((effect) => runAndSettle(session, effect)));
    queue.push(...results.flat());
  }
}
