import type {
  AppealSubject,
  Grade,
  SecondLook,
  UngradedReason,
  Verdict,
  WordingComparison,
} from '../grading';

/** A grade that an answer has or had. */
export interface GradeRecord {
  grade: Grade;
  /** ISO 8601. */
  at: string;
  /** By what the bank held at that moment, not by the question as it was asked. */
  basis?: 'bank';
  /** By a second look at one verdict of the grade before. */
  isRevised?: true;
}

/** An objection to one verdict and what came of it; of several on one subject the latest. */
export interface AppealView {
  id: string;
  subject: AppealSubject;
  words: string;
  at: string;
  /** What the machine had said. */
  before: Verdict;
  state: 'looking' | 'looked' | 'failed';
  look?: SecondLook;
  failure?: { reason: UngradedReason; message: string };
}

/** The person's own verdict, beside the machine's. */
export interface OverrideView {
  subject: AppealSubject;
  /** Of a statement: `covered` says that it is right. */
  verdict: Verdict;
  at: string;
}

/** How an attempt is told, compared with an earlier one. */
export interface WordingView {
  against: string;
  comparison: WordingComparison;
}
