import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type RunningServer, removeDataDir, startServer } from '@/lib/testing';
import { launchChromium, type Visit, type VisitOptions, visit } from './chromium';

/** The built app and a browser in front of it, for one file of tests. */
export interface Stand {
  readonly url: string;
  readonly server: RunningServer;
  readonly browser: Browser;
  /** A fresh profile; left behind at the end of the test, which fails when anything is in its `problems`. */
  visit(options?: Omit<VisitOptions, 'url'>): Promise<Visit>;
  /** The same data behind the same address, served by a new process. */
  restart(how: 'stop' | 'kill'): Promise<void>;
}

/** Starts the server and Chromium before the first test of a suite and ends both behind the last. */
export function useStand(environment: () => Promise<Record<string, string>> = async () => ({})): Stand {
  let env: Record<string, string> = {};
  let server: RunningServer | undefined;
  let browser: Browser | undefined;
  let visits: Visit[] = [];
  const present = <Part>(part: Part | undefined): Part => {
    if (part === undefined) throw new Error('the stand is there only inside tests');
    return part;
  };

  beforeAll(async () => {
    env = await environment();
    [server, browser] = await Promise.all([startServer({ env }), launchChromium()]);
  });
  afterEach(async () => {
    const left = visits;
    visits = [];
    const problems = left.flatMap((one) => one.problems);
    await Promise.all(left.map(({ context }) => context.close()));
    expect(problems, 'errors on the page, or requests that left the server').toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
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
    get browser() {
      return present(browser);
    },
    async visit(options = {}) {
      const opened = await visit(present(browser), { url: present(server).url, ...options });
      visits.push(opened);
      return opened;
    },
    async restart(how) {
      const { dataDir, url } = present(server);
      await present(server)[how]();
      server = await startServer({ env, dataDir, port: Number(new URL(url).port) });
    },
  };
}

/** Takes the problems that a test provoked out of the list; the rest still fails it. */
export function forgive(problems: string[], expected: RegExp): void {
  const rest = problems.filter((problem) => !expected.test(problem));
  problems.splice(0, problems.length, ...rest);
}
