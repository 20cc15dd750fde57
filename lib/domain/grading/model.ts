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
  /**
   * Other accepted names. "PEFT = 参数高效微调" names one thing within the point in several ways; an entry without "=" is
   * another way to say the whole point.
   */
  synonyms?: string[];
  /** Whether the point says that something is so or that it is not; absent where it holds several statements. */
  polarity?: 'affirm' | 'deny';
  /** What decides whether it was said; absent: its meaning. */
  check?: PointCheck;
}

/** The right way to check a point. */
export type PointCheck =
  | { by: 'meaning' }
  /** The judgement that the answer opens with: true or false, can or cannot. */
  | { by: 'verdict'; kind: 'truth' | 'ability'; value: boolean }
  /** A number in its unit ('' when it has none; shares of 1 for per cent), right within ± `tolerance` of the same unit. */
  | { by: 'number'; value: number; unit: string; tolerance: number }
  /** Names of calls and arguments that code uses. */
  | { by: 'code'; names: string[] }
  /** Any `needed` of the items. */
  | { by: 'list'; items: string[]; needed: number };

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
  /** All calls together. */
  usage?: TokenUsage;
  /** Present when a second verdict call was made. */
  secondCall?: SecondCall;
  /** Bands of the strictest and the mildest reading, where two verdict calls kept disagreeing; the grade is the strictest. */
  range?: { low: Band; high: Band };
}

/** What a second verdict call led to; `failed` leaves the first grade as it was. */
export type SecondCall = { state: 'agreed' | 'differed' } | { state: 'failed'; reason: UngradedReason };

/** An earlier answer to the same question with verdicts that somebody stands for. */
export interface Exemplar {
  answer: string;
  /** 0..1, by these verdicts. */
  score: number;
  /** Verdicts on the points of the rubric in use, with quotes of `answer`. */
  points: Pick<PointVerdict, 'pointId' | 'point' | 'verdict' | 'quote'>[];
  /** A person's own verdicts come before a machine's. */
  by: 'person' | 'machine';
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
  /** Earlier graded answers to this question, from which a few are shown to a model. */
  exemplars?: Exemplar[];
  /** The candidate's turns on this question, oldest first; one string unless there were follow-ups. */
  turns: AnswerTurn[];
  language: Language;
}

export interface AnswerTurn {
  /** The examiner's follow-up that this turn replies to; absent for the first answer. */
  prompt?: string;
  text: string;
}
