import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Behaviour, ChatBody } from './behaviours';

/** Answers one chat request as its behaviour says, as JSON or as server-sent events. */
export async function answerChat(
  response: ServerResponse,
  body: ChatBody,
  behaviour: Behaviour,
): Promise<void> {
  switch (behaviour.kind) {
    case 'hang':
      return;
    case 'status':
      return sendJson(response, behaviour.status, behaviour.body ?? {}, behaviour.headers);
    case 'refusal':
      return body.stream ? streamRefusal(response, behaviour.text) : sendRefusal(response, behaviour.text);
    case 'stall':
    case 'cut':
      return answerPartly(response, body, behaviour);
    case 'reply':
      await sleep(behaviour.delayMs ?? 0);
      return body.stream ? streamReply(response, body, behaviour) : sendReply(response, body, behaviour);
  }
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

type Reply = Extract<Behaviour, { kind: 'reply' }>;

function sendReply(response: ServerResponse, body: ChatBody, reply: Reply): void {
  sendJson(
    response,
    200,
    completion(reply.content, reply.finishReason ?? 'stop', usageOf(body, reply.content)),
  );
}

function sendRefusal(response: ServerResponse, text: string): void {
  const choice = {
    index: 0,
    finish_reason: 'stop',
    message: { role: 'assistant', content: null, refusal: text },
  };
  sendJson(response, 200, { ...envelope('chat.completion'), choices: [choice] });
}

async function streamReply(response: ServerResponse, body: ChatBody, reply: Reply): Promise<void> {
  openStream(response);
  if (reply.reasoning) sendChunk(response, { reasoning_content: reply.reasoning });
  const characters = [...reply.content];
  const size = reply.chunkSize ?? 8;
  for (let at = 0; at < characters.length; at += size) {
    if (reply.chunkDelayMs) await sleep(reply.chunkDelayMs);
    if (response.destroyed) return;
    sendChunk(response, { content: characters.slice(at, at + size).join('') });
  }
  sendChunk(response, {}, reply.finishReason ?? 'stop');
  if (body.stream_options)
    sendEvent(response, {
      ...envelope('chat.completion.chunk'),
      choices: [],
      usage: usageOf(body, reply.content),
    });
  response.end('data: [DONE]\n\n');
}

function streamRefusal(response: ServerResponse, text: string): void {
  openStream(response);
  sendChunk(response, { refusal: text });
  sendChunk(response, {}, 'stop');
  response.end('data: [DONE]\n\n');
}

/** Starts a reply and either leaves it hanging or drops the connection. */
async function answerPartly(
  response: ServerResponse,
  body: ChatBody,
  behaviour: Extract<Behaviour, { kind: 'stall' | 'cut' }>,
): Promise<void> {
  if (body.stream) {
    openStream(response);
    if (behaviour.content) sendChunk(response, { content: behaviour.content });
  } else {
    const whole = JSON.stringify(completion(behaviour.content, 'stop', usageOf(body, behaviour.content)));
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': String(whole.length + 999),
    });
    response.write(whole.slice(0, -20));
  }
  if (behaviour.kind === 'stall') return;
  // The bytes must be on their way before the connection breaks.
  await sleep(20);
  response.destroy();
}

function openStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  sendChunk(response, { role: 'assistant', content: '' });
}

function sendChunk(
  response: ServerResponse,
  delta: Record<string, string>,
  finishReason: string | null = null,
): void {
  sendEvent(response, {
    ...envelope('chat.completion.chunk'),
    choices: [{ index: 0, delta, finish_reason: finishReason }],
  });
}

function sendEvent(response: ServerResponse, event: unknown): void {
  response.write(`data: ${JSON.stringify(event)}\n\n`);
}

function envelope(object: string): Record<string, unknown> {
  return { id: 'chatcmpl-scripted', object, created: 0, model: 'scripted' };
}

function completion(content: string, finishReason: string, usage: unknown): unknown {
  const choice = { index: 0, finish_reason: finishReason, message: { role: 'assistant', content } };
  return { ...envelope('chat.completion'), choices: [choice], usage };
}

/** A rough count (two characters a token): enough to see usage stored. */
function usageOf(body: ChatBody, content: string): Record<string, unknown> {
  const prompt = Math.ceil(
    (body.messages ?? []).reduce((sum, message) => sum + message.content.length, 0) / 2,
  );
  const reply = Math.ceil(content.length / 2);
  return {
    prompt_tokens: prompt,
    completion_tokens: reply,
    total_tokens: prompt + reply,
    prompt_tokens_details: { cached_tokens: 0 },
  };
}
