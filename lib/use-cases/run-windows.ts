import {
  type ReadingWindow,
  startReading,
  type WindowOutcome,
  type WindowState,
  withOutcome,
} from '../domain/question-bank';
import type { ChatModel, Clock, DocumentReader, PreviewStore } from '../ports';
import type { ReadSource } from './plan-document';
import { replaceSource } from './preview-source';
import { readWindows } from './read-windows';

export interface ProposePorts {
  previews: PreviewStore;
  reader: DocumentReader;
  chat: ChatModel;
  clock: Clock;
}

/** How far a pass has come; each is told once it is stored. */
export type ReadingEvent =
  /** What will be asked about; none: there is nothing to ask. */
  | { event: 'planned'; data: { model: string; windows: WindowState[]; todo: number } }
  /** The `done`th of `total`. */
  | { event: 'window'; data: WindowOutcome & { done: number; total: number } }
  | { event: 'done'; data: { done: number; failed: number; proposals: number } };

/** Asks about those of the planned windows that no earlier pass has done, and stores what came of each before it is told. */
export async function* runWindows(
  ports: ProposePorts,
  importId: string,
  source: ReadSource,
  planned: readonly ReadingWindow[],
  signal: AbortSignal | undefined,
): AsyncGenerator<ReadingEvent> {
  const { model } = ports.chat;
  const start = startReading(model, planned, source.modelReading);
  const todo = planned.filter(({ id }) => start.windows.find((each) => each.id === id)?.state !== 'done');
  await replaceSource(ports, importId, source.name, (each) =>
    each.text === source.text
      ? { ...each, modelReading: startReading(model, planned, each.modelReading) }
      : each,
  );
  yield { event: 'planned', data: { model, windows: start.windows, todo: todo.length } };
  const totals = { done: 0, failed: 0, proposals: 0 };
  for await (const outcome of readWindows(ports, source, todo, signal)) {
    const kept = await replaceSource(ports, importId, source.name, (each) =>
      each.text === source.text && each.modelReading
        ? { ...each, modelReading: withOutcome(each.modelReading, outcome) }
        : each,
    );
    const stored = storedOutcome(kept, outcome);
    totals.done += 1;
    if (stored.window.state === 'failed') totals.failed += 1;
    totals.proposals += stored.proposals.length;
    yield { event: 'window', data: { ...stored, done: totals.done, total: todo.length } };
  }
  yield { event: 'done', data: totals };
}

/** What is new of an outcome once it lies beside the others. */
function storedOutcome({ modelReading }: ReadSource, outcome: WindowOutcome): WindowOutcome {
  const { id } = outcome.window;
  return {
    window: modelReading?.windows.find((window) => window.id === id) ?? outcome.window,
    proposals: modelReading?.proposals.filter(({ windowId }) => windowId === id) ?? [],
  };
}
