import type { ChatModel, ChatRequest, JsonReply, JsonRequest, TextEvent } from '../../../ports';
import { RecordingFolder, writeWhole } from './folder';
import type { RecordedJson, RecordedText } from './recorded-reply';

/**
 * The same model, with every reply (failures too) kept in a folder, to be replayed by `openRecordedChatModel`. A call that
 * was cancelled got no reply and leaves nothing.
 * @throws AppError conflict `recordings-of-another-model`.
 */
export async function recordReplies(chat: ChatModel, options: { dir: string }): Promise<ChatModel> {
  const folder = new RecordingFolder(options.dir);
  await folder.prepare(chat.model);
  return {
    model: chat.model,
    completeJson: async (request) => {
      const file = folder.fileFor('json', request);
      const reply = await chat.completeJson(request);
      if (!isCancelled(reply)) await writeWhole(file, jsonOf(request, reply));
      return reply;
    },
    streamText: (request) => recording(chat, request, folder.fileFor('text', request)),
    probe: (signal) => chat.probe(signal),
  };
}

async function* recording(chat: ChatModel, request: ChatRequest, file: string): AsyncGenerator<TextEvent> {
  let text = '';
  for await (const event of chat.streamText(request)) {
    if (event.type === 'delta') text += event.text;
    else if (!isCancelled(event))
      await writeWhole(file, { promptId: request.promptId, text, end: event } satisfies RecordedText);
    yield event;
  }
}

function isCancelled(ending: object): boolean {
  return 'reason' in ending && ending.reason === 'cancelled';
}

function jsonOf<T>(request: JsonRequest<T>, reply: JsonReply<T>): RecordedJson {
  if (reply.state === 'failed') return { promptId: request.promptId, reply };
  const { state, raw, usage } = reply;
  return { promptId: request.promptId, reply: { state, raw, ...(usage ? { usage } : {}) } };
}
