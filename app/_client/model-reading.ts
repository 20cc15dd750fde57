import type { WindowOutcome, WindowState } from '@/lib/domain/question-bank';
import { errorOf, readEvents } from './event-stream';
import { getJson, jsonInit, send } from './http';

/** What is asked of the model: what the reader is unsure of, all of a document, or one part of it again. */
export type ModelReadingRequest = { scope: 'unsure' | 'all' } | { windowId: string };

export type ModelReadingEvent =
  | { name: 'planned'; data: { model: string; windows: WindowState[]; todo: number } }
  | { name: 'window'; data: WindowOutcome & { done: number; total: number } }
  | { name: 'done'; data: { done: number; failed: number; proposals: number } };

/** The model that is configured; null: none. */
export async function configuredModel(signal?: AbortSignal): Promise<string | null> {
  const { grader } = await getJson<{ grader: { kind: string; model?: string } }>('/api/settings', signal);
  return grader.kind === 'llm' ? (grader.model ?? '') : null;
}

/** Lets the model read a document of an import; throws when it cannot begin or breaks off. */
export async function* readWithModel(
  importId: string,
  document: string,
  asked: ModelReadingRequest,
  signal: AbortSignal,
): AsyncGenerator<ModelReadingEvent> {
  const path = `/api/imports/${encodeURIComponent(importId)}/model-reading`;
  const response = await send(path, { ...jsonInit('POST', { document, ...asked }), signal });
  for await (const event of readEvents(response)) {
    if (event.name === 'error') throw errorOf(event);
    yield event as ModelReadingEvent;
  }
}
