import { parentPort } from 'node:worker_threads';
import { readDocument } from '../../domain/question-bank';
import { openFile } from './kinds/open-file';
import type { ReaderReply, ReaderRequest, ReaderResults } from './reader-protocol';

/** The thread that opens and parses documents, so that a large or hostile one neither blocks nor brings down the server. */
parentPort?.on('message', async (request: ReaderRequest) => {
  let reply: ReaderReply;
  try {
    reply = { type: 'done', result: await work(request) };
  } catch (error) {
    reply = {
      type: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
  parentPort?.postMessage(reply);
});

async function work(request: ReaderRequest): Promise<ReaderResults[ReaderRequest['type']]> {
  return request.type === 'open'
    ? openFile(request.bytes, request.name, request.maxBytes)
    : readDocument(request.text, request.name, request.corrections);
}
