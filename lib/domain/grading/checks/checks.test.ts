import { describe, expect, it } from 'vitest';
import type { KeyPoint, PointCheck } from '../model';
import { gradeOffline } from '../offline/grade-offline';
import { withChecks } from './derive-checks';

function checkOf(question: string, text: string): PointCheck | undefined {
  return withChecks(question, [{ id: 'p1', text, weight: 1, core: true }])[0]?.check;
}

describe('withChecks', () => {
  it.each<[string, string, PointCheck | undefined]>([
    ['QLoRA 把权重存成几位？', '权重以 4 bit 存储', { by: 'number', value: 4, unit: 'bit', tolerance: 0 }],
    [
      '可训练参数占多少？',
      '大约占全部参数的百分之一',
      { by: 'number', value: 0.01, unit: '', tolerance: 0.001 },
    ],
    [
      '7B 模型要多少显存？',
      '7B 模型的 FP16 权重要 14 GB',
      { by: 'number', value: 14e9, unit: 'byte', tolerance: 0.28e9 },
    ],
    ['主权重用多少显存？', 'FP32 主权重', undefined],
    ['可训练参数占多少？', '不到 1%', undefined],
    [
      '可训练参数占多少？',
      '1% 到 3% 之间',
      { by: 'number', value: expect.closeTo(0.02), unit: '', tolerance: expect.closeTo(0.01) },
    ],
    ['为什么省显存？', '因为梯度和优化器状态只为少量参数保存，并且冻结的权重可以用 4 bit 存放', undefined],
    ['15 秒内能摆几次？', '摆得越快 15 秒内次数越多', undefined],
    ['判断：哈希表总是有序的。', '错误。', { by: 'verdict', kind: 'truth', value: false }],
    ['哈希表有序吗？', '不能保证顺序', { by: 'verdict', kind: 'ability', value: false }],
    ['什么是哈希表？', '错误处理放在最后', undefined],
    [
      '列举两种归一化方法',
      '常见的有：批归一化、层归一化、组归一化',
      { by: 'list', items: ['批归一化', '层归一化', '组归一化'], needed: 2 },
    ],
    [
      '归一化包括哪些方法？',
      '包括：批归一化、层归一化、组归一化',
      { by: 'list', items: ['批归一化', '层归一化', '组归一化'], needed: 2 },
    ],
    ['怎么写？', 'model = get_peft_model(base, config)', { by: 'code', names: ['get_peft_model'] }],
    ['什么是 LoRA？', '冻结权重，训练两个低秩矩阵', undefined],
  ])('%s %s', (question, text, expected) => {
    expect(checkOf(question, text)).toEqual(expected);
  });

  it('leaves what a point says of itself', () => {
    const point: KeyPoint = { id: 'p1', text: '4 bit', weight: 1, core: true, check: { by: 'meaning' } };
    expect(withChecks('几位？', [point])[0]?.check).toEqual({ by: 'meaning' });
    const once = withChecks('几位？', [
      { ...point, check: { by: 'number', value: 8, unit: 'bit', tolerance: 1 } },
    ]);
    expect(withChecks('几位？', once)).toEqual(once);
  });

  it.each([
    ['冻结的权重不参与更新', 'deny'],
    ['B 初始化为零', 'affirm'],
    ['权重不变，B 为零', undefined],
  ])('polarity of %s: %s', (text, polarity) => {
    expect(withChecks('？', [{ id: 'p1', text, weight: 1, core: true }])[0]?.polarity).toBe(polarity);
  });
});

describe('checks decide offline', () => {
  const verdict = (question: string, reference: string, text: string) =>
    gradeOffline({
      question,
      kind: 'open',
      references: [reference],
      points: [{ id: 'p1', text: reference, weight: 1, core: true }],
      turns: [{ text }],
      language: 'zh',
    }).points[0];

  const BITS = ['QLoRA 把基座权重存成几位？', '基座权重以 4 bit 存储'] as const;
  const RATE = ['微调的学习率设为多少？', '学习率设为 0.0001'] as const;
  const SHARE = ['可训练参数占多少？', '可训练参数占全部参数的百分之一'] as const;
  const LIST = ['列举两种归一化方法', '有：批归一化、层归一化、组归一化'] as const;
  const JUDGE = ['判断：LoRA 会改动基座权重。', '错误。'] as const;
  const CODE = ['怎么套上适配器？', 'peft_model = get_peft_model(base, adapter_name="a")'] as const;
  it.each([
    [BITS, '基座权重用 4-bit 存', 'covered'],
    [BITS, '基座的权重用的是 NF4 存储', 'covered'],
    [BITS, '基座权重四比特存储', 'covered'],
    [BITS, '基座权重以 8 bit 存储', 'contradicted'],
    [BITS, '基座权重以 16 bit 训练好，存储时降到 4 bit', 'covered'],
    [BITS, '基座权重以很低的位宽存储', 'partial'],
    [RATE, '学习率设为 1e-4', 'covered'],
    [RATE, '学习率设成万分之一', 'covered'],
    [RATE, '学习率设为 0.1', 'contradicted'],
    [SHARE, '可训练的参数占全部的 1%', 'covered'],
    [LIST, '比如层归一化和批归一化', 'covered'],
    [LIST, '层归一化', 'partial'],
    [JUDGE, '不对，它是冻结的', 'covered'],
    [JUDGE, '正确，会改动', 'contradicted'],
    [CODE, 'm = get_peft_model(m, adapter_name="x")', 'covered'],
    [CODE, '调用 get_peft_model 就行', 'partial'],
  ] as const)('%s: %s → %s', ([question, reference], text, expected) => {
    const point = verdict(question, reference, text);
    expect(point?.verdict).toBe(expected);
    expect(text).toContain(point?.quote ?? '');
    expect(point?.quote).not.toBeNull();
  });
});
