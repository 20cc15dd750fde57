import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuseRankings } from './fuse';
import { combineParts, fuseLexicalAndSemantic } from './hybrid';

const ranking = (...ids: string[]) => ids.map((id, rank) => ({ id, score: 10 - rank }));
const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
const anyRanking = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'))
  .map((list) => ranking(...list));

describe('fuseRankings', () => {
  it('adds reciprocal ranks', () => {
    const fused = fuseRankings(
      [
        { entries: ranking('a', 'b'), weight: 1 },
        { entries: ranking('b', 'c'), weight: 0.5 },
      ],
      60,
    );
    expect(fused).toEqual([
      { id: 'b', score: 1 / 62 + 0.5 / 61 },
      { id: 'a', score: 1 / 61 },
      { id: 'c', score: 0.5 / 62 },
    ]);
  });

  it('keeps a lone order, whatever else has no weight, and every id once', () => {
    fc.assert(
      fc.property(anyRanking, anyRanking, (first, second) => {
        const lone = fuseRankings(
          [
            { entries: first, weight: 1 },
            { entries: second, weight: 0 },
          ],
          10,
        );
        expect(ids(lone)).toEqual(ids(first));
        const both = ids(
          fuseRankings(
            [
              { entries: first, weight: 1 },
              { entries: second, weight: 1 },
            ],
            10,
          ),
        );
        expect([...both].sort()).toEqual([...new Set([...ids(first), ...ids(second)])].sort());
      }),
    );
  });
});

describe('fuseLexicalAndSemantic', () => {
  it('with hashing is the order of BM25 alone', () => {
    fc.assert(
      fc.property(anyRanking, anyRanking, (lexical, semantic) => {
        fc.pre(lexical.length > 0);
        expect(ids(fuseLexicalAndSemantic(lexical, semantic, 'hashing'))).toEqual(ids(lexical));
      }),
    );
  });

  it('hears hashing when BM25 found nothing', () => {
    expect(ids(fuseLexicalAndSemantic([], ranking('a', 'b'), 'hashing'))).toEqual(['a', 'b']);
  });

  it('lets a real embedder bring in what no word found', () => {
    expect(ids(fuseLexicalAndSemantic(ranking('a'), ranking('b', 'a'), 'local'))).toContain('b');
  });
});

describe('combineParts', () => {
  it('adds scores and gives an absent entry the last place of a full list', () => {
    const stems = [
      { id: 'a', score: 5 },
      { id: 'b', score: 2 },
    ];
    const answers = [{ id: 'b', score: 1 }];
    expect(combineParts([stems, answers], 2)).toEqual([
      { id: 'a', score: 5 },
      { id: 'b', score: 3 },
    ]);
    expect(combineParts([stems, [{ id: 'c', score: 4 }]], 2)).toEqual([
      { id: 'c', score: 6 },
      { id: 'a', score: 5 },
      { id: 'b', score: 2 },
    ]);
  });
});
