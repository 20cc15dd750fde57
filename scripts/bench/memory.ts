import { readFileSync } from 'node:fs';
import { behave, removeDataDir, startScriptedOpenAi, startServer } from '../../lib/testing';
import { post } from './app-client';

const STREAMS = 50;
/** The model holds its reply this long, so that all streams are open at once. */
const HOLD_MS = 20_000;

/** Resident memory of the server at rest and with 50 open streams, in MB (Linux only: read from /proc). */
export async function run(): Promise<Record<string, unknown>> {
  const model = await startScriptedOpenAi({
    script: async () => {
      await new Promise((resolve) => setTimeout(resolve, HOLD_MS).unref());
      return behave.say('{}');
    },
  });
  const server = await startServer({
    env: { CHAT_MODEL: 'scripted', OPENAI_BASE_URL: model.baseUrl, OPENAI_API_KEY: 'none' },
  });
  const leave = new AbortController();
  try {
    const atRestMb = residentMb(server.pid);
    await Promise.all(Array.from({ length: STREAMS }, () => openStream(server.url, leave.signal)));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const withStreamsMb = residentMb(server.pid);
    return {
      atRestMb,
      streams: STREAMS,
      withStreamsMb,
      perStreamMb: Number(((withStreamsMb - atRestMb) / STREAMS).toFixed(2)),
    };
  } finally {
    leave.abort();
    await server.kill();
    removeDataDir(server);
    await model.close();
  }
}

async function openStream(url: string, signal: AbortSignal): Promise<void> {
  const interview = await post(`${url}/api/interviews`, { mode: 'practice', kinds: ['open'], limit: 1 });
  const response = await fetch(`${url}/api/interviews/${interview.id}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: '冻结原权重，只训练低秩矩阵。', intent: 'answer' }),
    signal,
  });
  // The first event means that the stream is open and the answer stored; the reader stays attached.
  await response.body?.getReader().read();
}

function residentMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024);
}
