import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config';

const { include: _include, exclude: _exclude, ...test } = base.test ?? {};

/** Suites that take minutes: thousands of mutated documents, dozens of kills. */
export default mergeConfig(
  { ...base, test },
  defineConfig({
    test: {
      include: ['{app,lib,scripts}/**/*.long.test.ts'],
      fileParallelism: false,
      testTimeout: 1_200_000,
      hookTimeout: 300_000,
    },
  }),
);
