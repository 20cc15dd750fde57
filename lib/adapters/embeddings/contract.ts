import { describe, expect, it } from 'vitest';
import type { EmbeddingModel } from '../../ports';

/** What every embedder must do; run by each one's test. */
export function embeddingContract(name: string, open: () => Promise<EmbeddingModel>): void {
  const texts = [
    '什么是 LoRA？',
    '今天天气不错',
    '',
    'What is fine-tuning?',
    'LoRA 的秩怎么选'.repeat(120),
    '什么是 LoRA？',
  ];

  describe(`${name}: contract`, () => {
    it('gives one vector per text, in order, of the said dimension and length 1', async () => {
      const embedder = await open();
      const vectors = await embedder.embedDocuments(texts);
      expect(vectors).toHaveLength(texts.length);
      for (const [index, vector] of vectors.entries()) {
        expect(vector).toHaveLength(embedder.dimensions);
        // A text without a word may have no direction.
        if (texts[index] !== '') expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
      }
      expect(cosine(vectors[0], vectors[5])).toBeCloseTo(1, 4);
    });

    it('puts a query where the same text as a document lies', async () => {
      const embedder = await open();
      const [document] = await embedder.embedDocuments(['梯度检查点为什么省显存']);
      expect(cosine(document, await embedder.embedQuery('梯度检查点为什么省显存'))).toBeGreaterThan(0.99);
    });

    it('gives nothing for nothing', async () => {
      expect(await (await open()).embedDocuments([])).toEqual([]);
    });
  });
}

export function cosine(left: readonly number[] = [], right: readonly number[] = []): number {
  return left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
}
