import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unsafeUniformIntDistribution } from 'pure-rand/distribution/UnsafeUniformIntDistribution';
import { xoroshiro128plus } from 'pure-rand/generator/XoroShiro';
import { expect, it } from 'vitest';
import { killInterviewAfter } from './interview-kill.contract';

const KILLS = 50;
/** Events of streams after which a kill may come; a few messages lead to this many. */
const LATEST = 60;

it(`loses nothing acknowledged over ${KILLS} kills at random moments`, async () => {
  expect.hasAssertions();
  const random = xoroshiro128plus(20_260_101);
  const folder = mkdtempSync(path.join(tmpdir(), 'viva-interview-kill-'));
  try {
    for (let run = 0; run < KILLS; run += 1) {
      const events = unsafeUniformIntDistribution(1, LATEST, random);
      await killInterviewAfter(path.join(folder, 'viva.sqlite'), run, events);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 600_000);
