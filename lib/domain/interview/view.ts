import type { Grade, Grader, Language, UngradedReason } from '../grading';
import type { LineRange, Option, QuestionKind } from '../question-bank';
import type { AppealView, GradeRecord, OverrideView, WordingView } from './view-recourse';

/** What the person wants with a message. */
export const INTENTS = [
  'answer',
  'clarify',
  'hint',
  'reveal',
  'skip',
  'next',
  'discuss',
  'retry',
  'finish',
] as const;
export type Intent = (typeof INTENTS)[number];

export type InterviewMode = 'practice' | 'mock';

/** What the person chose to be asked about; an absent list means all of it. */
export interface InterviewScope {
  /** Document ids or names. */
  documents?: string[];
  /** A topic matches when it stands anywhere in the question's topic path. */
  topics?: string[];
  kinds?: QuestionKind[];
  questionIds?: string[];
}

/** A source behind a reply: a question's reference or a passage of the bank. */
export interface SourceView {
  kind: 'question' | 'passage';
  id: string;
  title: string;
  document: string;
  lines: LineRange;
  /** Verbatim Markdown excerpt. */
  excerpt: string;
}

export type MessageKind =
  | 'question'
  | 'answer'
  | 'follow-up'
  | 'clarify'
  | 'hint'
  | 'reveal'
  | 'discuss'
  | 'skip'
  | 'next'
  | 'finish';

export interface MessageView {
  id: string;
  role: 'candidate' | 'examiner';
  kind: MessageKind;
  text: string;
  /** ISO 8601. */
  at: string;
  /** An examiner's reply may be pending, or have been cut off; a candidate's message is always done. */
  state: 'done' | 'pending' | 'cut';
  /** 'document' = verbatim from the bank, 'offline' = rules, 'model' = written by the model. */
  origin: 'candidate' | 'document' | 'offline' | 'model';
  sources?: SourceView[];
  /** Of a hint: 1..3. */
  hintStep?: number;
  /** Of a follow-up: the topic it is about, in a few words that give nothing away. */
  about?: string;
}

export interface CritiqueView {
  text: string;
  /** 'cut' = not finished: the grade stands, the critique has its own retry. */
  state: 'pending' | 'done' | 'cut';
}

/** One graded attempt: an answer, or a reply to a follow-up together with what was said before. */
export interface AnswerView {
  /** The id of the candidate's message. */
  id: string;
  text: string;
  /** 1-based over the answers to this question. */
  attempt: number;
  /** Set when this answers follow-up number 1 or 2. */
  followUp?: number;
  /** Mock only: the later answer whose grade holds for this one too, because both are one transcript. */
  gradedWith?: string;
  /** 'held' = a mock interview grades it at the end. */
  state: 'held' | 'grading' | 'graded' | 'ungraded';
  grade?: Grade;
  ungraded?: { reason: UngradedReason; message: string };
  /** An offline estimate that the person asked for on an ungraded answer; never averaged with the model's. */
  estimate?: Grade;
  /** Earlier grades, oldest first, without the one that counts; absent when there is none. */
  history?: GradeRecord[];
  /** When the grade was made. */
  gradedAt?: string;
  /** The grade was made by what the bank held then; `reference` is what it was measured against. */
  basis?: 'bank';
  reference?: ReferenceView;
  /** The bank's key points, reference or options have changed since; grading anew is offered, never done unasked. */
  isOutdated?: true;
  /** Why grading it anew failed; the grade stands. */
  regradeFailed?: { reason: UngradedReason; message: string };
  appeals?: AppealView[];
  overrides?: OverrideView[];
  /** What the grade would be with the person's own verdicts; absent without any. */
  personal?: Pick<Grade, 'score' | 'band'>;
  wording?: WordingView;
  critique?: CritiqueView;
  hintsSeen: number;
  /** False when the reference had been seen before it was given. */
  countsInAverage: boolean;
  at: string;
}

export interface ReferenceView {
  answer: string;
  explanation?: string;
  correct?: string;
  document: string;
  documentId: string;
  lines: LineRange;
  /** Why it may be wrong, when somebody said so before the question was asked. */
  doubt?: string;
  /** The same question in other documents: any of them may support an answer. */
  others?: { answer: string; explanation?: string; document: string; lines: LineRange }[];
  /** Where these references contradict each other, in their own words. */
  disagreements?: { quoteA: string; quoteB: string }[];
}

export interface AskedQuestionView {
  /** 0-based place in the interview. */
  index: number;
  questionId: string;
  kind: QuestionKind;
  stem: string;
  /** The code, table or picture that the stem speaks of: Markdown, shown under it. */
  context?: string;
  options?: Option[];
  topics: string[];
  difficulty?: number;
  /** 'open' = on stage; 'closed' = left behind after an answer. */
  status: 'open' | 'closed' | 'skipped';
  messages: MessageView[];
  answers: AnswerView[];
  hintsSeen: number;
  referenceSeen: boolean;
  /** Present once the person may see it: revealed, graded in practice, or the interview is over. */
  reference?: ReferenceView;
  pendingFollowUp?: { number: number; text: string; about: string };
}

/** `GET /api/interviews/:id`: everything a page needs to draw or resume an interview. */
export interface InterviewView {
  id: string;
  mode: InterviewMode;
  language: Language;
  status: 'active' | 'finished';
  createdAt: string;
  finishedAt: string | null;
  scope: InterviewScope;
  /** How many questions it will ask in all. */
  limit: number;
  seed: number;
  /** Mock only. */
  budget?: { minutes: number; endsAt: string };
  questions: AskedQuestionView[];
  /** Index into `questions` of the one on stage; null when finished. */
  current: number | null;
  /** What comes next: an answer, a reply to a follow-up, a grade in flight, the person's 'next', or the report. */
  awaits: 'answer' | 'follow-up' | 'grade' | 'next' | 'report';
  allowedIntents: Intent[];
  /** What would grade now. */
  grader?: Pick<Grader, 'kind' | 'model'>;
  /** Grows by one with every stored event; lets a page see that another tab moved on. */
  version: number;
}

/** One line of "recent interviews" on the home page. */
export interface InterviewSummary {
  id: string;
  mode: InterviewMode;
  status: 'active' | 'finished';
  createdAt: string;
  finishedAt: string | null;
  asked: number;
  limit: number;
  /** Latest band per asked question; null = skipped, ungraded or not answered. */
  bands: (number | null)[];
  topics: string[];
  /** The points most worth reviewing, three at most. */
  review: ReviewPoint[];
}

export interface ReviewPoint {
  questionId: string;
  stem: string;
  /** Of a choice question its right options, a paragraph each. */
  point: string;
  isChoice?: true;
  verdict: 'missing' | 'contradicted' | 'partial';
}

export interface TopicResult {
  topic: string;
  asked: number;
  /** Mean score 0..1 over answers that count; null when none does. */
  meanScore: number | null;
  band: number | null;
  /** Whose grades the mean is made of; the two kinds are never mixed. */
  grader?: 'offline' | 'llm';
}

/** A mean over the answers that one kind of grader graded. */
export interface GraderMean {
  grader: 'offline' | 'llm';
  meanScore: number;
  band: number;
  answers: number;
}

/** The saved report of an interview: everything is computed from its events. */
export interface ReportView {
  interview: InterviewView;
  /** Means per grader kind are never mixed. */
  overall: GraderMean[];
  /** The same with the person's own verdicts in place of the machine's; absent when there are none. */
  personal?: GraderMean[];
  topics: TopicResult[];
  strong: string[];
  /** The points most worth reviewing, three at most. */
  review: ReviewPoint[];
  ungraded: { questionId: string; stem: string; answerId: string; reason: UngradedReason }[];
  skipped: { questionId: string; stem: string }[];
}
