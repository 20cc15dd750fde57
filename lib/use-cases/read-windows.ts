import { isAppError } from '../domain/errors';
import {
  type ReadingWindow,
  splitLines,
  WindowAsker,
  type WindowOutcome,
  type WindowRequest,
} from '../domain/question-bank';
import type { ChatModel, DocumentReader } from '../ports';
import { acceptProposals } from './accept-proposals';
import type { ReadSource } from './plan-document';
import { sideBySide } from './side-by-side';

/** Reasoning models spend most of it on thinking; forty proposals are a third of it. */
const MAX_TOKENS = 12_000;
/** Windows that are asked about side by side. */
const AT_ONCE = 2;

export interface WindowPorts {
  chat: ChatModel;
  reader: DocumentReader;
}

/**
 * Asks the model about windows of a document, two at a time, and tells what became of each as soon as it is known. A call
 * that fails is an outcome of its own. Once `signal` is raised nothing is asked any more, and what was under way is not
 * told: those windows wait.
 */
export async function* readWindows(
  ports: WindowPorts,
  source: ReadSource,
  windows: readonly ReadingWindow[],
  signal?: AbortSignal,
): AsyncGenerator<WindowOutcome> {
  const asker = new WindowAsker(splitLines(source.text), source.reading);
  const read = (window: ReadingWindow, ending: AbortSignal) => readOne(ports, source, asker, window, ending);
  for await (const outcome of sideBySide(windows, AT_ONCE, read, signal)) {
    if (signal?.aborted) return;
    yield outcome;
  }
}

function readOne(
  ports: WindowPorts,
  source: ReadSource,
  asker: WindowAsker,
  window: ReadingWindow,
  signal: AbortSignal,
): Promise<WindowOutcome> {
  const outcome =
    window.task === 'notes'
      ? ask(ports, source, window, asker.notes(window), signal)
      : ask(ports, source, window, asker.boundaries(window), signal);
  return outcome.catch((error: unknown): WindowOutcome => {
    if (!isAppError(error)) throw error;
    const { code: reason, message } = error;
    return { window: { ...window, state: 'failed', reason, message }, proposals: [] };
  });
}

async function ask<Reply>(
  { chat, reader }: WindowPorts,
  source: ReadSource,
  window: ReadingWindow,
  { messages, prompt, verify }: WindowRequest<Reply>,
  signal: AbortSignal,
): Promise<WindowOutcome> {
  const reply = await chat.completeJson({
    messages,
    schemaName: prompt.schemaName,
    schema: prompt.schema,
    promptId: prompt.id,
    temperature: 0,
    maxOutputTokens: MAX_TOKENS,
    signal,
  });
  if (reply.state === 'failed') {
    const { reason, message } = reply;
    return { window: { ...window, state: 'failed', reason, message }, proposals: [] };
  }
  const verified = verify(reply.value);
  // The reader has the last word on what a document can be read as.
  const { taken, refused } = await acceptProposals(reader, source, verified.proposals);
  const dropped = refused.length > 0 ? { ...verified.dropped, refused: refused.length } : verified.dropped;
  return { window: { ...window, state: 'done', found: taken.length, dropped }, proposals: taken };
}
