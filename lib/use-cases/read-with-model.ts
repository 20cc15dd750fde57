import {
  planWindows,
  splitLines,
  startReading,
  type WindowOutcome,
  withOutcome,
} from '../domain/question-bank';
import { acceptVerbatim } from './accept-proposals';
import type { ReadSource } from './plan-document';
import { readWindows, type WindowPorts } from './read-windows';

export interface ModelReadingOptions {
  /** Takes what is the document's own, word for word. */
  acceptsVerbatim?: boolean;
  /** Told of each window: `done` of `total`. */
  onWindow?(document: string, outcome: WindowOutcome, done: number, total: number): void;
  signal?: AbortSignal;
}

/** Lets the model read a document where the reader is unsure, without a preview; its proposals go with the source. */
export async function readWithModel(
  ports: WindowPorts,
  source: ReadSource,
  { acceptsVerbatim = false, onWindow, signal }: ModelReadingOptions = {},
): Promise<ReadSource> {
  const windows = planWindows(splitLines(source.text), source.reading, 'unsure');
  let modelReading = startReading(ports.chat.model, windows);
  let done = 0;
  for await (const outcome of readWindows(ports, source, windows, signal)) {
    modelReading = withOutcome(modelReading, outcome);
    done += 1;
    onWindow?.(source.name, outcome, done, windows.length);
  }
  const read = { ...source, modelReading };
  return acceptsVerbatim ? (await acceptVerbatim(ports.reader, read)).source : read;
}
