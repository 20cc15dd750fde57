import { EventSourceParserStream } from 'eventsource-parser/stream';
import { type Failure, isAbort, RequestError, unreachable } from './http';

export interface StreamEvent {
  name: string;
  data: unknown;
}

/** What an `error` event tells, as the error that a plain request would have thrown. */
export function errorOf({ data }: StreamEvent): RequestError {
  return new RequestError(0, data as Failure);
}

/** The named events of a `text/event-stream` response, in order; a connection that breaks throws `unreachable`. */
export async function* readEvents(response: Response): AsyncGenerator<StreamEvent> {
  if (!response.body) throw unreachable('no-stream', 'The answer holds no stream.');
  const decoder = new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>;
  const reader = (response.body as ReadableStream<Uint8Array>)
    .pipeThrough(decoder)
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  try {
    for (;;) {
      const { value, done } = await readOrThrow(reader);
      if (done) return;
      yield { name: value.event ?? 'message', data: JSON.parse(value.data) as unknown };
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function readOrThrow<T>(reader: ReadableStreamDefaultReader<T>): Promise<ReadableStreamReadResult<T>> {
  try {
    return await reader.read();
  } catch (cause) {
    if (isAbort(cause)) throw cause;
    throw unreachable('stream-cut', 'The connection was cut.', cause);
  }
}
