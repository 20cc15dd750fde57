import type { ChatModel } from '../../ports';
import { completeJson } from './complete-json';
import { Connection } from './connection';
import { probe } from './probe';
import { streamText } from './stream-text';

export interface ChatModelOptions {
  model: string;
  /** Absent for local servers that need none. */
  apiKey?: string;
  /** Ends with the version, as in http://127.0.0.1:11434/v1. Default: OpenAI's own. */
  baseUrl?: string;
  /** Milliseconds for one call of the port, retries and waits included. Default 120,000. */
  timeoutMs?: number;
  /** Milliseconds of silence after which a stream counts as dead. Default 45,000: reasoning models fall silent. */
  stallMs?: number;
  /** Further attempts after a failure that may pass. Default 3. */
  retries?: number;
  /** Milliseconds before the first of them, doubling. Default 500. */
  backOffMs?: number;
}

/** Any OpenAI-compatible chat model. What the endpoint accepts is found out with the first calls and remembered. */
export function openChatModel(options: ChatModelOptions): ChatModel {
  const connection = new Connection({
    ...options,
    timeoutMs: options.timeoutMs ?? 120_000,
    stallMs: options.stallMs ?? 45_000,
    retries: options.retries ?? 3,
    backOffMs: options.backOffMs ?? 500,
  });
  return {
    model: options.model,
    completeJson: async (request) => {
      // The endpoint's own words may echo the request; they go no further than `probe`.
      const { problem: _problem, detail: _detail, ...reply } = await completeJson(connection, request);
      return reply;
    },
    streamText: (request) => streamText(connection, request),
    probe: (signal) => probe(connection, options.apiKey, signal),
  };
}
