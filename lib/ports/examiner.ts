import type {
  AnswerTurn,
  AppealSubject,
  Grade,
  GradeOutcome,
  Grader,
  GradingTask,
  Language,
  LookOutcome,
  Rubric,
  WordingOutcome,
} from '../domain/grading';
import type { SourceView } from '../domain/interview';
import type { Question } from '../domain/question-bank';
import type { TextEvent } from './chat-model';

/** Who wrote a text: rules, or the model. */
export type TextOrigin = 'offline' | 'model';

/** A streamed reply: deltas, then exactly one end. */
export type ReplyEvent =
  | { type: 'delta'; text: string }
  | { type: 'end'; state: 'complete' | 'cut'; origin: TextOrigin; sources: SourceView[]; message?: string };

/** What has happened on the question so far. */
export interface QuestionSoFar {
  question: Question;
  rubric: Rubric;
  turns: AnswerTurn[];
  language: Language;
  /** The latest grade, where there is one. */
  grade?: Grade;
}

export interface FollowUpProposal {
  text: string;
  /** Its topic in a few words that give nothing away. */
  about: string;
  /** The key points it aims at. */
  pointIds: string[];
  origin: TextOrigin;
}

/** A verdict of a grade that a person objects to. */
export interface Appeal {
  grade: Grade;
  subject: AppealSubject;
  /** The person's objection: untrusted, and no part of the answer. */
  words: string;
}

/** Two attempts at one question. */
export interface AttemptPair {
  question: string;
  earlier: AnswerTurn[];
  later: AnswerTurn[];
  language: Language;
}

/**
 * Everything an interview needs somebody to think about. With a model the model thinks and code checks; without one,
 * or where its text fails the checks, rules do. Signals cancel.
 */
export interface Examiner {
  /** What grades now. */
  readonly grader: Pick<Grader, 'kind' | 'model'>;
  rubricFor(question: Question, signal?: AbortSignal): Promise<Rubric>;
  grade(task: GradingTask, rubric: Rubric, signal?: AbortSignal): Promise<GradeOutcome>;
  /** An offline grade, asked for in place of a missing one. */
  estimate(task: GradingTask, rubric: Rubric): Grade;
  /** One more look at one contested verdict. */
  lookAgain(task: GradingTask, rubric: Rubric, appeal: Appeal, signal?: AbortSignal): Promise<LookOutcome>;
  /** How two attempts are told; fails with reason `configuration` without a model. */
  compareWording(pair: AttemptPair, signal?: AbortSignal): Promise<WordingOutcome>;
  critique(task: GradingTask, grade: Grade, rubric: Rubric, signal?: AbortSignal): AsyncIterable<TextEvent>;
  /** `open` are the ids of the points that are not covered yet; empty means all of them. */
  hint(
    soFar: QuestionSoFar,
    step: 1 | 2 | 3,
    open: readonly string[],
    signal?: AbortSignal,
  ): Promise<{ text: string; origin: TextOrigin }>;
  clarify(soFar: QuestionSoFar, asked: string, signal?: AbortSignal): AsyncIterable<ReplyEvent>;
  discuss(soFar: QuestionSoFar, asked: string, signal?: AbortSignal): AsyncIterable<ReplyEvent>;
  /** Null when no core point is left to ask about; `asked` are the points earlier follow-ups aimed at. */
  followUp(
    soFar: QuestionSoFar,
    grade: Grade,
    asked: readonly string[],
    signal?: AbortSignal,
  ): Promise<FollowUpProposal | null>;
}
