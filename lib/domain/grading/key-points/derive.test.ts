import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demandedCount } from './demands';
import { deriveKeyPoints } from './derive';

const texts = (question: string, reference: string) =>
  deriveKeyPoints(question, reference).map(({ text }) => text);

describe('deriveKeyPoints', () => {
  it('takes sentences of prose', () => {
    expect(texts('为什么？', '先冻结权重。再训练低秩矩阵；最后合并。')).toEqual([
      '先冻结权重',
      '再训练低秩矩阵',
      '最后合并',
    ]);
  });

  it('takes list items under the lead they stand under', () => {
    const points = deriveKeyPoints('有什么步骤？', '**准备：**\n\n- 清洗数据\n- 去重\n');
    expect(points.map(({ text }) => text)).toEqual(['准备：清洗数据', '准备：去重']);
  });

  it('takes the items of an enumeration, without its lead', () => {
    expect(texts('分为哪几类？', '按存储位置分为缓存、内存和磁盘。')).toEqual(['缓存', '内存', '磁盘']);
  });

  it('takes inline numbers as items and leaves complexity terms whole', () => {
    expect(texts('各要多久？', '1.查找为O(1)。2.插入为O(n)。')).toEqual(['查找为O(1)', '插入为O(n)']);
  });

  it('takes calls, arguments and comments of code', () => {
    const reference = '```python\n# 注入适配器\nmodel = get_peft_model(base, config)\nprint(model)\n```';
    expect(texts('写出代码', reference)).toEqual(['注入适配器', 'model = get_peft_model(base, config)']);
  });

  it('takes table rows', () => {
    expect(texts('比较', '| 方法 | 代价 |\n| --- | --- |\n| 全量 | 高 |\n| LoRA | 低 |')).toEqual([
      '全量 · 高',
      'LoRA · 低',
    ]);
  });

  it('makes a bonus of what the question did not ask for, and in doubt of nothing', () => {
    const reference = '## 原理\n\n低秩分解。增量相乘。\n\n## 优点\n\n显存少。\n\n## 应用场景\n\n垂直领域。';
    const cores = (question: string) => deriveKeyPoints(question, reference).map(({ core }) => core);
    expect(cores('LoRA 的原理是什么？')).toEqual([true, true, false, false]);
    expect(cores('请介绍 LoRA')).toEqual([true, true, true, true]);
    expect(cores('LoRA 的原理和优点是什么？')).toEqual([true, true, true, false]);
  });

  it('rests every point on a verbatim part of the reference, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (reference) => {
        for (const { evidence, text } of deriveKeyPoints('什么是它？', reference)) {
          expect(reference).toContain(evidence);
          expect(text).not.toContain('\n');
        }
      }),
    );
  });
});

describe('demandedCount', () => {
  it.each([
    ['有什么好处？（至少说出两条）', 2],
    ['Name two challenges.', 2],
    ['列举3种方法', 3],
    ['有什么好处？', null],
    ['Name two layers and explain why they exist.', null],
    ['How many heads if you see at least three?', null],
  ])('%s → %s', (question, count) => {
    expect(demandedCount(question)).toBe(count);
  });
});
