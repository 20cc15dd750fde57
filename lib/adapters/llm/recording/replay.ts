import type { z } from 'zod';
import { AppError } from '../../../domain/errors';
import type { ChatModel, JsonReply, JsonRequest, TextEvent } from '../../../ports';
import { readJson } from '../read-json';
import { parsed, RecordingFolder, readIfThere } from './folder';
import { recordedJson, recordedText } from './recorded-reply';

/** Why a recorded reply cannot be given. */
type Unavailable = Pick<Extract<JsonReply<never>, { state: 'failed' }>, 'reason' | 'message'>;

const NOT_RECORDED: Unavailable = {
  reason: 'unavailable',
  message: 'No reply to this request was recorded.',
};
const UNREADABLE: Unavailable = {
  reason: 'unreadable-reply',
  message: 'The recorded reply to this request cannot be read.',
};

/**
 * A chat model that answers from a folder of recorded replies and asks nobody. A request without a recording fails as an
 * expected value, like any reply that is missing.
 * @throws AppError not-found or invalid `no-recordings` when the folder holds none.
 */
export async function openRecordedChatModel(options: { dir: string }): Promise<ChatModel> {
  const folder = new RecordingFolder(options.dir);
  return {
    model: await folder.model(),
    completeJson: (request) => replayJson(request, folder.fileFor('json', request)),
    streamText: (request) => replayText(folder.fileFor('text', request)),
    probe: () =>
      Promise.reject(
        new AppError('unavailable', 'chat-model-recorded', 'Recorded replies are no model to be tested.'),
      ),
  };
}

async function replayJson<T>(request: JsonRequest<T>, file: string): Promise<JsonReply<T>> {
  const recording = await read(file, recordedJson);
  if (recording.state === 'missing') return { state: 'failed', ...recording.why };
  const { reply } = recording.content;
  if (reply.state === 'failed') return reply;
  const reading = readJson(reply.raw, request.schema);
  return reading.state === 'ok' ? { ...reply, value: reading.value } : { state: 'failed', ...UNREADABLE };
}

async function* replayText(file: string): AsyncGenerator<TextEvent> {
  const recording = await read(file, recordedText);
  if (recording.state === 'missing') {
    yield { type: 'end', state: 'cut', ...recording.why };
    return;
  }
  const { text, end } = recording.content;
  if (text !== '') yield { type: 'delta', text };
  yield end;
}

type Read<T> = { state: 'read'; content: T } | { state: 'missing'; why: Unavailable };

async function read<T>(file: string, schema: z.ZodType<T>): Promise<Read<T>> {
  const text = await readIfThere(file);
  if (text === null) return { state: 'missing', why: NOT_RECORDED };
  const content = schema.safeParse(parsed(text));
  return content.success ? { state: 'read', content: content.data } : { state: 'missing', why: UNREADABLE };
}
