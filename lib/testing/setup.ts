import { afterEach, beforeEach, expect, vi } from 'vitest';

/**
 * Noise is a failure: a test that makes anything write to `console.error` or `console.warn` fails, unless it
 * has replaced the function by a spy of its own.
 */
const noise: string[] = [];

beforeEach(() => {
  noise.length = 0;
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      noise.push(`console.${level}: ${parts.map(String).join(' ')}`);
    });
  }
});

afterEach(() => {
  expect(noise, 'a test must not write to console.error or console.warn').toEqual([]);
  vi.restoreAllMocks();
});
