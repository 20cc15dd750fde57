import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facetsOf } from '@/lib/domain/question-bank';
import { countMatching, emptiedBy, type ScopeChoice, topicCounts } from './scope';

const questions = [
  { documentId: 'a', topics: ['PEFT', 'LoRA'], kind: 'open' as const },
  { documentId: 'a', topics: ['PEFT', 'LoRA'], kind: 'open' as const },
  { documentId: 'a', topics: ['对齐'], kind: 'choice' as const },
  { documentId: 'b', topics: ['对齐'], kind: 'open' as const },
  { documentId: 'b', topics: [], kind: 'open' as const },
];
const facets = facetsOf(questions);
const all: ScopeChoice = { documents: [], topics: [], kinds: [] };

describe('what a choice matches', () => {
  test.each([
    [all, 5],
    [{ ...all, documents: ['a'] }, 3],
    [{ ...all, topics: ['LoRA'] }, 2],
    [{ ...all, topics: ['LoRA', '对齐'] }, 4],
    [{ ...all, topics: ['PEFT', 'LoRA'] }, 2],
    [{ ...all, documents: ['b'], kinds: ['choice' as const] }, 0],
    [{ ...all, documents: ['gone'] }, 0],
  ])('%j matches %i', (scope, count) => {
    expect(countMatching(facets, scope)).toBe(count);
  });

  test('a topic counts once a question, in the chosen documents', () => {
    expect(topicCounts(facets, { ...all, documents: ['a'] })).toEqual([
      { name: 'PEFT', count: 2 },
      { name: 'LoRA', count: 2 },
      { name: '对齐', count: 1 },
    ]);
  });

  test('what empties it is the part whose widening brings back most', () => {
    expect(emptiedBy(facets, { documents: ['b'], topics: ['LoRA'], kinds: [] })).toBe('topics');
    expect(emptiedBy(facets, { documents: ['b'], topics: [], kinds: ['choice'] })).toBe('kinds');
    expect(emptiedBy(facets, { ...all, documents: ['a'] })).toBeNull();
  });

  test('a wider choice never matches fewer', () => {
    const subset = <T>(values: T[]) => fc.subarray(values);
    const scopes = fc.record({
      documents: subset(['a', 'b']),
      topics: subset(['PEFT', 'LoRA', '对齐']),
      kinds: subset(['open' as const, 'choice' as const]),
    });
    fc.assert(
      fc.property(scopes, fc.constantFrom('documents', 'topics', 'kinds'), (scope, part) => {
        expect(countMatching(facets, { ...scope, [part]: [] })).toBeGreaterThanOrEqual(
          countMatching(facets, scope),
        );
      }),
    );
  });
});
