import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aQuestion } from '../../testing';
import { chooseQuestion, countAskable } from './choose-question';
import type { Question } from './model';
import { areNearEqualStems } from './near-equal';

const SUBJECTS = [
  '数据去重',
  '梯度累积',
  '奖励模型',
  '量化误差',
  '词表扩展',
  '学习率预热',
  '指令模板',
  '混合精度',
  '检索增强',
  '位置编码',
];

/** A pool of questions on different subjects, over a few topics and difficulties. */
const pools = fc
  .array(
    fc.record({
      topic: fc.nat(3),
      difficulty: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
    }),
    {
      minLength: 1,
      maxLength: SUBJECTS.length,
    },
  )
  .map((rows) =>
    rows.map(({ topic, difficulty }, index) =>
      aQuestion({
        id: `q_${index}`,
        stem: `${SUBJECTS[index]}要注意哪一点？`,
        topics: [`t${topic}`],
        difficulty,
      }),
    ),
  );

function askAll(pool: readonly Question[], seed: number): Question[] {
  const asked: Question[] = [];
  for (let next = chooseQuestion({ pool, asked, seed }); next; next = chooseQuestion({ pool, asked, seed }))
    asked.push(next);
  return asked;
}

describe('chooseQuestion', () => {
  it('asks every question once, the same way for a seed whatever the order of the pool', () => {
    fc.assert(
      fc.property(pools, fc.nat(), (pool, seed) => {
        const asked = askAll(pool, seed).map(({ id }) => id);
        expect(new Set(asked).size).toBe(pool.length);
        expect(askAll([...pool].reverse(), seed).map(({ id }) => id)).toEqual(asked);
      }),
    );
  });

  it('varies with the seed', () => {
    const pool = SUBJECTS.map((subject, index) =>
      aQuestion({ id: `q_${index}`, stem: `${subject}要注意哪一点？` }),
    );
    const firsts = new Set(
      Array.from({ length: 20 }, (_, seed) => chooseQuestion({ pool, asked: [], seed })?.id),
    );
    expect(firsts.size).toBeGreaterThan(3);
  });

  it('goes round the topics before it comes back to one', () => {
    const pool = SUBJECTS.slice(0, 9).map((subject, index) =>
      aQuestion({ id: `q_${index}`, stem: `${subject}要注意哪一点？`, topics: [`t${index % 3}`] }),
    );
    const topics = askAll(pool, 7).map((question) => question.topics[0]);
    expect(new Set(topics.slice(0, 3)).size).toBe(3);
    expect(new Set(topics.slice(3, 6)).size).toBe(3);
  });

  it('prefers what was never asked, then what was asked longest ago', () => {
    const pool = SUBJECTS.slice(0, 4).map((subject, index) =>
      aQuestion({ id: `q_${index}`, stem: `${subject}要注意哪一点？` }),
    );
    const recentIds = ['q_0', 'q_1', 'q_2'];
    const asked: Question[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const next = chooseQuestion({ pool, asked, recentIds, seed: 3 });
      if (next) asked.push(next);
    }
    expect(asked.map(({ id }) => id)).toEqual(['q_3', 'q_2', 'q_1', 'q_0']);
  });

  it.each([
    [0, 5],
    [3, 8],
    [-3, 2],
  ])('with a shift of %i asks difficulty %i first', (difficultyShift, expected) => {
    const pool = [2, 5, 8].map((difficulty) =>
      aQuestion({ id: `q_${difficulty}`, stem: `${SUBJECTS[difficulty]}要注意哪一点？`, difficulty }),
    );
    expect(chooseQuestion({ pool, asked: [], seed: 1, difficultyShift })?.difficulty).toBe(expected);
  });

  it('asks what has no reference answer last', () => {
    const pool = [
      aQuestion({ id: 'q_none', stem: '数据去重要注意什么？', answer: '' }),
      aQuestion({ id: 'q_some', stem: '学习率预热为何有用？' }),
    ];
    for (let seed = 0; seed < 10; seed += 1)
      expect(chooseQuestion({ pool, asked: [], seed })?.id).toBe('q_some');
  });

  it('never asks two near-equal stems', () => {
    const pool = [
      aQuestion({ id: 'q_1', stem: '说说前缀微调的原理' }),
      aQuestion({ id: 'q_2', stem: '前缀微调是什么？' }),
      aQuestion({ id: 'q_3', stem: '前缀微调有什么缺点？' }),
    ];
    for (let seed = 0; seed < 10; seed += 1) {
      const ids = askAll(pool, seed).map(({ id }) => id);
      expect(ids).toHaveLength(2);
      expect(ids).toContain('q_3');
    }
    expect(countAskable(pool, 10)).toBe(2);
  });

  it('asks one stem about two code samples twice, about the same sample once', () => {
    const ask = (id: string, context: string) => aQuestion({ id, stem: '输出是什么？', context });
    const pool = [
      ask('q_1', '```py\nprint("x"[1:])\n```'),
      ask('q_2', '```py\nprint("x"[:1])\n```'),
      ask('q_3', '```py\n\nprint("x"[:1])\n```'),
    ];
    expect(countAskable(pool, 10)).toBe(2);
    expect(askAll(pool, 1)).toHaveLength(2);
  });
});

describe('areNearEqualStems', () => {
  it.each([
    ['讲讲 Adapter 的基本原理。', 'Adapter 是什么？'],
    ['什么是知识蒸馏？', '请简要介绍知识蒸馏'],
    ['解释直接偏好优化（DPO）及其工作原理。', 'DPO 的核心思想是什么？'],
    ['你在做一个客服机器人，显存很紧。请简述 QLoRA 的原理，并评估是否合适。', 'QLoRA原理有那些?'],
    ['What is prefix tuning?', 'Please explain the idea behind prefix tuning.'],
    ['全量微调时为什么容易发生灾难性遗忘？', '全量微调时，为什么容易发生灾难性遗忘?'],
  ])('%s ~ %s', (left, right) => {
    expect(areNearEqualStems(left, right)).toBe(true);
    expect(areNearEqualStems(right, left)).toBe(true);
  });

  it.each([
    ['Adapter 有哪些优点？', 'Adapter 有哪些缺点？'],
    ['Adapter 的原理是什么？', 'Adapter 应该插在哪些层？'],
    ['QLoRA 是什么？', 'LoRA 是什么？'],
    ['KV 缓存是什么？代价是什么？', '梯度检查点是什么？代价是什么？'],
    ['什么是监督微调？', '什么是强化学习？'],
    ['What is prefix tuning?', 'How do you choose the prefix length?'],
  ])('%s ≁ %s', (left, right) => {
    expect(areNearEqualStems(left, right)).toBe(false);
  });

  it('is reflexive and symmetric', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        expect(areNearEqualStems(left, left)).toBe(true);
        expect(areNearEqualStems(left, right)).toBe(areNearEqualStems(right, left));
      }),
    );
  });
});
