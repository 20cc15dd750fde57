import { expect, it } from 'vitest';
import { EMPTY_GLOSSARY } from '../domain/retrieval';
import { aQuestion } from '../testing';
import { findSamePairs } from './find-same-pairs';

it('lets other work have its turn while the stems of a large bank are taken apart', async () => {
  const questions = Array.from({ length: 64 }, (_, index) =>
    aQuestion({ id: `q_${index}`, stem: `什么是概念 ${index}？` }),
  );
  let turns = 0;
  let isDone = false;
  const count = (): void => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  const search = { questions: async () => [] };
  const pairs = await findSamePairs({ search }, { questions, fresh: [], glossary: EMPTY_GLOSSARY });
  isDone = true;
  expect(pairs).toEqual([]);
  expect(turns).toBeGreaterThanOrEqual(4);
});
