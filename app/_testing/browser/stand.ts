import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type RunningServer, removeDataDir, startServer } from '@/lib/testing';
import { launchChromium, type Visit, type VisitOptions, visit } from './chromium';

/** The built app on a data folder of its own, for one file of tests. */
export interface ServerStand {
  readonly url: string;
  readonly server: RunningServer;
  /** The same data behind the same address, served by a new process. */
  restart(how: 'stop' | 'kill'): Promise<void>;
}

/** The same with a browser in front of it. */
export interface Stand extends ServerStand {
  readonly browser: Browser;
  /** A fresh profile; left behind at the end of the test, which fails when anything is in its `problems`. */
  visit(options?: Omit<VisitOptions, 'url'>): Promise<Visit>;
}

type Environment = () => Promise<Record<string, string>>;
const NOTHING: Environment = async () => ({});

function present<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error('the stand is there only inside tests');
  return part;
}

/** Starts the server before the first test of a suite and ends it behind the last. */
export function suiteServer(environment: Environment = NOTHING): ServerStand {
  let env: Record<string, string> = {};
  let server: RunningServer | undefined;
  beforeAll(async () => {
    env = await environment();
    server = await startServer({ env });
  });
  afterAll(async () => {
    await server?.stop();
    if (server) removeDataDir(server);
  });
  return {
    get url() {
      return present(server).url;
    },
    get server() {
      return present(server);
    },
    async restart(how) {
      const { dataDir, url } = present(server);
      await present(server)[how]();
      server = await startServer({ env, dataDir, port: Number(new URL(url).port) });
    },
  };
}

/** A server and Chromium in front of it. */
export function suiteStand(environment: Environment = NOTHING): Stand {
  const served = suiteServer(environment);
  let browser: Browser | undefined;
  let visits: Visit[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async () => {
    const left = visits;
    visits = [];
    const problems = left.flatMap((one) => one.problems);
    await Promise.all(left.map(({ context }) => context.close()));
    expect(problems, 'errors on the page, or requests that left the server').toEqual([]);
  });
  afterAll(() => browser?.close());
  return {
    get url() {
      return served.url;
    },
    get server() {
      return served.server;
    },
    get browser() {
      return present(browser);
    },
    async visit(options = {}) {
      const opened = await visit(present(browser), { url: served.url, ...options });
      visits.push(opened);
      return opened;
    },
    restart: (how) => served.restart(how),
  };
}

/** Takes the problems that a test provoked out of the list; the rest still fails it. */
export function forgive(problems: string[], expected: RegExp): void {
  const rest = problems.filter((problem) => !expected.test(problem));
  problems.splice(0, problems.length, ...rest);
}
