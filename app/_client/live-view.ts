import type { Grade, UngradedReason } from '@/lib/domain/grading';
import type {
  AnswerView,
  AskedQuestionView,
  Intent,
  InterviewView,
  MessageKind,
  MessageView,
  SourceView,
} from '@/lib/domain/interview';
import type { StreamEvent } from './event-stream';

/** What was sent and is being answered. */
export interface Outgoing {
  text: string;
  intent: Intent;
  clientId: string;
  answerId?: string;
  /** ISO 8601, the browser's clock; replaced by the server's with the next truth. */
  at: string;
}

interface VerdictsEvent {
  answerId: string;
  state: 'graded' | 'ungraded';
  grade?: Grade;
  reason?: UngradedReason;
  message?: string;
}

interface ReplyEvent {
  messageId: string;
  kind: MessageKind;
  delta?: string;
  sources?: SourceView[];
}

/** Which messages of the person stand in the conversation; buttons without words do not. */
const SPOKEN: Partial<Record<Intent, MessageKind>> = {
  answer: 'answer',
  clarify: 'clarify',
  discuss: 'discuss',
};

function onStage(
  view: InterviewView,
  change: (question: AskedQuestionView) => AskedQuestionView,
): InterviewView {
  const questions = view.questions.map((question, index) =>
    index === view.current ? change(question) : question,
  );
  return { ...view, questions };
}

function changeAnswer(
  view: InterviewView,
  answerId: string,
  change: (answer: AnswerView) => AnswerView,
): InterviewView {
  const questions = view.questions.map((question) => ({
    ...question,
    answers: question.answers.map((answer) => (answer.id === answerId ? change(answer) : answer)),
  }));
  return { ...view, questions };
}

function newAnswer(question: AskedQuestionView, view: InterviewView, id: string, sent: Outgoing): AnswerView {
  return {
    id,
    text: sent.text,
    attempt: question.answers.length + 1,
    ...(question.pendingFollowUp ? { followUp: question.pendingFollowUp.number } : {}),
    state: view.mode === 'mock' ? 'held' : 'grading',
    hintsSeen: question.hintsSeen,
    countsInAverage: !question.referenceSeen,
    at: sent.at,
  };
}

function applyStored(view: InterviewView, messageId: string, sent: Outgoing): InterviewView {
  if (sent.intent === 'retry' && sent.answerId) {
    return changeAnswer(view, sent.answerId, (answer) =>
      answer.state === 'graded' ? answer : { ...answer, state: 'grading' },
    );
  }
  const kind = SPOKEN[sent.intent];
  if (!kind) return view;
  return onStage(view, (question) => {
    if (question.messages.some((message) => message.id === messageId)) return question;
    const message: MessageView = {
      id: messageId,
      role: 'candidate',
      kind,
      text: sent.text,
      at: sent.at,
      state: 'done',
      origin: 'candidate',
    };
    const answers =
      kind === 'answer'
        ? [...question.answers, newAnswer(question, view, messageId, sent)]
        : question.answers;
    return { ...question, messages: [...question.messages, message], answers };
  });
}

function applyVerdicts(view: InterviewView, event: VerdictsEvent): InterviewView {
  return changeAnswer(view, event.answerId, (answer) => {
    if (event.state === 'graded' && event.grade) {
      return { ...answer, state: 'graded', grade: event.grade, critique: { text: '', state: 'pending' } };
    }
    const ungraded = { reason: event.reason ?? ('internal' as const), message: event.message ?? '' };
    // A grade that stands is not taken away by a second attempt at it that failed.
    if (answer.grade) return { ...answer, regradeFailed: ungraded };
    return { ...answer, state: 'ungraded', ungraded };
  });
}

function applyReply(view: InterviewView, event: ReplyEvent, at: string): InterviewView {
  return onStage(view, (question) => {
    const delta = event.delta ?? '';
    const isKnown = question.messages.some((message) => message.id === event.messageId);
    const sources = event.sources ? { sources: event.sources } : {};
    const messages: MessageView[] = isKnown
      ? question.messages.map((message) =>
          message.id === event.messageId ? { ...message, text: message.text + delta, ...sources } : message,
        )
      : [
          ...question.messages,
          {
            id: event.messageId,
            role: 'examiner',
            kind: event.kind,
            text: delta,
            at,
            state: 'pending',
            origin: 'offline',
            ...sources,
          },
        ];
    return { ...question, messages };
  });
}

/**
 * The interview as it looks while an answer streams in. Only a picture: after `done` the page
 * fetches the stored truth, which replaces it.
 */
export function applyStreamEvent(view: InterviewView, event: StreamEvent, sent: Outgoing): InterviewView {
  switch (event.name) {
    case 'stored':
      return applyStored(view, (event.data as { messageId: string }).messageId, sent);
    case 'verdicts':
      return applyVerdicts(view, event.data as VerdictsEvent);
    case 'critique': {
      const { answerId, delta } = event.data as { answerId: string; delta: string };
      return changeAnswer(view, answerId, (answer) => ({
        ...answer,
        critique: { text: (answer.critique?.text ?? '') + (delta ?? ''), state: 'pending' },
      }));
    }
    case 'reply':
      return applyReply(view, event.data as ReplyEvent, sent.at);
    default:
      return view;
  }
}

/** True while the server still works on something of this interview, also when another tab asked for it. */
export function isWorking(view: InterviewView): boolean {
  return (
    view.awaits === 'grade' ||
    view.questions.some(
      (question) =>
        question.answers.some(
          (answer) => answer.state === 'grading' || answer.critique?.state === 'pending',
        ) || question.messages.some((message) => message.state === 'pending'),
    )
  );
}
