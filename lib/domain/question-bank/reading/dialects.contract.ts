import { expect, it } from 'vitest';
import { readDocument } from './read-document';

/** kind, stem, answer, key: what a person would say a document holds. */
type Expected = readonly [kind: 'open' | 'choice', stem: string, answer: string, correct?: string];

/** A document written for its test, and its questions. */
export type Dialect = readonly [name: string, text: string, expected: readonly Expected[]];

/** One test for each document: it reads as a person would. */
export function readsDialects(dialects: readonly Dialect[]): void {
  it.each(dialects)('reads %s', (_name, text, expected) => {
    const found = readDocument(text, 'bank.txt').questions.map(({ kind, stem, answer, correct }) => [
      kind,
      stem,
      answer,
      correct,
    ]);
    expect(found).toEqual(expected.map(([kind, stem, answer, correct]) => [kind, stem, answer, correct]));
  });
}
