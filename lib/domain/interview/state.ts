import type { Grade, Language, LookOutcome, UngradedReason } from '../grading';
import type { Question } from '../question-bank';
import type { Contested, FinishReason, Overridden } from './events';
import type { AskedQuestionView, CritiqueView, InterviewMode, InterviewScope, MessageView } from './view';
import type { GradeRecord, WordingView } from './view-recourse';

type Failure = { reason: UngradedReason; message: string };

/** An appeal and, once somebody has looked again, what came of it. */
export type AppealState = Omit<Contested, 'type' | 'messageId' | 'answerId'> & {
  id: string;
  outcome?: LookOutcome;
};

export type OverrideState = Omit<Overridden, 'type' | 'messageId' | 'answerId' | 'clientId'>;

export interface AnswerState {
  /** The id of the candidate's message. */
  id: string;
  text: string;
  at: string;
  attempt: number;
  followUp?: number;
  /** Graded together with the answers before it, back to the last one that stands alone. */
  isContinuation: boolean;
  /** A grade was asked for and has not arrived. */
  isPending: boolean;
  grade?: Grade;
  /** The question that the grade was made by, when it is not the one that was asked. */
  gradedBy?: Question;
  /** Every grade it ever had, the one that counts last. */
  history: GradeRecord[];
  ungraded?: Failure;
  /** Why grading it anew failed; the grade stands. */
  regradeFailed?: Failure;
  estimate?: Grade;
  /** In the order they were made. */
  appeals: AppealState[];
  /** The latest of each subject; withdrawn ones included, with verdict null. */
  overrides: OverrideState[];
  wording?: WordingView;
  critique?: Pick<CritiqueView, 'text'> & { state: 'done' | 'cut' };
  hintsSeen: number;
  isReferenceSeen: boolean;
}

interface FollowUpState {
  messageId: string;
  number: number;
  text: string;
  about: string;
  pointIds: string[];
}

export interface QuestionState {
  index: number;
  question: Question;
  status: AskedQuestionView['status'];
  messages: MessageView[];
  answers: AnswerState[];
  hintsSeen: number;
  isReferenceSeen: boolean;
  followUps: FollowUpState[];
  /** The follow-up that waits for a reply. */
  pendingFollowUp: FollowUpState | null;
}

/** An interview as folded from its events. */
export interface InterviewState {
  id: string;
  mode: InterviewMode;
  language: Language;
  scope: InterviewScope;
  limit: number;
  seed: number;
  minutes?: number;
  recentIds: string[];
  createdAt: string;
  /** ISO 8601; mock only. */
  endsAt: string | null;
  finishedAt: string | null;
  finishReason: FinishReason | null;
  questions: QuestionState[];
  /** Number of events. */
  version: number;
}

/** The question that can be answered now: the last one asked, unless it was left or the interview is over. */
export function questionOnStage(state: InterviewState): QuestionState | null {
  const last = state.questions.at(-1);
  return state.finishedAt === null && last?.status === 'open' ? last : null;
}

export interface FoundAnswer {
  question: QuestionState;
  answer: AnswerState;
}

export function findAnswer(state: InterviewState, answerId: string): FoundAnswer | null {
  for (const question of state.questions) {
    const answer = question.answers.find(({ id }) => id === answerId);
    if (answer) return { question, answer };
  }
  return null;
}

/** The answers graded together with this one: from the last that stands alone up to and including it. */
export function transcriptOf(question: QuestionState, answerId: string): AnswerState[] {
  const end = question.answers.findIndex(({ id }) => id === answerId);
  const upTo = question.answers.slice(0, end + 1);
  const start = upTo.findLastIndex((answer) => !answer.isContinuation);
  return upTo.slice(Math.max(start, 0));
}

/**
 * Of a mock interview, which grades a question once: the last answer whose transcript holds this one, or the answer
 * itself when the person began anew after it.
 */
export function gradedWith(question: QuestionState, answerId: string): string {
  const holder = question.answers.findLast((other) =>
    transcriptOf(question, other.id).some(({ id }) => id === answerId),
  );
  return holder?.id ?? answerId;
}

/** Whether the time budget has been used up at `at`. ISO times in UTC compare as texts. */
export function isTimeUp(state: InterviewState, at: string): boolean {
  return state.endsAt !== null && at >= state.endsAt;
}
