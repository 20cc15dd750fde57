import type {
  AppealSubject,
  Grade,
  Grader,
  Language,
  LookOutcome,
  UngradedReason,
  Verdict,
  WordingComparison,
} from '../grading';
import type { Question } from '../question-bank';
import type { Intent, InterviewMode, InterviewScope, MessageView, SourceView } from './view';

/** Why an interview ended: the person said so, the last question was left, the time ran out, nothing was left to ask. */
export type FinishReason = 'person' | 'complete' | 'time' | 'exhausted';

export interface Started {
  type: 'started';
  /** ISO 8601, as in every event. */
  at: string;
  interviewId: string;
  mode: InterviewMode;
  language: Language;
  scope: InterviewScope;
  limit: number;
  seed: number;
  /** Mock only: the time budget. */
  minutes?: number;
  /** Ids asked in earlier interviews, most recent first; kept so that the choice of questions can be replayed. */
  recentIds: string[];
}

/** A question went on stage. It is kept as it was asked: its document may change or go later. */
export interface Asked {
  type: 'asked';
  at: string;
  messageId: string;
  /** The message that led here; absent for the first question. */
  cause?: string;
  question: Question;
}

/** What the person sent; stored before anything else happens. The id of an answer is its message id. */
export interface Said {
  type: 'said';
  at: string;
  messageId: string;
  /** Made by the sender: the same id is stored once. */
  clientId?: string;
  intent: Intent;
  text: string;
  /** Of `retry`: the answer to grade again, and whether an offline estimate is wanted instead of a grade. */
  answerId?: string;
  estimate?: boolean;
  /** Of `retry` on an answer that has its grade: grade it anew, by the bank's question of now where that is asked for. */
  regrade?: Regrade;
  /** Of `answer`: graded together with what was said before on this question. Replies to a follow-up always are. */
  supplement?: boolean;
}

/** How the person wants a grade to be made anew; never done unasked. */
export interface Regrade {
  /** `bank`: by the key points and reference that the bank holds now; else by those the present grade was made by. */
  basis?: 'bank';
  /** `offline`: by the offline grader, whatever is configured. */
  grader?: 'offline';
}

interface Graded {
  type: 'graded';
  at: string;
  cause?: string;
  answerId: string;
  grade: Grade;
  /** The bank's question as it was then, when the grade was made by it and not by the one that was asked. */
  question?: Question;
  /** Made by a second look at one verdict, which an appeal asked for. */
  isRevised?: true;
}

interface Ungraded {
  type: 'ungraded';
  at: string;
  cause?: string;
  answerId: string;
  reason: UngradedReason;
  message: string;
}

/** An offline estimate that the person asked for; it never enters an average. */
interface Estimated {
  type: 'estimated';
  at: string;
  cause?: string;
  answerId: string;
  grade: Grade;
}

interface Critiqued {
  type: 'critiqued';
  at: string;
  cause?: string;
  answerId: string;
  text: string;
  state: 'done' | 'cut';
}

export interface FollowUpAsked {
  type: 'follow-up-asked';
  at: string;
  cause?: string;
  messageId: string;
  /** 1 or 2. */
  number: number;
  text: string;
  about: string;
  pointIds: string[];
  origin: MessageView['origin'];
}

/** The examiner's answer to a question, a hint, or the reference. */
export interface Replied {
  type: 'replied';
  at: string;
  cause: string;
  messageId: string;
  kind: 'clarify' | 'hint' | 'reveal' | 'discuss';
  text: string;
  state: 'done' | 'cut';
  origin: MessageView['origin'];
  sources?: SourceView[];
  hintStep?: number;
}

/** The machine's verdict that somebody objected to, and what made it. */
export interface MachineVerdict {
  verdict: Verdict;
  grader: Pick<Grader, 'kind' | 'model'>;
  /** The key point's or the statement's words: a later rubric may give its id to another point. */
  text: string;
}

/** The person contests a verdict with words; stored before anybody looks again. */
export interface Contested {
  type: 'contested';
  at: string;
  messageId: string;
  clientId?: string;
  answerId: string;
  subject: AppealSubject;
  /** Untrusted, and no part of the answer. */
  words: string;
  machine: MachineVerdict;
}

/** What the second look at a contested verdict found; a better verdict comes as a `graded` event beside it. */
export interface LookedAgain {
  type: 'second-look';
  at: string;
  /** The id of the `contested` event. */
  cause: string;
  answerId: string;
  outcome: LookOutcome;
}

/** The person's own verdict, kept apart from the machine's. Null takes an earlier one back. */
export interface Overridden {
  type: 'overridden';
  at: string;
  messageId: string;
  clientId?: string;
  answerId: string;
  subject: AppealSubject;
  /** Of a statement: `covered` says that it is right. */
  verdict: Verdict | null;
  machine: MachineVerdict;
}

/** How two attempts are told, as a model compared them on request. */
interface Compared {
  type: 'compared';
  at: string;
  answerId: string;
  /** The earlier attempt. */
  against: string;
  comparison: WordingComparison;
}

export interface Finished {
  type: 'finished';
  at: string;
  cause?: string;
  reason: FinishReason;
}

/** What happened in an interview, as stored. Every other fact about it is computed from these. */
export type InterviewEvent =
  | Started
  | Asked
  | Said
  | Graded
  | Ungraded
  | Estimated
  | Critiqued
  | FollowUpAsked
  | Replied
  | Contested
  | LookedAgain
  | Overridden
  | Compared
  | Finished;
