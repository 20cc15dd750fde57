import { z } from 'zod';
import { INTENTS } from '@/lib/domain/interview';

const choices = z.array(z.string().min(1).max(500)).max(500);

/** `POST /api/interviews` */
export const startRequest = z.object({
  mode: z.enum(['practice', 'mock']),
  language: z.enum(['zh', 'en']).optional(),
  documents: choices.optional(),
  topics: choices.optional(),
  kinds: z.array(z.enum(['open', 'choice'])).optional(),
  questionIds: choices.optional(),
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
    estimate: z.boolean().optional(),
    supplement: z.boolean().optional(),
  })
  .refine(({ intent, text }) => intent !== undefined || text.trim() !== '', {
    path: ['text'],
    error: 'must not be empty without an intent',
  });

/** What Next hands to the routes of one interview. */
export interface InterviewContext {
  params: Promise<{ interviewId: string }>;
}
