import { z } from 'zod';
import type { UngradedReason } from '../../../domain/grading';

const REASONS = [
  'timeout',
  'rate-limited',
  'unavailable',
  'refused',
  'empty-reply',
  'unreadable-reply',
  'cut-reply',
  'cancelled',
  'interrupted',
  'configuration',
  'internal',
] as const satisfies readonly UngradedReason[];

const usage = z.object({
  inputTokens: z.number(),
  outputTokens: z.number(),
  cachedInputTokens: z.number().optional(),
});

/** Why and how a reply failed, its finish reason included, in the port's terms. */
const failure = { reason: z.enum(REASONS), message: z.string() };

/** A reply that was asked for as JSON. `raw` is the model's own text: a replay reads it anew. */
export const recordedJson = z.object({
  promptId: z.string(),
  reply: z.discriminatedUnion('state', [
    z.object({ state: z.literal('ok'), raw: z.string(), usage: usage.optional() }),
    z.object({
      state: z.literal('failed'),
      ...failure,
      raw: z.string().optional(),
      usage: usage.optional(),
    }),
  ]),
});

/** A reply that was streamed: its whole text and how it ended. */
export const recordedText = z.object({
  promptId: z.string(),
  text: z.string(),
  end: z.discriminatedUnion('state', [
    z.object({ type: z.literal('end'), state: z.literal('complete'), usage: usage.optional() }),
    z.object({ type: z.literal('end'), state: z.literal('cut'), ...failure }),
  ]),
});

export type RecordedJson = z.infer<typeof recordedJson>;
export type RecordedText = z.infer<typeof recordedText>;
