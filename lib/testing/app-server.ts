import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface RunningServer {
  url: string;
  dataDir: string;
  pid: number;
  /** Ends it as an operator would. */
  stop(): Promise<void>;
  /** Ends it as a power cut would: SIGKILL, no goodbye. */
  kill(): Promise<void>;
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

/** A fresh data folder outside the project. */
function temporaryDataDir(): string {
  return mkdtempSync(path.join(tmpdir(), 'viva-data-'));
}

/**
 * Serves the built app (`next build` must have run) with a data folder of its own, offline unless `env` says otherwise:
 * no model, hashing, and no hub to ask.
 */
export async function startServer(
  options: { dataDir?: string; env?: Record<string, string>; port?: number } = {},
): Promise<RunningServer> {
  const port = options.port ?? (await freePort());
  const dataDir = options.dataDir ?? temporaryDataDir();
  const child = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        ...OFFLINE,
        NODE_ENV: 'production',
        DATA_DIR: dataDir,
        PORT: String(port),
        ...options.env,
      },
    },
  );
  const url = `http://127.0.0.1:${port}`;
  await untilHealthy(url, child);
  return {
    url,
    dataDir,
    pid: child.pid ?? 0,
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  };
}

const OFFLINE = {
  HOST: '127.0.0.1',
  EMBEDDINGS: 'hashing',
  HF_ENDPOINT: 'http://127.0.0.1:9',
  OPENAI_API_KEY: '',
  OPENAI_BASE_URL: '',
  CHAT_MODEL: '',
  EMBEDDING_MODEL: '',
  LOG_LEVEL: 'error',
  NEXT_TELEMETRY_DISABLED: '1',
};

async function untilHealthy(url: string, child: ChildProcess): Promise<void> {
  let log = '';
  child.stderr?.on('data', (chunk) => {
    log = (log + String(chunk)).slice(-4000);
  });
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${log}`);
    const response = await fetch(`${url}/api/health`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  child.kill('SIGKILL');
  throw new Error(`the server was not healthy within a minute: ${log}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

export function removeDataDir(server: Pick<RunningServer, 'dataDir'>): void {
  rmSync(server.dataDir, { recursive: true, force: true });
}
