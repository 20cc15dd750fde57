import { describeError, logUnexpected } from './errors';

export interface ServerSentEvent {
  event: string;
  data: unknown;
}

/** Milliseconds between comments that keep an idle stream from being taken for dead by what lies between. */
const KEEP_ALIVE_MS = 15_000;

/** Streams end when the process is told to: a server does not exit while one is open. See instrumentation.ts. */
const kept = globalThis as typeof globalThis & { vivaShutdown?: AbortController };

function shutdownSignal(): AbortSignal {
  kept.vivaShutdown ??= new AbortController();
  return kept.vivaShutdown.signal;
}

/** When the process is asked to end, ends every open stream, and all that start later. */
export function endStreamsOnSignals(): void {
  const endAll = () => {
    kept.vivaShutdown ??= new AbortController();
    kept.vivaShutdown.abort();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, endAll);
}

/**
 * Sends events as `text/event-stream`. When the reader leaves, the iterable is told (`return`), which is its to act on;
 * an error becomes the event `error`, then `done`, so that a reader always sees an end.
 */
export function eventStream(events: AsyncIterable<ServerSentEvent>, signal?: AbortSignal): Response {
  const pump = new Pump(events[Symbol.asyncIterator]());
  const ending = signal ? AbortSignal.any([signal, shutdownSignal()]) : shutdownSignal();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      // Runs beside the response: `start` must return at once, or the head would wait for the first event.
      void pump.run(controller);
      ending.addEventListener('abort', () => pump.end(controller), { once: true });
    },
    cancel: () => pump.leave(),
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

type Controller = ReadableStreamDefaultController<Uint8Array>;

/** Moves events from their source to one reader until either ends. */
class Pump {
  private readonly encoder = new TextEncoder();
  private isOpen = true;
  private keepAlive: NodeJS.Timeout | undefined;

  constructor(private readonly source: AsyncIterator<ServerSentEvent>) {}

  async run(controller: Controller): Promise<void> {
    const send = (text: string) => {
      if (this.isOpen) controller.enqueue(this.encoder.encode(text));
    };
    this.keepAlive = setInterval(() => send(': still here\n\n'), KEEP_ALIVE_MS);
    try {
      for (let item = await this.source.next(); !item.done && this.isOpen; item = await this.source.next())
        send(format(item.value));
    } catch (error) {
      logUnexpected(error, 'event stream');
      send(format({ event: 'error', data: describeError(error) }));
      send(format({ event: 'done', data: {} }));
    }
    if (this.stop()) controller.close();
  }

  /** The server ends, or the request was aborted. */
  end(controller: Controller): void {
    if (!this.isOpen) return;
    this.leave();
    controller.close();
  }

  /** The reader has gone; the stream closed itself. */
  leave(): void {
    if (!this.stop()) return;
    Promise.resolve(this.source.return?.()).catch((error: unknown) => logUnexpected(error, 'event stream'));
  }

  /** Whether it was still open. */
  private stop(): boolean {
    const wasOpen = this.isOpen;
    this.isOpen = false;
    clearInterval(this.keepAlive);
    return wasOpen;
  }
}

function format({ event, data }: ServerSentEvent): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
