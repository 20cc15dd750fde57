import { describe, expect, it } from 'vitest';
import { cosine, embeddingContract } from './contract';
import { openHashingEmbedder } from './hashing';

embeddingContract('hashing', async () => openHashingEmbedder());

describe('hashing', () => {
  it('is the same on every machine and in every version that bears this id', async () => {
    const embedder = openHashingEmbedder();
    expect(embedder.id).toBe('hashing-v1-512');
    const vector = await embedder.embedQuery('LoRA 低秩适配');
    const filled = vector.flatMap((value, place) => (value === 0 ? [] : [[place, Number(value.toFixed(4))]]));
    expect(filled).toMatchSnapshot();
  });

  it('puts texts that share words nearer than others', async () => {
    const [base, near, far] = await openHashingEmbedder().embedDocuments([
      '梯度检查点怎样节省显存',
      '显存不够时用梯度检查点',
      'What is a reward model?',
    ]);
    expect(cosine(base, near)).toBeGreaterThan(cosine(base, far) + 0.2);
  });
});
