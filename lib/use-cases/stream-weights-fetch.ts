import { isAppError, type Notice, noticeOf } from '../domain/errors';
import type { BankIndex, Logger, ModelWeights } from '../ports';
import { fetchModelWeights } from './fetch-model-weights';

export type FetchEvent =
  | { event: 'progress'; data: { bytesDone: number; bytesTotal: number } }
  | { event: 'done'; data: Record<string, never> }
  | { event: 'error'; data: Notice & { kind: string } };

/** Milliseconds between two looks at how far the fetch has come. */
const LOOK_EVERY = 200;

/** Fetches the local model's weights as a stream of progress. The fetch goes on when the listener leaves. */
export async function* streamWeightsFetch(ports: {
  weights: ModelWeights;
  index: Pick<BankIndex, 'refresh'>;
  logger: Logger;
}): AsyncGenerator<FetchEvent> {
  let progress = { bytesDone: 0, bytesTotal: 0 };
  const ended = fetchModelWeights(ports, ({ receivedBytes, totalBytes }) => {
    progress = { bytesDone: receivedBytes, bytesTotal: totalBytes };
  }).then(
    (): FetchEvent => ({ event: 'done', data: {} }),
    (error: unknown): FetchEvent => ({ event: 'error', data: describe(error, ports.logger) }),
  );
  for (;;) {
    const pause = new Promise<null>((resolve) => setTimeout(() => resolve(null), LOOK_EVERY));
    const last = await Promise.race([ended, pause]);
    yield { event: 'progress', data: progress };
    if (last !== null) {
      yield last;
      return;
    }
  }
}

function describe(error: unknown, logger: Logger): Notice & { kind: string } {
  if (isAppError(error)) return { kind: error.kind, ...noticeOf(error) };
  logger.error({ error }, 'fetching the weights failed');
  return {
    kind: 'internal',
    code: 'internal',
    message: 'The weights could not be fetched; the log says why.',
  };
}
