import { z } from 'zod';
import { AppError } from '@/lib/domain/errors';
import type { AppealSubject } from '@/lib/domain/grading';
import { INTENTS } from '@/lib/domain/interview';

const choices = z.array(z.string().min(1).max(500)).max(500);

/** `POST /api/interviews` */
export const startRequest = z.object({
  mode: z.enum(['practice', 'mock']),
  language: z.enum(['zh', 'en']).optional(),
  documents: choices.optional(),
  topics: choices.optional(),
  kinds: z.array(z.enum(['open', 'choice'])).optional(),
  /** None at all is no choice: nobody who picked no question means every one. */
  questionIds: choices.min(1).optional(),
  limit: z.int().min(1).max(100).optional(),
  minutes: z.number().positive().max(600).optional(),
  seed: z.int().min(0).max(0x7fffffff).optional(),
});

/** Characters of one message: the longest code answer is far below. */
const LONGEST_TEXT = 100_000;

/** `POST /api/interviews/:id/messages`. Without an intent, what the text says decides. */
export const messageRequest = z
  .object({
    text: z.string().max(LONGEST_TEXT).default(''),
    intent: z.enum(INTENTS).optional(),
    clientId: z.string().min(1).max(200).optional(),
    answerId: z.string().min(1).max(200).optional(),
    /** What the sender saw on stage; another question on stage now is a conflict. */
    questionId: z.string().min(1).max(200).optional(),
    estimate: z.boolean().optional(),
    /** Of `retry`: makes a grade anew; `basis: 'bank'` by the key points and reference that the bank holds now. */
    regrade: z
      .object({ basis: z.literal('bank').optional(), grader: z.literal('offline').optional() })
      .optional(),
    supplement: z.boolean().optional(),
  })
  .refine(({ intent, text }) => intent !== undefined || text.trim() !== '', {
    path: ['text'],
    error: 'must not be empty without an intent',
  });

const objection = {
  /** Of the grade: the point that is meant, or the quote of the statement. Exactly one of the two. */
  pointId: z.string().min(1).max(200).optional(),
  claim: z.string().min(1).max(LONGEST_TEXT).optional(),
  clientId: z.string().min(1).max(200).optional(),
};

/** @throws AppError invalid `bad-field` unless exactly one subject is named */
function subjectOf({ pointId, claim }: { pointId?: string; claim?: string }): AppealSubject {
  if (pointId !== undefined && claim === undefined) return { pointId };
  if (claim !== undefined && pointId === undefined) return { claim };
  throw new AppError('invalid', 'bad-field', 'The request is not right: pointId, claim: give exactly one.');
}

/** `POST /api/interviews/:id/answers/:answerId/contest` */
export const contestRequest = z
  .object({ ...objection, words: z.string().max(LONGEST_TEXT) })
  .transform(({ pointId, claim, ...rest }) => ({ ...rest, subject: subjectOf({ pointId, claim }) }));

/** `POST /api/interviews/:id/answers/:answerId/override`; null takes an earlier one back. */
export const overrideRequest = z
  .object({ ...objection, verdict: z.enum(['covered', 'partial', 'missing', 'contradicted']).nullable() })
  .transform(({ pointId, claim, ...rest }) => ({ ...rest, subject: subjectOf({ pointId, claim }) }));

/** What Next hands to the routes of one answer. */
export interface AnswerContext {
  params: Promise<{ interviewId: string; answerId: string }>;
}

/** What Next hands to the routes of one interview. */
export interface InterviewContext {
  params: Promise<{ interviewId: string }>;
}
