import { describe, expect, it } from 'vitest';
import type { KeyPoint } from '../model';
import { gradeOffline } from '../offline/grade-offline';
import { namesDefinedIn, otherWordings, sameNames, withNames } from './names';

describe('namesDefinedIn', () => {
  it.each<[string, string[][]]>([
    ['参数高效微调（PEFT）只动少量参数，PEFT 省显存。', [['参数高效微调', 'PEFT']]],
    ['我们采用了检索增强生成(RAG)。RAG 先检索。', [['检索增强生成', 'RAG']]],
    ['PEFT (Parameter-Efficient Fine-Tuning) is cheap.', [['PEFT', 'Parameter Efficient Fine Tuning']]],
    ['KV（键值缓存）占显存；键值缓存随长度增长', [['键值缓存', 'KV']]],
    [
      '直接偏好优化（Direct Preference Optimization, DPO）',
      [['直接偏好优化', 'Direct Preference Optimization', 'DPO']],
    ],
    ['学习率（例如 0.001）与优化器（Adam）', []],
    ['显存（大约一半）', []],
    ['Adam 一阶矩（FP32）与二阶矩（FP32）都是 FP32', []],
    ['激活函数（ReLU）很快', []],
    ['LoRA（不训练偏置）比 LoRA（更省显存）常见', []],
    ['梯度裁剪（KLX）与权重衰减（KLX）都写作 KLX', []],
    ['约 112 GB，80 GB 放不下，7 B', []],
  ])('%s', (text, expected) => {
    expect(namesDefinedIn(text)).toEqual(expect.arrayContaining(expected));
    if (expected.length === 0) expect(namesDefinedIn(text)).toEqual([]);
  });
});

const point: KeyPoint = { id: 'p1', text: 'PEFT 只训练少量参数', weight: 1, core: true };

describe('withNames', () => {
  it('adds names only for what the point mentions, once', () => {
    const groups = [
      ['PEFT', '参数高效微调'],
      ['RAG', '检索增强生成'],
      ['EFT', '别的东西'],
    ];
    const [named] = withNames([point], groups);
    expect(named?.synonyms).toEqual(['PEFT = 参数高效微调']);
    expect(withNames(named ? [named] : [], groups)).toEqual([named]);
    expect(sameNames(named ? [named] : [])).toEqual([['PEFT', '参数高效微调']]);
  });

  it('tells names within a point from other wordings of it', () => {
    expect(otherWordings({ synonyms: ['PEFT = 参数高效微调', 'tune few weights'] })).toEqual([
      'tune few weights',
    ]);
  });
});

describe('synonyms in the offline grade', () => {
  const task = (synonyms: string[], text: string) => ({
    question: '瓦片缓存层叫什么，起什么作用？',
    kind: 'open' as const,
    references: ['TQX 负责预取相邻瓦片。'],
    points: [{ id: 'p1', text: 'TQX 管预取', weight: 1, core: true, synonyms }],
    turns: [{ text }],
    language: 'zh' as const,
  });
  const verdictOf = (...given: Parameters<typeof task>) => gradeOffline(task(...given)).points[0]?.verdict;

  it.each([
    ['a name within the point', 'TQX = 旁路暖场器', '靠旁路暖场器', 'partial'],
    ['another wording of the whole point', 'look-ahead warmer', '就是那个 look-ahead warmer', 'covered'],
  ])('%s counts', (_, synonym, text, verdict) => {
    expect(verdictOf([], text)).toBe('missing');
    expect(verdictOf([synonym], text)).toBe(verdict);
  });
});
