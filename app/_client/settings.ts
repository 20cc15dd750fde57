import { errorOf, readEvents } from './event-stream';
import { jsonInit, send, sendJson, unreachable } from './http';

export interface ModelTest {
  /** How structured replies are asked for: JSON schema, JSON object or plain text. */
  structuredOutput: string;
  streaming: boolean;
  latencyMs: number;
}

export interface EmbedderTest {
  latencyMs: number;
  dimensions: number;
}

export interface FetchProgress {
  bytesDone: number;
  bytesTotal: number;
}

export function testModel(): Promise<ModelTest> {
  return sendJson('POST', '/api/settings/test-model', {});
}

export function testEmbedder(): Promise<EmbedderTest> {
  return sendJson('POST', '/api/settings/test-embedder', {});
}

/**
 * Fetches the weights, or joins a fetch that is under way; resolves when they are there, throws with the server's words
 * when they are not. Whoever leaves (`signal`) only stops listening: the server goes on.
 */
export async function fetchWeights(
  onProgress: (progress: FetchProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await send('/api/settings/fetch-model', { ...jsonInit('POST', {}), signal });
  for await (const event of readEvents(response)) {
    if (event.name === 'progress') onProgress(event.data as FetchProgress);
    if (event.name === 'done') return;
    if (event.name === 'error') throw errorOf(event);
  }
  throw unreachable('stream-cut', 'The connection was cut.');
}
