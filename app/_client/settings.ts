import { readEvents } from './event-stream';
import { jsonInit, RequestError, send, sendJson } from './http';

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

/** Fetches the weights; resolves when they are there, throws with the server's words when they are not. */
export async function fetchWeights(onProgress: (progress: FetchProgress) => void): Promise<void> {
  const response = await send('/api/settings/fetch-model', jsonInit('POST', {}));
  for await (const event of readEvents(response)) {
    if (event.name === 'progress') onProgress(event.data as FetchProgress);
    if (event.name === 'done') return;
    if (event.name === 'error') {
      const { kind, code, message } = event.data as { kind: string; code: string; message: string };
      throw new RequestError(0, kind, code, message);
    }
  }
  throw new RequestError(0, 'unreachable', 'stream-cut', 'The connection was cut.');
}
