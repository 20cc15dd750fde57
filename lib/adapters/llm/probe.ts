import { z } from 'zod';
import { AppError, withoutKeys } from '../../domain/errors';
import type { ChatModelCapabilities, ChatRequest } from '../../ports';
import { completeJson } from './complete-json';
import type { Connection } from './connection';
import { streamText } from './stream-text';

const PROBE_ID = 'llm/probe@1';
/** Enough for a reasoning model to think about it. */
const PROBE_TOKENS = 2000;
/** Characters of the endpoint's own words that are shown. */
const LONGEST_DETAIL = 300;

const JSON_PROBE = 'Reply with one JSON object and nothing else: {"ready":true}';
const STREAM_PROBE = 'Reply with the single word: ready';

/**
 * Two tiny calls that show what the endpoint can do; `latencyMs` is the first call's whole duration.
 * @throws AppError `chat-model-misconfigured` (invalid) or `chat-model-unavailable`, with the endpoint's own
 * words; `details.problem` (`ModelProblem`) says more exactly what it is.
 */
export async function probe(
  connection: Connection,
  key: string | undefined,
  signal?: AbortSignal,
): Promise<ChatModelCapabilities> {
  const startedAt = performance.now();
  const reply = await completeJson(connection, {
    ...requestFor(JSON_PROBE, signal),
    schemaName: 'probe',
    schema: z.object({ ready: z.boolean() }),
  });
  const latencyMs = Math.round(performance.now() - startedAt);
  // A model that answers, but not in JSON, is there; grading will say so when it matters.
  if (reply.state === 'failed' && reply.reason !== 'unreadable-reply') {
    const isOurs = reply.reason === 'configuration';
    const said = withoutKeys(reply.detail ?? '', key).slice(0, LONGEST_DETAIL);
    throw new AppError(
      isOurs ? 'invalid' : 'unavailable',
      isOurs ? 'chat-model-misconfigured' : 'chat-model-unavailable',
      said ? `${reply.message} It says: ${said}` : reply.message,
      {
        isRetryable: !isOurs,
        details: { ...(reply.problem && { problem: reply.problem }), ...(said && { said }) },
      },
    );
  }
  return {
    structuredOutput: connection.negotiation.structuredOutput,
    streaming: await canStream(connection, signal),
    latencyMs,
  };
}

async function canStream(connection: Connection, signal: AbortSignal | undefined): Promise<boolean> {
  for await (const event of streamText(connection, requestFor(STREAM_PROBE, signal))) {
    if (event.type === 'end') return event.state === 'complete';
  }
  return false;
}

function requestFor(content: string, signal: AbortSignal | undefined): ChatRequest {
  return {
    messages: [{ role: 'user', content }],
    maxOutputTokens: PROBE_TOKENS,
    promptId: PROBE_ID,
    signal,
  };
}
