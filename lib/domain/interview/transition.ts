import { AppError } from '../errors';
import { contestedBy, lookedAgain, overriddenBy } from './appeals';
import type { Command, Effect, Saying, Transition } from './commands';
import type { FinishReason, InterviewEvent } from './events';
import { evolve, foldInterview } from './evolve';
import { allowedIntents, canRetry, followUpNumber, HINT_STEPS } from './rules';
import { findAnswer, gradedWith, type InterviewState, isTimeUp, questionOnStage } from './state';
import type { Intent } from './view';

interface Outcome {
  events: InterviewEvent[];
  /** Computed from the state after the events. */
  effects?: (after: InterviewState) => Effect[];
}

const NOTHING: Outcome = { events: [] };

/** The first state of an interview. */
export function startInterview(event: Extract<InterviewEvent, { type: 'started' }>): Transition {
  return { state: foldInterview([event]), events: [event], effects: [{ type: 'choose-question' }] };
}

/**
 * How an interview moves on: what a command changes, as events to store, and what is to be done next, as data.
 * Pure: `at` (ISO 8601) is the only time it knows.
 * @throws AppError when the person asks for what cannot be done now; nothing has happened then.
 */
export function transition(state: InterviewState, command: Command, at: string): Transition {
  const { events, effects } = decide(state, command, at);
  const after = events.reduce(evolve, state);
  return { state: after, events, effects: effects?.(after) ?? [] };
}

function decide(state: InterviewState, command: Command, at: string): Outcome {
  switch (command.type) {
    case 'say':
      return decideSay(state, command.message, at);
    case 'put-question':
      return putQuestion(state, command, at);
    case 'record-grade':
      return recordGrade(state, command, at);
    case 'record-estimate':
      return known(state, command.answerId, {
        ...stamp(command),
        type: 'estimated',
        at,
        grade: command.grade,
      });
    case 'record-critique':
      return recordCritique(state, command, at);
    case 'put-follow-up':
      return putFollowUp(state, command, at);
    case 'record-reply':
      return { events: [{ type: 'replied', at, ...command.reply }] };
    case 'contest': {
      const contested = contestedBy(state, command.appeal, at);
      const { answerId, messageId: cause } = contested;
      return { events: [contested], effects: () => [{ type: 'look-again', answerId, cause }] };
    }
    case 'record-look':
      return recordLook(state, command, at);
    case 'override':
      return { events: [overriddenBy(state, command.override, at)] };
    case 'record-comparison':
      return known(state, command.answerId, { ...command, type: 'compared', at });
    case 'expire':
      return state.finishedAt === null && isTimeUp(state, at) ? finish('time', state.endsAt ?? at) : NOTHING;
  }
}

function stamp({ answerId, cause }: { answerId: string; cause?: string }) {
  return { answerId, ...(cause === undefined ? {} : { cause }) };
}

function known(state: InterviewState, answerId: string, event: InterviewEvent): Outcome {
  return findAnswer(state, answerId) ? { events: [event] } : NOTHING;
}

function decideSay(state: InterviewState, message: Saying, at: string): Outcome {
  if (message.intent === 'retry') return decideRetry(state, message, at);
  assertSayable(state, message);
  const said: InterviewEvent = { type: 'said', at, ...message };
  const cause = message.messageId;
  // Whatever arrives after the time is up is kept, an answer as the draft it is, and ends the interview.
  if (isTimeUp(state, at)) return after(said, finish('time', at, cause));
  switch (message.intent) {
    case 'finish':
      return after(said, finish('person', at, cause));
    case 'skip':
    case 'next':
      if (state.questions.length >= state.limit) return after(said, finish('complete', at, cause));
      return { events: [said], effects: () => [{ type: 'choose-question', cause }] };
    case 'hint':
      return { events: [said], effects: () => [{ type: 'hint', step: nextHintStep(state), cause }] };
    case 'reveal':
      return { events: [said], effects: () => [{ type: 'reveal', cause }] };
    case 'clarify':
    case 'discuss': {
      const { intent: type, text } = message;
      return { events: [said], effects: () => [{ type, text, cause }] };
    }
    default:
      return { events: [said], effects: (next) => effectsOfAnswer(next, cause) };
  }
}

function after(said: InterviewEvent, end: Outcome): Outcome {
  return { ...end, events: [said, ...end.events] };
}

function nextHintStep(state: InterviewState): 1 | 2 | 3 {
  const seen = questionOnStage(state)?.hintsSeen ?? 0;
  return Math.min(seen + 1, HINT_STEPS) as 1 | 2 | 3;
}

/** Practice grades an answer at once; a mock interview asks on and grades in the end. */
function effectsOfAnswer(state: InterviewState, answerId: string): Effect[] {
  if (state.mode === 'practice') return [{ type: 'grade', answerId, cause: answerId }];
  const number = followUpNumber(state, answerId);
  return number === null ? [] : [{ type: 'follow-up', answerId, number, cause: answerId }];
}

function assertSayable(state: InterviewState, message: Saying): void {
  const { intent, text } = message;
  if (state.finishedAt !== null) {
    throw new AppError('conflict', 'interview-finished', 'This interview is over; open its report.');
  }
  if (!allowedIntents(state).includes(intent)) {
    throw new AppError('conflict', 'intent-not-allowed', `“${intent}” cannot be done now.`, {
      details: { intent },
    });
  }
  const needsText: Intent[] = ['answer', 'clarify', 'discuss'];
  if (needsText.includes(intent) && text.trim() === '') {
    throw new AppError('invalid', 'text-required', `text: must not be empty for “${intent}”.`, {
      details: { field: 'text' },
    });
  }
}

function decideRetry(state: InterviewState, message: Saying, at: string): Outcome {
  const asked = message.answerId === undefined ? null : findAnswer(state, message.answerId);
  if (!asked) {
    throw new AppError('invalid', 'unknown-answer', 'answerId: must name an answer of this interview.', {
      details: { field: 'answerId' },
    });
  }
  const answerId = state.mode === 'mock' ? gradedWith(asked.question, asked.answer.id) : asked.answer.id;
  const answer = findAnswer(state, answerId)?.answer ?? asked.answer;
  const isEstimate = message.estimate === true;
  if (!canRetry(state, answer) || (isEstimate && answer.grade)) {
    throw new AppError('conflict', 'intent-not-allowed', 'This answer cannot be graded again now.', {
      details: { intent: 'retry' },
    });
  }
  const cause = message.messageId;
  const said: InterviewEvent = { type: 'said', at, ...message, answerId };
  const { regrade } = message;
  if (regrade && !isEstimate)
    return { events: [said], effects: () => [{ type: 'grade', answerId, cause, regrade }] };
  const isCritiqueMissing = answer.grade !== undefined && answer.critique?.state !== 'done';
  const type = isEstimate ? 'estimate' : isCritiqueMissing ? 'critique' : 'grade';
  return { events: [said], effects: () => [{ type, answerId, cause }] };
}

/** Ends the interview; a mock interview's answers are then graded, in the order they were given. */
function finish(reason: FinishReason, at: string, cause?: string): Outcome {
  const source = cause === undefined ? {} : { cause };
  return {
    events: [{ type: 'finished', at, reason, ...source }],
    effects: (ended) =>
      ended.mode === 'practice'
        ? []
        : ended.questions
            .flatMap((question) => question.answers)
            .filter((answer) => answer.isPending)
            .map((answer) => ({ type: 'grade', answerId: answer.id, ...source })),
  };
}

function putQuestion(
  state: InterviewState,
  { question, messageId, cause }: Extract<Command, { type: 'put-question' }>,
  at: string,
): Outcome {
  if (state.finishedAt !== null || questionOnStage(state) !== null) return NOTHING;
  if (isTimeUp(state, at)) return finish('time', state.endsAt ?? at, cause);
  if (question === null || state.questions.length >= state.limit) return finish('exhausted', at, cause);
  return { events: [{ type: 'asked', at, messageId, question, ...(cause === undefined ? {} : { cause }) }] };
}

function recordGrade(
  state: InterviewState,
  command: Extract<Command, { type: 'record-grade' }>,
  at: string,
): Outcome {
  const { answerId, outcome, cause, question } = command;
  if (outcome.state === 'ungraded') {
    const { reason, message } = outcome;
    return known(state, answerId, { ...stamp(command), type: 'ungraded', at, reason, message });
  }
  return {
    ...known(state, answerId, {
      ...stamp(command),
      type: 'graded',
      at,
      grade: outcome.grade,
      ...(question ? { question } : {}),
    }),
    effects: () => [{ type: 'critique', answerId, ...(cause === undefined ? {} : { cause }) }],
  };
}

/** A verdict that became better needs another critique: the old one still speaks of the gap. */
function recordLook(
  state: InterviewState,
  command: Extract<Command, { type: 'record-look' }>,
  at: string,
): Outcome {
  const { answerId, cause } = command;
  const events = lookedAgain(state, command, at);
  const isRevised = events.some(({ type }) => type === 'graded');
  return { events, effects: () => (isRevised ? [{ type: 'critique', answerId, cause }] : []) };
}

function recordCritique(
  state: InterviewState,
  command: Extract<Command, { type: 'record-critique' }>,
  at: string,
): Outcome {
  const { answerId, cause, text, state: end } = command;
  return {
    ...known(state, answerId, { ...stamp(command), type: 'critiqued', at, text, state: end }),
    effects: (next) => {
      // A grade made anew, on request or by a second look, asks nothing further.
      const isFirst = findAnswer(next, answerId)?.answer.history.length === 1;
      const number = next.mode === 'practice' && isFirst ? followUpNumber(next, answerId) : null;
      return number === null
        ? []
        : [{ type: 'follow-up', answerId, number, ...(cause === undefined ? {} : { cause }) }];
    },
  };
}

function putFollowUp(
  state: InterviewState,
  { answerId, messageId, followUp, cause }: Extract<Command, { type: 'put-follow-up' }>,
  at: string,
): Outcome {
  const number = followUpNumber(state, answerId);
  if (followUp === null || number === null || isTimeUp(state, at)) return NOTHING;
  return {
    events: [
      {
        type: 'follow-up-asked',
        at,
        messageId,
        number,
        ...followUp,
        ...(cause === undefined ? {} : { cause }),
      },
    ],
  };
}
