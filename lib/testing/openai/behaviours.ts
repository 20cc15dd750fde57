import type { ChatMessage } from '../../ports';

/** What the client asked, as the scripted server saw it. */
export interface RecordedRequest {
  /** 'chat', 'embeddings' or the bare path of anything else. */
  endpoint: string;
  headers: Record<string, string>;
  body: ChatBody;
  /** Milliseconds since the epoch. */
  at: number;
  /** True once the client has gone before the reply was over. */
  aborted: boolean;
}

/** The part of a chat or embedding request that scripts look at. */
export interface ChatBody {
  model?: string;
  messages?: ChatMessage[];
  stream?: boolean;
  temperature?: number;
  max_tokens?: number;
  max_completion_tokens?: number;
  stream_options?: unknown;
  response_format?: { type: string; json_schema?: { name?: string; schema?: unknown } };
  input?: string | string[];
  encoding_format?: string;
}

/** How the server answers one chat request. */
export type Behaviour =
  | {
      kind: 'reply';
      content: string;
      /** Milliseconds before the first byte. */
      delayMs?: number;
      /** Characters per streamed chunk. */
      chunkSize?: number;
      chunkDelayMs?: number;
      finishReason?: 'stop' | 'length' | 'content_filter';
      /** Sent as `reasoning_content` before the content, as some reasoning servers do. */
      reasoning?: string;
    }
  | { kind: 'refusal'; text: string }
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: unknown }
  /** Sends headers and `content`, then nothing more while the connection stays open. */
  | { kind: 'stall'; content: string }
  /** Sends `content`, then drops the connection. */
  | { kind: 'cut'; content: string }
  /** Takes the request and never answers. */
  | { kind: 'hang' };

/** Faults and replies by name, for scripts that read like a story. */
export const behave = {
  say: (content: string): Behaviour => ({ kind: 'reply', content }),
  json: (value: unknown): Behaviour => ({ kind: 'reply', content: JSON.stringify(value) }),
  slowly: (content: string, delayMs: number, chunkDelayMs = 0): Behaviour => ({
    kind: 'reply',
    content,
    delayMs,
    chunkDelayMs,
  }),
  think: (thoughts: string, content: string): Behaviour => ({
    kind: 'reply',
    content: `<think>${thoughts}</think>\n${content}`,
  }),
  empty: (): Behaviour => ({ kind: 'reply', content: '' }),
  tooLong: (content: string): Behaviour => ({ kind: 'reply', content, finishReason: 'length' }),
  filtered: (content = ''): Behaviour => ({ kind: 'reply', content, finishReason: 'content_filter' }),
  refuse: (text = 'I cannot help with that.'): Behaviour => ({ kind: 'refusal', text }),
  rateLimit: (retryAfterSeconds: number): Behaviour => ({
    kind: 'status',
    status: 429,
    headers: { 'retry-after': String(retryAfterSeconds) },
    body: { error: { message: 'Rate limit reached', type: 'requests', code: 'rate_limit_exceeded' } },
  }),
  fail: (
    status = 500,
    message = 'Server error',
    code: string | null = null,
    param: string | null = null,
  ): Behaviour => ({
    kind: 'status',
    status,
    body: { error: { message, type: 'error', code, param } },
  }),
  stall: (content = ''): Behaviour => ({ kind: 'stall', content }),
  cut: (content = ''): Behaviour => ({ kind: 'cut', content }),
  hang: (): Behaviour => ({ kind: 'hang' }),
};
