import { parentPort } from 'node:worker_threads';
import { readDocument } from '../../domain/question-bank';
import type { ReadReply, ReadRequest } from './reader-protocol';

/** The thread that parses documents, so that a large or hostile one neither blocks nor brings down the server. */
parentPort?.on('message', ({ text, name }: ReadRequest) => {
  let reply: ReadReply;
  try {
    reply = { type: 'reading', reading: readDocument(text, name) };
  } catch (error) {
    reply = {
      type: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
  parentPort?.postMessage(reply);
});
