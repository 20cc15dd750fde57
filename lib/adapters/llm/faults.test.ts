import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { JsonRequest, TextEvent } from '../../ports';
import {
  type Behaviour,
  behave,
  type ScriptedOpenAi,
  type ScriptedOpenAiOptions,
  startScriptedOpenAi,
} from '../../testing';
import { openChatModel } from './index';

const schema = z.object({ word: z.enum(['yes', 'no']) });
const request: JsonRequest<z.infer<typeof schema>> = {
  messages: [{ role: 'user', content: 'Reply {"word":"yes"}' }],
  schemaName: 'word',
  schema,
  temperature: 0,
  maxOutputTokens: 50,
  promptId: 'test@1',
};
const fine = behave.json({ word: 'yes' });

let server: ScriptedOpenAi | undefined;
afterEach(() => server?.close());

async function open(
  script: Behaviour[],
  options: ScriptedOpenAiOptions = {},
  limits: { timeoutMs?: number; stallMs?: number } = {},
) {
  server = await startScriptedOpenAi({ script, ...options });
  const chat = openChatModel({
    model: 'm',
    baseUrl: server.baseUrl,
    apiKey: 'k',
    timeoutMs: 5000,
    stallMs: 150,
    backOffMs: 1,
    ...limits,
  });
  return { server, chat };
}

async function collect(
  events: AsyncIterable<TextEvent>,
): Promise<{ text: string; end: TextEvent | undefined }> {
  let text = '';
  let end: TextEvent | undefined;
  for await (const event of events) {
    if (event.type === 'delta') text += event.text;
    else end = event;
  }
  return { text, end };
}

describe('completeJson', () => {
  it.each<[string, Behaviour[]]>([
    ['plain', [fine]],
    ['500 first', [behave.fail(500), fine]],
    ['429 with Retry-After first', [behave.rateLimit(0), behave.rateLimit(0), fine]],
    ['408 and 409 first', [behave.fail(408), behave.fail(409), fine]],
    ['a body cut in the middle first', [behave.cut('{"word":"yes"}'), fine]],
    ['another shape first', [behave.json({ word: 'perhaps' }), fine]],
    ['prose first', [behave.say('Well, yes.'), fine]],
    ['thoughts', [behave.think('{"word":"no"}?', '{"word":"yes"}')]],
    ['a closing tag of thoughts only', [behave.say('hm {"word":"no"}</think>{"word":"yes"}')]],
    ['fences', [behave.say('Here:\n```json\n{"word":"yes"}\n```\nDone.')]],
    ['trailing commas', [behave.say('{"word":"yes",}')]],
    ['further fields', [behave.json({ word: 'yes', score: 900 })]],
  ])('reads: %s', async (_, script) => {
    const { chat } = await open(script);
    expect(await chat.completeJson(request)).toMatchObject({ state: 'ok', value: { word: 'yes' } });
  });

  it.each([
    ['no numbers', {}],
    ['words', { prompt_tokens: 'many', completion_tokens: null }],
  ])('reads a reply in parts, and counts no tokens where the endpoint sends %s', async (_, usage) => {
    const message = {
      role: 'assistant',
      content: [{ type: 'text', text: '{"word":' }, { text: '"yes"}' }, null],
    };
    const body = { choices: [{ index: 0, finish_reason: 'stop', message }], usage };
    const { chat } = await open([{ kind: 'status', status: 200, body }]);
    const reply = await chat.completeJson(request);
    expect(reply).toMatchObject({ state: 'ok', value: { word: 'yes' } });
    expect(reply.usage).toBeUndefined();
  });

  it.each<[string, Behaviour, string, number]>([
    ['500 for ever', behave.fail(500), 'unavailable', 4],
    ['429 for ever', behave.rateLimit(0), 'rate-limited', 4],
    ['no quota', behave.fail(429, 'quota', 'insufficient_quota'), 'rate-limited', 1],
    ['401', behave.fail(401, 'Incorrect API key provided: k'), 'configuration', 1],
    ['404', behave.fail(404), 'configuration', 1],
    [
      'too long',
      behave.fail(400, 'This model has a maximum context length of 10', 'context_length_exceeded'),
      'configuration',
      1,
    ],
    ['another shape for ever', behave.json({ points: 3 }), 'unreadable-reply', 2],
    ['a score where words belong', behave.json({ word: 7 }), 'unreadable-reply', 2],
    ['prose for ever', behave.say('Yes indeed.'), 'unreadable-reply', 2],
    ['refusal', behave.refuse(), 'refused', 1],
    ['refusal in prose', behave.say("I'm sorry, I can't grade this."), 'refused', 1],
    ['content filter', behave.filtered('{"word":"yes"}'), 'refused', 1],
    ['empty', behave.empty(), 'empty-reply', 1],
    ['nothing but thoughts', behave.say('<think>so {"word":"yes"}'), 'empty-reply', 1],
    ['cut at its length', behave.tooLong('{"word":"y'), 'cut-reply', 1],
    ['cut without saying so', behave.say('{"word":"y'), 'cut-reply', 1],
    ['connection broken for ever', behave.cut('{"word":"yes"}'), 'cut-reply', 4],
  ])('fails: %s', async (_, behaviour, reason, calls) => {
    const { chat, server } = await open(Array(8).fill(behaviour));
    const reply = await chat.completeJson(request);
    expect(reply).toMatchObject({ state: 'failed', reason });
    expect(reply).not.toHaveProperty('value');
    expect(JSON.stringify({ ...reply, raw: '' })).not.toContain('API key provided');
    expect(
      server.requests.filter(
        (item) => !item.body.response_format || item.body.response_format.type === 'json_schema',
      ),
    ).toHaveLength(calls);
    server.setScript([fine]);
    expect(await chat.completeJson(request)).toMatchObject({ state: 'ok' });
  });

  it.each<[string, Behaviour]>([
    ['never answers', behave.hang()],
    ['stalls in the body', behave.stall('{"word":"yes"}')],
    ['is too slow', behave.slowly('{"word":"yes"}', 2000)],
  ])('times out when the server %s', async (_, behaviour) => {
    const { chat } = await open([behaviour], {}, { timeoutMs: 120 });
    expect(await chat.completeJson(request)).toMatchObject({ state: 'failed', reason: 'timeout' });
  });

  it('does not begin a wait that outlasts its limit', async () => {
    const { chat } = await open([behave.rateLimit(3600)]);
    expect(await chat.completeJson(request)).toMatchObject({ state: 'failed', reason: 'rate-limited' });
  });

  it('waits as long as it is asked to', async () => {
    const { chat, server } = await open([behave.rateLimit(1), fine]);
    expect(await chat.completeJson(request)).toMatchObject({ state: 'ok' });
    const [first, second] = server.requests;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(950);
  });

  it('is cancelled by the caller, also while it waits', async () => {
    const { chat } = await open([behave.rateLimit(3)]);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    expect(await chat.completeJson({ ...request, signal: controller.signal })).toMatchObject({
      reason: 'cancelled',
    });
    expect(await chat.completeJson({ ...request, signal: controller.signal })).toMatchObject({
      reason: 'cancelled',
    });
  });

  it('cannot reach a closed port', async () => {
    const { chat, server } = await open([]);
    await server.close();
    expect(await chat.completeJson(request)).toMatchObject({ state: 'failed', reason: 'unavailable' });
  });

  it('adds up what two calls cost', async () => {
    const { chat } = await open([behave.say('no JSON'), fine]);
    const reply = await chat.completeJson(request);
    expect(reply.usage?.inputTokens).toBeGreaterThan(20);
    expect(reply.usage?.outputTokens).toBeGreaterThan(8);
  });
});

describe('negotiation', () => {
  const nothing = {
    temperature: true,
    maxTokens: true,
    maxCompletionTokens: true,
    streamOptions: true,
    jsonSchema: true,
    jsonObject: true,
  };
  it.each<[string, ScriptedOpenAiOptions['refuses'], number, string | undefined]>([
    ['takes everything', {}, 1, 'json_schema'],
    ['no temperature', { temperature: true }, 2, 'json_schema'],
    ['no max_tokens', { maxTokens: true }, 2, 'json_schema'],
    ['no schema', { jsonSchema: true }, 2, 'json_object'],
    ['no JSON mode at all', { jsonSchema: true, jsonObject: true }, 3, undefined],
    ['next to nothing', nothing, 6, undefined],
  ])('%s: found out once, then remembered', async (_, refuses, calls, format) => {
    const { chat, server } = await open([fine, fine], { refuses });
    expect(await chat.completeJson(request)).toMatchObject({ state: 'ok' });
    expect(server.requests).toHaveLength(calls);
    expect(await chat.completeJson(request)).toMatchObject({ state: 'ok' });
    expect(server.requests).toHaveLength(calls + 1);
    expect(server.requests.at(-1)?.body.response_format?.type).toBe(format);
  });

  it('forgets nothing good because one request was refused for its own sake', async () => {
    const { chat, server } = await open(Array(8).fill(behave.fail(400, 'I do not like this one')));
    expect(await chat.completeJson(request)).toMatchObject({ state: 'failed', reason: 'configuration' });
    server.setScript([fine]);
    await chat.completeJson(request);
    expect(server.requests.at(-1)?.body).toMatchObject({
      temperature: 0,
      max_tokens: 50,
      response_format: { type: 'json_schema' },
    });
  });

  it('sends a strict, closed schema and the key', async () => {
    const { chat, server } = await open([fine]);
    await chat.completeJson(request);
    expect(server.requests[0]?.headers.authorization).toBe('Bearer k');
    expect(server.requests[0]?.body.response_format?.json_schema).toMatchObject({
      name: 'word',
      strict: true,
      schema: { additionalProperties: false, required: ['word'] },
    });
  });

  it('sends no limits on values, which strict modes refuse', async () => {
    const { chat, server } = await open([behave.json({ format: 'yes' })]);
    const limited = z.object({ format: z.string().min(1).max(9) });
    expect(await chat.completeJson({ ...request, schema: limited })).toMatchObject({ state: 'ok' });
    expect(server.requests[0]?.body.response_format?.json_schema?.schema).toMatchObject({
      properties: { format: { type: 'string' } },
    });
    expect(JSON.stringify(server.requests[0]?.body)).not.toContain('minLength');
  });

  it('sends no authorization without a key', async () => {
    const { server } = await open([]);
    await openChatModel({ model: 'm', baseUrl: server.baseUrl }).completeJson(request);
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  });
});

describe('streamText', () => {
  const ask = { messages: request.messages, promptId: 'test@1', temperature: 0, maxOutputTokens: 50 };

  it.each<[string, Behaviour[], string]>([
    ['plain', [behave.say('好的，就这样。')], '好的，就这样。'],
    ['500 and 429 first', [behave.fail(500), behave.rateLimit(0), behave.say('ok')], 'ok'],
    ['thoughts', [behave.think('a<b </thin', 'shown < this')], 'shown < this'],
    ['reasoning beside the content', [{ kind: 'reply', content: 'ok', reasoning: 'hm' }], 'ok'],
    [
      'single characters',
      [{ kind: 'reply', content: '<think>no</think>\n\nyes <em>', chunkSize: 1 }],
      'yes <em>',
    ],
  ])('completes: %s', async (_, script, expected) => {
    const { chat } = await open(script);
    const { text, end } = await collect(chat.streamText(ask));
    expect(text).toBe(expected);
    expect(end).toMatchObject({ type: 'end', state: 'complete', usage: { inputTokens: expect.any(Number) } });
  });

  it.each<[string, Behaviour, string, string]>([
    ['cut connection', behave.cut('half of'), 'cut-reply', 'half of'],
    ['silence', behave.stall('half of'), 'timeout', 'half of'],
    ['silence from the start', behave.stall(), 'timeout', ''],
    ['length limit', behave.tooLong('half of'), 'cut-reply', 'half of'],
    ['nothing', behave.empty(), 'empty-reply', ''],
    ['refusal', behave.refuse(), 'refused', ''],
    ['content filter', behave.filtered('half'), 'refused', 'half'],
    ['401', behave.fail(401), 'configuration', ''],
  ])('is cut: %s', async (_, behaviour, reason, shown) => {
    const { chat, server } = await open([behaviour]);
    const { text, end } = await collect(chat.streamText(ask));
    expect(end).toMatchObject({ type: 'end', state: 'cut', reason });
    expect(text).toBe(shown);
    server.setScript([behave.say('whole')]);
    expect((await collect(chat.streamText(ask))).end).toMatchObject({ state: 'complete' });
  });

  it('negotiates stream options away', async () => {
    const { chat } = await open([], { refuses: { streamOptions: true, temperature: true, maxTokens: true } });
    expect((await collect(chat.streamText(ask))).end).toEqual({ type: 'end', state: 'complete' });
  });

  it('ends the request when nobody reads on', async () => {
    const { chat, server } = await open([behave.slowly('a long long reply that nobody reads', 0, 30)]);
    for await (const event of chat.streamText(ask)) if (event.type === 'delta') break;
    await expect.poll(() => server.requests[0]?.aborted).toBe(true);
  });

  it('is cancelled by the caller', async () => {
    const { chat } = await open([behave.stall('half')]);
    const controller = new AbortController();
    const events: TextEvent[] = [];
    for await (const event of chat.streamText({ ...ask, signal: controller.signal })) {
      events.push(event);
      controller.abort();
    }
    expect(events.at(-1)).toMatchObject({ state: 'cut', reason: 'cancelled' });
  });
});

describe('probe', () => {
  it('says what the endpoint can do', async () => {
    const { chat } = await open([behave.json({ ready: true }), behave.say('ready')], {
      refuses: { jsonSchema: true },
    });
    expect(await chat.probe()).toEqual({
      structuredOutput: 'json-object',
      streaming: true,
      latencyMs: expect.any(Number),
    });
  });

  it('sees that streaming fails', async () => {
    const { chat } = await open([behave.json({ ready: true }), behave.cut()]);
    expect(await chat.probe()).toMatchObject({ streaming: false });
  });

  it('throws with the words of the endpoint, but without the key', async () => {
    const { chat } = await open([behave.fail(401, 'Incorrect API key provided: sk-abcdef')]);
    await expect(chat.probe()).rejects.toMatchObject({
      code: 'chat-model-misconfigured',
      message: expect.stringContaining('Incorrect'),
      details: { problem: 'key-refused', said: expect.stringContaining('Incorrect') },
    });
  });

  it('does not repeat a key that the endpoint echoes', async () => {
    const { chat } = await open([behave.fail(401, 'Incorrect: sk-abcdef')]);
    await expect(chat.probe()).rejects.toMatchObject({ message: expect.not.stringContaining('abcdef') });
  });
});
