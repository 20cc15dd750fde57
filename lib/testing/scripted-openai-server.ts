import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Behaviour, behave, type ChatBody, type RecordedRequest } from './openai/behaviours';
import { scriptedEmbedding } from './openai/embedding';
import { honestReply } from './openai/honest';
import { answerChat, sendJson } from './openai/replying';

/**
 * How chat requests are answered: a queue (used up from the front, then the honest model answers) or a function of
 * the request and its 0-based number.
 */
export type Script =
  | Behaviour[]
  | ((request: RecordedRequest, index: number) => Behaviour | Promise<Behaviour>);

/** What the pretended endpoint cannot do; each is refused with status 400 before the script is asked. */
export interface Refusals {
  temperature?: boolean;
  /** Wants max_completion_tokens. */
  maxTokens?: boolean;
  /** Wants max_tokens. */
  maxCompletionTokens?: boolean;
  streamOptions?: boolean;
  jsonSchema?: boolean;
  jsonObject?: boolean;
}

export interface ScriptedOpenAiOptions {
  /** Default: the honest model, which grades from the key points in our own prompts. */
  script?: Script;
  refuses?: Refusals;
  /** When set, another bearer token gets 401. */
  apiKey?: string;
  /** 0 = any free port. */
  port?: number;
}

export interface ScriptedOpenAi {
  /** Ends with /v1. */
  baseUrl: string;
  /** Every request so far, refused ones included. */
  requests: RecordedRequest[];
  setScript(script: Script): void;
  close(): Promise<void>;
}

/** An OpenAI-compatible server on loopback that does what a script says: chat (JSON and SSE), embeddings, models. */
export async function startScriptedOpenAi(options: ScriptedOpenAiOptions = {}): Promise<ScriptedOpenAi> {
  const requests: RecordedRequest[] = [];
  let script: Script = options.script ?? honestScript();
  let chatCount = 0;
  const server = createServer((message, response) => {
    void receive(message, response).then(async (request) => {
      requests.push(request);
      if (options.apiKey && request.headers.authorization !== `Bearer ${options.apiKey}`)
        return sendJson(response, 401, errorBody('Incorrect API key provided', 'invalid_api_key'));
      if (request.endpoint === 'embeddings') return sendEmbeddings(response, request.body);
      if (request.endpoint === '/v1/models') return sendJson(response, 200, { object: 'list', data: [] });
      if (request.endpoint !== 'chat') return sendJson(response, 404, errorBody('Not found', 'not_found'));
      const refusal = refusalOf(request.body, options.refuses ?? {});
      const behaviour = refusal ?? (await nextBehaviour(script, request, chatCount++));
      await answerChat(response, request.body, behaviour);
    });
  });
  const port = await listen(server, options.port ?? 0);
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    setScript: (next) => {
      script = next;
      chatCount = 0;
    },
    close: () => close(server),
  };
}

/** Grades and writes honestly (by shared characters) from our own prompts, deterministically. */
export function honestScript(): Script {
  return (request) => behave.say(honestReply(request.body));
}

async function nextBehaviour(script: Script, request: RecordedRequest, index: number): Promise<Behaviour> {
  if (typeof script === 'function') return script(request, index);
  return script.shift() ?? behave.say(honestReply(request.body));
}

async function receive(message: IncomingMessage, response: ServerResponse): Promise<RecordedRequest> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  const request: RecordedRequest = {
    endpoint: endpointOf(message.url ?? ''),
    headers: Object.fromEntries(
      Object.entries(message.headers).map(([name, value]) => [name, String(value)]),
    ),
    body: text ? (JSON.parse(text) as ChatBody) : {},
    at: Date.now(),
    aborted: false,
  };
  response.on('close', () => {
    request.aborted = !response.writableFinished;
  });
  return request;
}

function endpointOf(url: string): string {
  const path = url.split('?')[0] ?? '';
  if (path === '/v1/chat/completions') return 'chat';
  return path === '/v1/embeddings' ? 'embeddings' : path;
}

function refusalOf(body: ChatBody, refuses: Refusals): Behaviour | null {
  const format = body.response_format?.type;
  const unsupported = (param: string, hint = '') =>
    behave.fail(
      400,
      `Unsupported parameter: '${param}' is not supported with this model.${hint}`,
      'unsupported_parameter',
      param,
    );
  if (refuses.temperature && body.temperature !== undefined) return unsupported('temperature');
  if (refuses.maxTokens && body.max_tokens !== undefined)
    return unsupported('max_tokens', " Use 'max_completion_tokens' instead.");
  if (refuses.maxCompletionTokens && body.max_completion_tokens !== undefined)
    return unsupported('max_completion_tokens');
  if (refuses.streamOptions && body.stream_options !== undefined) return unsupported('stream_options');
  if (refuses.jsonSchema && format === 'json_schema') return unsupported('response_format');
  if (refuses.jsonObject && format === 'json_object') return unsupported('response_format');
  return null;
}

function sendEmbeddings(response: ServerResponse, body: ChatBody): void {
  const inputs = typeof body.input === 'string' ? [body.input] : (body.input ?? []);
  const data = inputs.map((text, index) => ({
    object: 'embedding',
    index,
    embedding: encode(scriptedEmbedding(text), body.encoding_format),
  }));
  sendJson(response, 200, {
    object: 'list',
    model: body.model,
    data,
    usage: { prompt_tokens: 0, total_tokens: 0 },
  });
}

/** The openai client asks for base64 unless told otherwise. */
function encode(vector: number[], format: string | undefined): number[] | string {
  return format === 'base64' ? Buffer.from(Float32Array.from(vector).buffer).toString('base64') : vector;
}

function errorBody(message: string, code: string): unknown {
  return { error: { message, type: 'invalid_request_error', code, param: null } };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
