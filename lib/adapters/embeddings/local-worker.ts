import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { BertEncoder } from './bert-encoder';
import type { EmbedRequest, LocalWorkerData, LocalWorkerMessage } from './local-protocol';

/** The thread that runs the local model, so that no request waits for it. */
const data = workerData as LocalWorkerData;

function send(message: LocalWorkerMessage, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

async function open(): Promise<BertEncoder | null> {
  // Optional: a computer without it builds and runs, with hashing in its place.
  const runtime = await import(/* turbopackIgnore: true */ 'onnxruntime-node').catch((error: unknown) => {
    send({ type: 'failed', reason: 'runtime-missing', message: String(error) });
    return null;
  });
  if (!runtime) return null;
  // A CommonJS module: its exports are found on `default` by some loaders.
  const { InferenceSession, Tensor } = 'default' in runtime ? (runtime.default as typeof runtime) : runtime;
  try {
    const session = await InferenceSession.create(data.weightsFile, { intraOpNumThreads: data.threads });
    const tokenizerJson: object = JSON.parse(await readFile(data.tokenizerFile, 'utf8'));
    return new BertEncoder(session, Tensor, tokenizerJson);
  } catch (error) {
    send({ type: 'failed', reason: 'weights-unreadable', message: String(error) });
    return null;
  }
}

// A thread that has loaded the native library stays until the process ends (see LocalThread.close).
parentPort?.on('message', () => undefined);

const encoder = await open();
if (encoder) {
  // One request after the other: the runtime uses the cores it was given anyway.
  let last: Promise<void> = Promise.resolve();
  parentPort?.on('message', ({ id, texts }: EmbedRequest) => {
    last = last.then(async () => {
      try {
        const values = await encoder.encode(texts);
        send({ type: 'vectors', id, values }, [values.buffer as ArrayBuffer]);
      } catch (error) {
        send({ type: 'error', id, message: String(error) });
      }
    });
  });
  send({ type: 'ready' });
}
