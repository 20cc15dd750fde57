import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ChatModel, ChatRequest, JsonRequest, TextEvent } from '../../../ports';
import { type Behaviour, behave, type ScriptedOpenAi, startScriptedOpenAi } from '../../../testing';
import { openChatModel, openRecordedChatModel, recordReplies } from '../index';

const KEY = 'sk-secret-key-of-the-test';
const schema = z.object({ word: z.enum(['yes', 'no']) });
const ask = (content: string): JsonRequest<z.infer<typeof schema>> => ({
  messages: [{ role: 'user', content }],
  schemaName: 'word',
  schema,
  promptId: 'test@1',
});
const say = (content: string): ChatRequest => ({ messages: [{ role: 'user', content }], promptId: 'test@1' });

let dir: string;
let server: ScriptedOpenAi;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'viva-recording-'));
});
afterEach(async () => {
  await server.close();
  rmSync(dir, { recursive: true, force: true });
});

async function recorder(script: Behaviour[], model = 'm'): Promise<ChatModel> {
  server = await startScriptedOpenAi({ script });
  const chat = openChatModel({ model, baseUrl: server.baseUrl, apiKey: KEY, retries: 0 });
  return recordReplies(chat, { dir });
}

/** Both calls of the port, some of them twice. */
async function conversation(chat: ChatModel): Promise<unknown[]> {
  return [
    await chat.completeJson(ask('one')),
    await chat.completeJson(ask('one')),
    await chat.completeJson(ask('two')),
    await chat.completeJson(ask('three')),
    await spoken(chat.streamText(say('four'))),
    await spoken(chat.streamText(say('five'))),
  ];
}

async function spoken(events: AsyncIterable<TextEvent>): Promise<unknown> {
  let text = '';
  for await (const event of events) {
    if (event.type === 'end') return { text, end: event };
    text += event.text;
  }
  throw new Error('a stream ends with its end');
}

const SCRIPT = [
  behave.json({ word: 'yes' }),
  behave.think('{"word":"yes"}?', '{"word":"no"}'),
  behave.fail(500),
  behave.tooLong('{"word":'),
  behave.say('some words'),
  behave.tooLong('cut sho'),
];

describe('recorded replies', () => {
  it('give the same again with the server gone: values, usage, failures, streams, repeated requests', async () => {
    const original = await conversation(await recorder([...SCRIPT]));
    await server.close();
    const chat = await openRecordedChatModel({ dir });
    expect(chat.model).toBe('m');
    expect(await conversation(chat)).toEqual(original);
    expect(original).toMatchObject([
      { state: 'ok', value: { word: 'yes' }, usage: { inputTokens: expect.any(Number) } },
      { state: 'ok', value: { word: 'no' } },
      { state: 'failed', reason: 'unavailable' },
      { state: 'failed', reason: 'cut-reply', usage: { outputTokens: expect.any(Number) } },
      { text: 'some words', end: { state: 'complete' } },
      { text: 'cut sho', end: { state: 'cut', reason: 'cut-reply' } },
    ]);
  });

  it('hold neither key nor address', async () => {
    await conversation(await recorder([...SCRIPT]));
    const kept = readdirSync(dir).map((file) => readFileSync(path.join(dir, file), 'utf8'));
    expect(kept).toHaveLength(7);
    for (const text of kept) {
      expect(text).not.toContain(KEY);
      expect(text).not.toContain(server.baseUrl);
    }
  });

  it('are missing as a failure that says so, never as a guess', async () => {
    await (await recorder([behave.json({ word: 'yes' })])).completeJson(ask('one'));
    const chat = await openRecordedChatModel({ dir });
    const missing = { state: 'failed', reason: 'unavailable', message: /recorded/ };
    const like = { ...missing, message: expect.stringMatching(missing.message) };
    expect(await chat.completeJson(ask('another'))).toEqual(like);
    expect(await chat.completeJson({ ...ask('one'), temperature: 1 })).toEqual(like);
    expect(await spoken(chat.streamText(say('one')))).toMatchObject({
      end: { state: 'cut', reason: 'unavailable' },
    });
    await expect(chat.probe()).rejects.toMatchObject({ code: 'chat-model-recorded' });
  });

  it('that were damaged are unreadable', async () => {
    await (await recorder([behave.json({ word: 'yes' })])).completeJson(ask('one'));
    const [file] = readdirSync(dir).filter((name) => name !== 'recordings.json');
    for (const damage of [
      '{',
      '{"reply":{"state":"ok"}}',
      '{"promptId":"p","reply":{"state":"ok","raw":"hm"}}',
    ]) {
      writeFileSync(path.join(dir, file ?? ''), damage);
      const chat = await openRecordedChatModel({ dir });
      expect(await chat.completeJson(ask('one'))).toMatchObject({ reason: 'unreadable-reply' });
    }
  });

  it('are kept of one model to a folder', async () => {
    await recorder([]);
    await server.close();
    await expect(recorder([], 'other')).rejects.toMatchObject({ code: 'recordings-of-another-model' });
    await expect(openRecordedChatModel({ dir: path.join(dir, 'none') })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('leave nothing of a call that was cancelled', async () => {
    const chat = await recorder([behave.hang()]);
    const signal = AbortSignal.abort();
    expect(await chat.completeJson({ ...ask('one'), signal })).toMatchObject({ reason: 'cancelled' });
    expect(readdirSync(dir)).toEqual(['recordings.json']);
  });
});
