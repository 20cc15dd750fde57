import { randomBytes, randomInt } from 'node:crypto';
import type { IdSource } from '../../ports';

/** 2^31: seeds are non-negative and fit where languages and stores keep 32-bit integers. */
const SEED_LIMIT = 2 ** 31;

/** Ids of 96 random bits behind their prefix, and seeds. */
export function openIds(): IdSource {
  return {
    next: (prefix) => `${prefix}_${randomBytes(12).toString('hex')}`,
    seed: () => randomInt(SEED_LIMIT),
  };
}
