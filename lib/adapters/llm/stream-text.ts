import type { ChatCompletionChunk } from 'openai/resources/chat/completions';
import type { TokenUsage } from '../../domain/grading';
import type { ChatRequest, TextEvent } from '../../ports';
import type { Connection } from './connection';
import { failureOf } from './failure';
import { textOf } from './read-json';
import { ThoughtFilter } from './thought-filter';
import { usageOf } from './usage';

type End = Extract<TextEvent, { type: 'end' }>;

/** What a stream has told beyond its text. */
interface Told {
  finishReason: string | null;
  hasRefused: boolean;
  hasSpoken: boolean;
  usage: TokenUsage | undefined;
}

/** Streams a reply; whoever stops reading stops the request. */
export async function* streamText(connection: Connection, request: ChatRequest): AsyncGenerator<TextEvent> {
  const deadline = connection.openDeadline(request.signal);
  const told: Told = { finishReason: null, hasRefused: false, hasSpoken: false, usage: undefined };
  const filter = new ThoughtFilter();
  try {
    const stream = await connection.stream(request, deadline);
    deadline.heard();
    for await (const chunk of stream) {
      deadline.heard();
      const text = filter.push(listen(chunk, told));
      if (text) yield delta(text, told);
    }
    const rest = filter.flush();
    if (rest) yield delta(rest, told);
    // The client ends an aborted stream quietly, so the deadline is asked as well.
    yield deadline.ending() ? cut(failureOf(undefined, deadline)) : endOf(told);
  } catch (error) {
    yield cut(failureOf(error, deadline));
  } finally {
    deadline.close();
  }
}

function listen(chunk: ChatCompletionChunk, told: Told): string {
  told.usage = usageOf(chunk.usage) ?? told.usage;
  const choice = chunk.choices?.[0];
  if (!choice) return '';
  told.finishReason = choice.finish_reason ?? told.finishReason;
  if (choice.delta?.refusal) told.hasRefused = true;
  return textOf(choice.delta?.content);
}

function delta(text: string, told: Told): TextEvent {
  told.hasSpoken = true;
  return { type: 'delta', text };
}

function endOf(told: Told): End {
  if (told.hasRefused || told.finishReason === 'content_filter')
    return cut({ reason: 'refused', message: 'The model refused to reply.' });
  if (told.finishReason === 'length')
    return cut({ reason: 'cut-reply', message: 'The reply was cut at its length limit.' });
  if (told.finishReason === null)
    return cut({ reason: 'cut-reply', message: 'The connection ended in the middle of the reply.' });
  if (!told.hasSpoken) return cut({ reason: 'empty-reply', message: 'The model replied with nothing.' });
  return { type: 'end', state: 'complete', ...(told.usage ? { usage: told.usage } : {}) };
}

function cut(failure: Pick<Extract<End, { state: 'cut' }>, 'reason' | 'message'>): End {
  return { type: 'end', state: 'cut', reason: failure.reason, message: failure.message };
}
