import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { killAfter } from './kill.contract';

it('loses nothing acknowledged when its process is killed, and goes on from there', async () => {
  expect.hasAssertions();
  const folder = mkdtempSync(path.join(tmpdir(), 'viva-kill-'));
  try {
    for (const acknowledgements of [2, 5])
      await killAfter(path.join(folder, 'viva.sqlite'), acknowledgements);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
