import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { killAfter } from './kill.contract';

it('loses nothing acknowledged over 50 kills of one database', async () => {
  expect.hasAssertions();
  const folder = mkdtempSync(path.join(tmpdir(), 'viva-kill-'));
  const moments = fc.sample(fc.integer({ min: 2, max: 40 }), { numRuns: 50, seed: 7 });
  try {
    for (const acknowledgements of moments)
      await killAfter(path.join(folder, 'viva.sqlite'), acknowledgements);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
