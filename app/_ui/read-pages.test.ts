import { expect, test } from 'vitest';
import { readPages } from './read-pages';

test.each([
  [undefined, 1],
  ['3', 3],
  ['0', 1],
  ['-2', 1],
  ['1.5', 1],
  ['x', 1],
  [['2', '3'], 1],
  ['1000000', 40],
])('%j shows %i', (given, pages) => {
  expect(readPages(given)).toBe(pages);
});
