import type { Option, QuestionKind } from '../question-bank';

export type Language = 'zh' | 'en';

/** What an answer did with a key point. Contradicted (said wrongly) is kept apart from missing (not said). */
export type Verdict = 'covered' | 'partial' | 'missing' | 'contradicted';

export interface KeyPoint {
  /** Unique in its rubric: "p1", "p2" … */
  id: string;
  text: string;
  /** Relative weight, > 0. */
  weight: number;
  /** A bonus point (false) was not asked for: it never lowers a score. */
  core: boolean;
  /** The words of the reference it rests on, verbatim; absent for authored points. */
  evidence?: string;
  /** Index of the reference it comes from, where there are several; absent: the first. */
  reference?: number;
  /** Other references that make the same point, and their words for it, verbatim. */
  alsoIn?: { reference: number; words: string }[];
}

/** The key points of one question, versioned: every grade names the rubric it used. */
export interface Rubric {
  id: string;
  questionId: string;
  points: KeyPoint[];
  source: 'authored' | 'offline' | 'llm';
  /** Hash of stem and reference answer; a rubric is stale when it differs. */
  basisHash: string;
  promptId?: string;
  model?: string;
  /** ISO 8601. */
  createdAt: string;
}

export interface PointVerdict {
  pointId: string;
  point: string;
  core: boolean;
  weight: number;
  verdict: Verdict;
  /** Verbatim part of the answer, checked by code; null exactly when the verdict is missing. */
  quote: string | null;
  /** One short sentence on why; '' when nothing needs saying. */
  note: string;
}

export interface FalseClaim {
  /** Verbatim part of the answer, checked by code. */
  quote: string;
  reason: string;
}

/** Shown beside a grade, never punished by itself. */
export type GradeFlag =
  | 'empty'
  | 'off-topic'
  | 'injection'
  | 'echo'
  | 'dump'
  | 'word-salad'
  | 'low-confidence'
  | 'reference-doubted'
  | 'no-reference';

/** 0 no evidence · 1 weak · 2 partial · 3 fair · 4 good · 5 excellent. */
export type Band = 0 | 1 | 2 | 3 | 4 | 5;

export interface ChoiceResult {
  chosen: string;
  correct: string;
  isRight: boolean;
}

export interface TokenUsage {
  inputTokens: number;
  outputTokens: number;
  cachedInputTokens?: number;
}

export interface Grader {
  kind: 'offline' | 'llm';
  model?: string;
  promptIds?: string[];
}

/** Verified evidence and the numbers that code computed from it. */
export interface Grade {
  /** 0..1. */
  score: number;
  band: Band;
  points: PointVerdict[];
  falseClaims: FalseClaim[];
  flags: GradeFlag[];
  choice?: ChoiceResult;
  /** Why the reference may be wrong: in the model's words, else by what stood in the bank; absent when nobody doubts it. */
  referenceDoubt?: string;
  /** Index of the reference that the score rests on, when it is not the first. */
  restsOn?: number;
  grader: Grader;
  rubricId?: string;
  usage?: TokenUsage;
}

export type UngradedReason =
  | 'timeout'
  | 'rate-limited'
  | 'unavailable'
  | 'refused'
  | 'empty-reply'
  | 'unreadable-reply'
  | 'cut-reply'
  | 'cancelled'
  | 'interrupted'
  | 'configuration'
  | 'internal';

/** A failure is a state with a retry, never a number. */
export type GradeOutcome =
  | { state: 'graded'; grade: Grade }
  | { state: 'ungraded'; reason: UngradedReason; message: string };

/** What a grader needs to know of a question: no ids of the bank, so that commands can grade plain lines. */
export interface GradingTask {
  question: string;
  kind: QuestionKind;
  options?: Option[];
  correct?: string;
  /** Alternatives: the best supported one counts. Markdown. May be empty. */
  references: string[];
  /** The rubric's points; for offline grading of plain lines they are derived from the references. */
  points?: KeyPoint[];
  mistakes?: string[];
  /** Why the reference may be wrong, as far as somebody said so and nobody dismissed it. */
  referenceDoubts?: string[];
  /** The candidate's turns on this question, oldest first; one string unless there were follow-ups. */
  turns: AnswerTurn[];
  language: Language;
}

export interface AnswerTurn {
  /** The examiner's follow-up that this turn replies to; absent for the first answer. */
  prompt?: string;
  text: string;
}
