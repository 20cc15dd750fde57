import { expect, test } from 'vitest';
import { clockText } from './mock-clock';

test.each([
  [0, '0:00'],
  [-5, '0:00'],
  [0.2, '0:01'],
  [59, '0:59'],
  [61, '1:01'],
  [1800, '30:00'],
  [3661, '1:01:01'],
])('%d seconds show as %s', (seconds, text) => {
  expect(clockText(seconds)).toBe(text);
});
