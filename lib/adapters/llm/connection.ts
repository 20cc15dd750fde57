import OpenAI, { APIError } from 'openai';
import type { ChatCompletion, ChatCompletionChunk } from 'openai/resources/chat/completions';
import type { ChatRequest, JsonRequest } from '../../ports';
import { type Deadline, openDeadline } from './deadline';
import { Negotiation } from './negotiation';
import { bodyOf, jsonBodyOf, usesOf } from './request-body';
import { type RetryOptions, withRetries } from './retry';

const OPENAI_URL = 'https://api.openai.com/v1';

export interface ConnectionOptions extends RetryOptions {
  model: string;
  apiKey?: string;
  baseUrl?: string;
  timeoutMs: number;
  stallMs: number;
}

/** One endpoint: the vendor's client, what was negotiated with it, and the limits of a call. */
export class Connection {
  readonly negotiation: Negotiation;
  readonly #client: OpenAI;
  readonly #options: ConnectionOptions;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.negotiation = new Negotiation(!options.baseUrl);
    this.#client = new OpenAI({
      // Everything is given, so that the client reads nothing from the environment by itself.
      apiKey: options.apiKey ?? 'none',
      baseURL: options.baseUrl ?? OPENAI_URL,
      organization: null,
      project: null,
      webhookSecret: null,
      // Its log lines may hold prompts and replies.
      logLevel: 'off',
      // It would neither bound nor cancel its waits; ours do.
      maxRetries: 0,
      timeout: options.timeoutMs,
      ...(options.apiKey ? {} : { defaultHeaders: { Authorization: null } }),
    });
  }

  /** Limits for one call of the port, retries included. */
  openDeadline(signal: AbortSignal | undefined): Deadline {
    return openDeadline({ totalMs: this.#options.timeoutMs, stallMs: this.#options.stallMs }, signal);
  }

  complete<T>(request: JsonRequest<T>, deadline: Deadline): Promise<ChatCompletion> {
    const send = () =>
      this.negotiation.send(usesOf(request, 'json'), async (accepted) =>
        checked(
          await this.#client.chat.completions.create(
            { ...jsonBodyOf(this.#options.model, request, accepted), stream: false },
            { signal: deadline.signal },
          ),
        ),
      );
    return withRetries(send, deadline, this.#options);
  }

  /** Retries end with the response's headers: a stream that has begun is never begun again behind the reader's back. */
  stream(request: ChatRequest, deadline: Deadline): Promise<AsyncIterable<ChatCompletionChunk>> {
    const send = () =>
      this.negotiation.send(usesOf(request, 'stream'), (accepted) =>
        this.#client.chat.completions.create(
          {
            ...bodyOf(this.#options.model, request, accepted),
            stream: true,
            ...(accepted.streamOptions ? { stream_options: { include_usage: true } } : {}),
          },
          { signal: deadline.signal },
        ),
      );
    return withRetries(send, deadline, this.#options);
  }
}

/** Routers report an upstream's failure with status 200 and an error in the body; it is the failure that counts. */
function checked(completion: ChatCompletion): ChatCompletion {
  const { error } = (completion ?? {}) as { error?: { code?: unknown } };
  if (!error) return completion;
  const status = Number(error.code);
  throw APIError.generate(status >= 400 ? status : 502, { error }, undefined, new Headers());
}
