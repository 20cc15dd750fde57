import type { ChatCompletion } from 'openai/resources/chat/completions';
import type { JsonReply, JsonRequest } from '../../ports';
import type { Connection } from './connection';
import { failureOf, type ModelProblem } from './failure';
import { readJson, textOf, withoutThoughts } from './read-json';
import { sumUsage, usageOf } from './usage';

type Failed = Extract<JsonReply<never>, { state: 'failed' }>;
/** `problem` and `detail`, the endpoint's own words, are for `probe` only. */
type Reply<T> = JsonReply<T> & { problem?: ModelProblem; detail?: string };

/** A refusal in prose, from models that have no field for it. */
const REFUSAL =
  /^(?:i['’]?m sorry|sorry,|i (?:can['’]?t|cannot|am unable|won['’]?t)|抱歉|对不起|很抱歉|我(?:无法|不能))/i;

/** Asks once, and once more when the reply cannot be read: most models get the shape right when it is pointed out. */
export async function completeJson<T>(connection: Connection, request: JsonRequest<T>): Promise<Reply<T>> {
  const deadline = connection.openDeadline(request.signal);
  try {
    const first = read(await connection.complete(request, deadline), request);
    if (first.state === 'ok' || first.reason !== 'unreadable-reply') return first;
    const second = read(await connection.complete(asked(request, first), deadline), request);
    return { ...second, usage: sumUsage(first.usage, second.usage) };
  } catch (error) {
    const { reason, problem, message, detail } = failureOf(error, deadline);
    return { state: 'failed', reason, problem, message, detail };
  } finally {
    deadline.close();
  }
}

function read<T>(completion: ChatCompletion, request: JsonRequest<T>): JsonReply<T> {
  // An endpoint that is none (a web page with status 200) sends something else altogether.
  const choice = Array.isArray(completion?.choices) ? completion.choices[0] : undefined;
  if (!choice?.message)
    return failed('unreadable-reply', 'The endpoint did not answer like a chat endpoint.');
  const usage = usageOf(completion.usage);
  const raw = textOf(choice.message.content);
  const content = withoutThoughts(raw);
  if (choice.message.refusal || choice.finish_reason === 'content_filter')
    return { ...failed('refused', 'The model refused to reply.'), usage };
  if (choice.finish_reason === 'length')
    return { ...failed('cut-reply', 'The reply was cut at its length limit.'), raw, usage };
  if (content === '') return { ...failed('empty-reply', 'The model replied with nothing.'), raw, usage };
  const reading = readJson(content, request.schema);
  if (reading.state === 'ok') return { state: 'ok', value: reading.value, raw, usage };
  if (reading.state === 'cut') return { ...failed('cut-reply', reading.message), raw, usage };
  if (reading.state === 'no-json' && REFUSAL.test(content))
    return { ...failed('refused', 'The model refused to reply.'), raw, usage };
  return { ...failed('unreadable-reply', reading.message), raw, usage };
}

function asked<T>(request: JsonRequest<T>, reply: Failed): JsonRequest<T> {
  const correction = `${reply.message} Reply again with the one JSON object that was asked for and nothing else.`;
  return {
    ...request,
    messages: [
      ...request.messages,
      ...(reply.raw ? [{ role: 'assistant' as const, content: reply.raw }] : []),
      { role: 'user', content: correction },
    ],
  };
}

function failed(reason: Failed['reason'], message: string): Failed {
  return { state: 'failed', reason, message };
}
