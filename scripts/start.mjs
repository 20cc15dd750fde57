// `npm start`: installs if needed, builds if needed, serves the app on loopback. Built-in modules only.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { ensureBuilt } from './setup/build.mjs';
import { ensureInstalled, requireNode, root, say, stop } from './setup/install.mjs';

requireNode();
const installed = ensureInstalled();
// Installed by now: the reader of .env files that the server itself uses, so that both see the same.
const { loadEnvConfig } = (await import('@next/env')).default;
loadEnvConfig(root, false, { info: () => undefined, error: say });
const environment = process.env;
const host = environment.HOST || '127.0.0.1';
const port = Number(environment.PORT || 3000);
if (!Number.isInteger(port) || port < 1 || port > 65_535) stop('PORT must be a number from 1 to 65535.');

/** Says so early when the port is taken: next alone reports only that it failed to start. */
function requireFreePort() {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const reason =
        error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${error.code})`;
      stop(
        `port ${port} on ${host} ${reason}. Stop that program, or choose another: PORT=${port + 1} npm start`,
      );
    });
    probe.listen(port, host, () => probe.close(resolve));
  });
}

/** npm does not pass SIGTERM on: when it dies, this process gets a new parent and must end the server itself. */
function endWithParent(server) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) server.kill('SIGTERM');
  }, 500).unref();
}

/** How long the first look at the health may wait for the index, in attempts of a quarter of a second. */
const PATIENCE = 40;

/** Waits for the first healthy answer, which also creates the database and loads the starter bank. */
async function announce(server) {
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const local = host === '0.0.0.0' || host === '::' ? `http://127.0.0.1:${port}` : address;
  for (let attempt = 0; attempt < 240 && server.exitCode === null; attempt += 1) {
    const health = await askHealth(local);
    if (health && (health.embedder.state !== 'building' || attempt >= PATIENCE)) {
      const { questions, grader, embedder } = health;
      say(
        `${questions} questions in the bank · grades: ${describeGrader(grader)} · look-up: ${embedder.id} (${embedder.state})`,
      );
      process.stdout.write(`Viva is at ${address}\n`);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Null while the server does not listen yet; a server that answers with an error says which. */
async function askHealth(address) {
  try {
    const response = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(60_000) });
    const health = await response.json();
    if (response.ok) return health;
    say(`not healthy yet: ${health.error?.message ?? `status ${response.status}`}`);
  } catch (error) {
    if (!(error instanceof TypeError)) say(`not healthy yet: ${error.message}`);
  }
  return null;
}

function describeGrader(grader) {
  return grader.kind === 'llm' ? grader.model : 'offline estimate (no model is configured; see .env.example)';
}

await requireFreePort();
ensureBuilt(installed);
say('starting the server …');
const server = spawn(
  process.execPath,
  ['node_modules/next/dist/bin/next', 'start', '-H', host, '-p', String(port)],
  {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...environment,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      HOST: host,
      PORT: String(port),
    },
  },
);
endWithParent(server);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill('SIGTERM'));
server.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGTERM' ? 0 : 1)));
await announce(server);
