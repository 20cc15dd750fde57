import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bm25Index } from './bm25';

/** Okapi BM25 written down as the formula stands, over all documents. */
function reference(documents: readonly string[][], query: readonly string[]): number[] {
  const mean = documents.reduce((sum, words) => sum + words.length, 0) / documents.length;
  return documents.map((words) => {
    let score = 0;
    for (const term of query) {
      const frequency = words.filter((word) => word === term).length;
      const holders = documents.filter((other) => other.includes(term)).length;
      const idf = Math.log(1 + (documents.length - holders + 0.5) / (holders + 0.5));
      score += (idf * frequency * 2.2) / (frequency + 1.2 * (0.25 + (0.75 * words.length) / mean));
    }
    return score;
  });
}

/** Words that tokenise leaves as they are. */
const word = fc.constantFrom('lora', 'rank', 'adam', 'gpu', 'loss', 'fp16', 'dpo', 'ppo', 'kv', 'moe');
const documents = fc.array(fc.array(word, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 30 });
const queryOf = (words: readonly string[]) => words.map((term) => ({ term, weight: 1 }));

function indexOf(texts: readonly string[][]): Bm25Index {
  const index = new Bm25Index();
  for (const [number, words] of texts.entries()) index.add(`d${number}`, words.join(' '));
  return index;
}

describe('Bm25Index', () => {
  it('scores as the formula does', () => {
    fc.assert(
      fc.property(documents, fc.array(word, { minLength: 1, maxLength: 6 }), (texts, query) => {
        const expected = reference(texts, query);
        const hits = indexOf(texts).search(queryOf(query), texts.length);
        expect(hits).toHaveLength(expected.filter((score) => score > 0).length);
        for (const hit of hits) expect(hit.score).toBeCloseTo(expected[Number(hit.id.slice(1))] ?? 0, 9);
        expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).sort((a, b) => b - a));
      }),
    );
  });

  it('gives the same best ones for every limit, search after search', () => {
    const texts = Array.from({ length: 6000 }, (_, number) => [
      ...(number % 3 === 0 ? [] : ['common']),
      ...(number % 2 === 0 ? ['even', 'even'] : ['odd']),
      ...Array.from({ length: number % 7 }, () => 'pad'),
      ...(number % 500 === 0 ? ['rare'] : []),
      `w${number % 40}`,
    ]);
    const query = queryOf(['common', 'even', 'pad', 'rare', 'w7', 'w8']);
    const index = indexOf(texts);
    const all = index.search(query, texts.length);
    for (const limit of [1, 10, 500]) {
      const best = index.search(query, limit).map((hit) => hit.score);
      expect(best).toEqual(all.slice(0, limit).map((hit) => hit.score));
    }
  });

  it('forgets what is removed and replaces what is added again', () => {
    const index = indexOf([['lora', 'rank'], ['lora'], ['adam']]);
    index.remove('d1');
    index.add('d2', 'lora lora');
    expect(index.size).toBe(2);
    expect(index.search(queryOf(['lora']), 10).map((hit) => hit.id)).toEqual(['d2', 'd0']);
    expect(index.search(queryOf(['adam']), 10)).toEqual([]);
    expect(index.wasted).toBeCloseTo(0.5);
  });

  it.each([
    ['no text', new Bm25Index(), ['lora'], 5],
    ['an unknown word', indexOf([['lora']]), ['adam'], 5],
    ['no word', indexOf([['lora']]), [], 5],
    ['no place', indexOf([['lora']]), ['lora'], 0],
  ])('finds nothing with %s', (_name, index, query, limit) => {
    expect(index.search(queryOf(query), limit)).toEqual([]);
  });

  it('counts an inferred term less than a written one', () => {
    const index = indexOf([['lora'], ['dpo']]);
    const hits = index.search(
      [
        { term: 'lora', weight: 1 },
        { term: 'dpo', weight: 0.5 },
      ],
      2,
    );
    expect(hits.map((hit) => hit.id)).toEqual(['d0', 'd1']);
    expect(hits[1]?.score).toBeCloseTo((hits[0]?.score ?? 0) / 2, 9);
  });
});
