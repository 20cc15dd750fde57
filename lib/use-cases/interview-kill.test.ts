import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { killInterviewAfter } from './interview-kill.contract';

it('loses nothing acknowledged when the process is killed in the middle of a stream, and goes on', async () => {
  expect.hasAssertions();
  const folder = mkdtempSync(path.join(tmpdir(), 'viva-interview-kill-'));
  try {
    for (const [run, events] of [4, 23].entries())
      await killInterviewAfter(path.join(folder, 'viva.sqlite'), run, events);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
