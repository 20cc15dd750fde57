import { AppError } from '../errors';
import { onAppeal, onGraded, onUngraded } from './answer-events';
import type * as Event from './events';
import type { InterviewEvent } from './events';
import { type AnswerState, gradedWith, type InterviewState, type QuestionState } from './state';
import type { Intent, MessageKind, MessageView } from './view';

const MS_PER_MINUTE = 60_000;

/** An interview as its events tell it. @throws AppError internal when the first event is not `started`. */
export function foldInterview(events: readonly InterviewEvent[]): InterviewState {
  const [first, ...rest] = events;
  if (first?.type !== 'started') {
    throw new AppError('internal', 'broken-interview', 'The stored interview does not begin with its start.');
  }
  return rest.reduce(evolve, begin(first));
}

function begin(event: Event.Started): InterviewState {
  const { interviewId, mode, language, scope, limit, seed, minutes, recentIds, at } = event;
  const endsAt =
    minutes === undefined ? null : new Date(Date.parse(at) + minutes * MS_PER_MINUTE).toISOString();
  return {
    id: interviewId,
    mode,
    language,
    scope,
    limit,
    seed,
    ...(minutes === undefined ? {} : { minutes }),
    recentIds,
    createdAt: at,
    endsAt,
    finishedAt: null,
    finishReason: null,
    questions: [],
    version: 1,
  };
}

/** The state after one more event. */
export function evolve(state: InterviewState, event: InterviewEvent): InterviewState {
  return { ...apply(state, event), version: state.version + 1 };
}

function apply(state: InterviewState, event: InterviewEvent): InterviewState {
  switch (event.type) {
    case 'started':
      throw new AppError('internal', 'broken-interview', 'The stored interview starts twice.');
    case 'asked':
      return { ...state, questions: [...state.questions, newQuestion(state.questions.length, event)] };
    case 'said':
      return event.intent === 'retry' ? onRetry(state, event) : onSaid(state, event);
    case 'graded':
      return changeAnswer(state, event.answerId, (answer) => onGraded(answer, event));
    case 'ungraded':
      return changeAnswer(state, event.answerId, (answer) => onUngraded(answer, event));
    case 'estimated':
      return changeAnswer(state, event.answerId, (answer) => ({ ...answer, estimate: event.grade }));
    case 'critiqued':
      return changeAnswer(state, event.answerId, (answer) => ({
        ...answer,
        critique: { text: event.text, state: event.state },
      }));
    case 'follow-up-asked':
      return changeLast(state, (question) => onFollowUp(question, event));
    case 'replied':
      return changeQuestionOfMessage(state, event.cause, (question) => onReply(question, event));
    case 'contested':
    case 'second-look':
    case 'overridden':
    case 'compared':
      return changeAnswer(state, event.answerId, (answer) => onAppeal(answer, event));
    case 'finished':
      return onFinished(state, event);
  }
}

function newQuestion(index: number, event: Event.Asked): QuestionState {
  const message = examinerLine(event.messageId, 'question', event.question.stem, event.at, 'document');
  return {
    index,
    question: event.question,
    status: 'open',
    messages: [message],
    answers: [],
    hintsSeen: 0,
    isReferenceSeen: false,
    followUps: [],
    pendingFollowUp: null,
  };
}

function examinerLine(
  id: string,
  kind: MessageKind,
  text: string,
  at: string,
  origin: MessageView['origin'],
): MessageView {
  return { id, role: 'examiner', kind, text, at, state: 'done', origin };
}

/** Whether a message counts as an answer: also the draft that a mock interview is handed in with. */
function isAnswer(state: InterviewState, said: { intent: Intent; text: string }): boolean {
  return (
    said.intent === 'answer' || (said.intent === 'finish' && state.mode === 'mock' && said.text.trim() !== '')
  );
}

function onSaid(state: InterviewState, event: Event.Said): InterviewState {
  return changeLast(state, (question) => {
    if (question.status !== 'open') return question;
    const kind: MessageKind = isAnswer(state, event) ? 'answer' : (event.intent as MessageKind);
    const { messageId: id, text, at } = event;
    const message: MessageView = {
      id,
      role: 'candidate',
      kind,
      text,
      at,
      state: 'done',
      origin: 'candidate',
    };
    const heard = { ...question, messages: [...question.messages, message] };
    if (kind === 'answer') return withAnswer(heard, event, state.mode === 'practice');
    if (kind === 'skip' || kind === 'next') {
      const status = heard.answers.length > 0 ? 'closed' : 'skipped';
      return { ...heard, status, pendingFollowUp: null };
    }
    return heard;
  });
}

function withAnswer(question: QuestionState, event: Event.Said, isPending: boolean): QuestionState {
  const followUp = question.pendingFollowUp?.number;
  const answer: AnswerState = {
    id: event.messageId,
    text: event.text,
    at: event.at,
    attempt: question.answers.length + 1,
    ...(followUp === undefined ? {} : { followUp }),
    isContinuation: question.answers.length > 0 && (followUp !== undefined || event.supplement === true),
    isPending,
    history: [],
    appeals: [],
    overrides: [],
    hintsSeen: question.hintsSeen,
    isReferenceSeen: question.isReferenceSeen,
  };
  return { ...question, answers: [...question.answers, answer], pendingFollowUp: null };
}

function onRetry(state: InterviewState, event: Event.Said): InterviewState {
  if (event.answerId === undefined || event.estimate) return state;
  return changeAnswer(state, event.answerId, (answer) => {
    if (answer.grade && answer.critique?.state !== 'done' && !event.regrade) return answer;
    const { ungraded: _, regradeFailed: __, ...rest } = answer;
    return { ...rest, isPending: true };
  });
}

function onFollowUp(question: QuestionState, event: Event.FollowUpAsked): QuestionState {
  const { messageId, number, text, about, pointIds } = event;
  const followUp = { messageId, number, text, about, pointIds };
  const message = { ...examinerLine(messageId, 'follow-up', text, event.at, event.origin), about };
  return {
    ...question,
    messages: [...question.messages, message],
    followUps: [...question.followUps, followUp],
    pendingFollowUp: followUp,
  };
}

function onReply(question: QuestionState, event: Event.Replied): QuestionState {
  const message: MessageView = {
    ...examinerLine(event.messageId, event.kind, event.text, event.at, event.origin),
    state: event.state,
    ...(event.sources ? { sources: event.sources } : {}),
    ...(event.hintStep === undefined ? {} : { hintStep: event.hintStep }),
  };
  return {
    ...question,
    messages: [...question.messages, message],
    hintsSeen: Math.max(question.hintsSeen, event.hintStep ?? 0),
    isReferenceSeen: question.isReferenceSeen || event.kind === 'reveal',
  };
}

/** The end: the question on stage is left, and a mock interview's answers now wait for their grades. */
function onFinished(state: InterviewState, event: Event.Finished): InterviewState {
  const questions = state.questions.map((question): QuestionState => {
    const status =
      question.status === 'open' ? (question.answers.length > 0 ? 'closed' : 'skipped') : question.status;
    const answers =
      state.mode === 'mock'
        ? question.answers.map((answer) => ({
            ...answer,
            isPending: gradedWith(question, answer.id) === answer.id,
          }))
        : question.answers;
    return { ...question, status, answers, pendingFollowUp: null };
  });
  return { ...state, questions, finishedAt: event.at, finishReason: event.reason };
}

function changeLast(
  state: InterviewState,
  change: (question: QuestionState) => QuestionState,
): InterviewState {
  const last = state.questions.at(-1);
  return last ? { ...state, questions: [...state.questions.slice(0, -1), change(last)] } : state;
}

function changeQuestionOfMessage(
  state: InterviewState,
  messageId: string,
  change: (question: QuestionState) => QuestionState,
): InterviewState {
  const questions = state.questions.map((question) =>
    question.messages.some(({ id }) => id === messageId) ? change(question) : question,
  );
  return { ...state, questions };
}

function changeAnswer(
  state: InterviewState,
  answerId: string,
  change: (answer: AnswerState) => AnswerState,
): InterviewState {
  const questions = state.questions.map((question) => ({
    ...question,
    answers: question.answers.map((answer) => (answer.id === answerId ? change(answer) : answer)),
  }));
  return { ...state, questions };
}
