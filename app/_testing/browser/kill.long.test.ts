import { unsafeUniformIntDistribution } from 'pure-rand/distribution/UnsafeUniformIntDistribution';
import { xoroshiro128plus } from 'pure-rand/generator/XoroShiro';
import { expect, it } from 'vitest';
import { expectAllGoOn, killAfter, Person } from './kill.contract';
import { modelServer } from './model-stand';

const KILLS = 50;
/** Events of streams after which a kill may come; a few messages lead to this many. */
const LATEST = 40;

const { stand, model } = modelServer();

it(`loses nothing acknowledged over ${KILLS} kills of the server at random moments`, async () => {
  expect.hasAssertions();
  model.delayMs = 40;
  const random = xoroshiro128plus(20_260_714);
  const person = new Person(stand);
  for (let run = 0; run < KILLS; run += 1)
    await killAfter(stand, person, unsafeUniformIntDistribution(1, LATEST, random));
  model.recover();
  await expectAllGoOn(stand.url, person);
});
