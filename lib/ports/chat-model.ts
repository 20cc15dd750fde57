import type { z } from 'zod';
import type { TokenUsage, UngradedReason } from '../domain/grading';

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

export interface ChatRequest {
  messages: ChatMessage[];
  /** Left out for models that refuse it. */
  temperature?: number;
  maxOutputTokens?: number;
  /** Cancels the request; the reply is then `failed` with reason `cancelled`. */
  signal?: AbortSignal;
  /** Prompt id with version, for logs and stored grades. */
  promptId: string;
}

export interface JsonRequest<T> extends ChatRequest {
  schemaName: string;
  schema: z.ZodType<T>;
}

/** An unreadable or missing reply is expected, so it is a value and not a throw. */
export type JsonReply<T> =
  | { state: 'ok'; value: T; raw: string; usage?: TokenUsage }
  | { state: 'failed'; reason: UngradedReason; message: string; raw?: string; usage?: TokenUsage };

/** The stream of a text reply: deltas, then exactly one end. */
export type TextEvent =
  | { type: 'delta'; text: string }
  | { type: 'end'; state: 'complete'; usage?: TokenUsage }
  | { type: 'end'; state: 'cut'; reason: UngradedReason; message: string };

export interface ChatModelCapabilities {
  structuredOutput: 'json-schema' | 'json-object' | 'text';
  streaming: boolean;
  latencyMs: number;
}

/** Any OpenAI-compatible chat model. Retries, time limits and quirks are the adapter's business. */
export interface ChatModel {
  readonly model: string;
  completeJson<T>(request: JsonRequest<T>): Promise<JsonReply<T>>;
  streamText(request: ChatRequest): AsyncIterable<TextEvent>;
  /** Calls the endpoint and says what it can do; throws AppError when it cannot be reached. */
  probe(signal?: AbortSignal): Promise<ChatModelCapabilities>;
}
