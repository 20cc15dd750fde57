import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config';

const { include: _include, exclude: _exclude, ...test } = base.test ?? {};

/** Real Chromium through the real server: one file after the other, since each starts a server. */
export default mergeConfig(
  { ...base, test },
  defineConfig({
    test: {
      include: ['app/**/*.browser.test.ts'],
      fileParallelism: false,
      testTimeout: 120_000,
      hookTimeout: 180_000,
      // A page follows its server, which may be busy with the change itself.
      expect: { poll: { timeout: 25_000 } },
    },
  }),
);
