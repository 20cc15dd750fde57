import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aQuestion } from '../../../testing';
import type { Question } from '../../question-bank';
import { parseGlossary } from '../glossary';
import { questionComparer } from './compare';

const glossary = parseGlossary({
  groups: [
    ['LoRA', '低秩适配'],
    ['QLoRA', '量化低秩适配'],
    ['SFT', '监督微调'],
    ['DPO', '直接偏好优化'],
    ['overfitting', '过拟合'],
    ['data leakage', '数据泄漏'],
    ['learning rate', '学习率'],
    ['GPU memory', '显存'],
    ['inference', '推理'],
  ],
});

/** Stems of other questions, so that words have weights as in a bank. */
const BANK = [
  '茶叶怎么保存？',
  '什么是哈希表？',
  '如何给大模型做评测？',
  'RAG 有哪些步骤？',
  '线程和进程有什么区别？',
];

function q(id: string, stem: string, overrides: Partial<Question> = {}): Question {
  return aQuestion({ id, documentId: `d_${id}`, stem, answer: '', ...overrides });
}
function compare(left: Question, right: Question, findEachOther = false): number | null {
  const bank = [...BANK.map((stem, index) => q(`bank${index}`, stem)), left, right];
  return questionComparer(bank, glossary)(left, right, findEachOther);
}

describe('one question in other words', () => {
  it.each([
    ['什么是 LoRA？', '请简要介绍低秩适配（LoRA）'],
    ['LoRA 的原理', '解释一下 LoRA 的工作原理。'],
    ['为什么低秩适配能省显存？', 'LoRA 为什么可以省显存'],
    ['学习率应该怎么选？', '如何选择学习率？'],
    ['DPO 和 PPO 有什么区别？', '对比直接偏好优化与 PPO'],
    ['线程池的优点有哪些？', '线程池有什么好处？'],
    ['为何需要梯度裁剪', '为什么要做梯度裁剪？'],
    ['What is the vanishing gradient problem?', 'Explain the problem of vanishing gradients.'],
  ])('%s / %s', (left, right) => {
    expect(compare(q('a', left), q('b', right))).toBeGreaterThanOrEqual(0.5);
    expect(compare(q('b', right), q('a', left))).toBe(compare(q('a', left), q('b', right)));
  });
});

describe('another question in nearly the same words', () => {
  it.each([
    ['the other side', '线程池的优点有哪些？', '线程池的缺点有哪些？'],
    ['a negation', '为什么能用布隆过滤器去重？', '为什么不能用布隆过滤器去重？'],
    ['another name', 'LoRA 的原理是什么？', 'QLoRA 的原理是什么？'],
    ['another name beside the same', 'LoRA 与 DPO 的区别？', 'LoRA 与 SFT 的区别？'],
    ['another number', '列出三种正则化方法并说明', '列出五种正则化方法并说明'],
    ['another version', 'HTTP 是什么协议？', 'HTTP v2 是什么协议？'],
    ['another aspect', '为什么会出现梯度爆炸？', '如何缓解梯度爆炸？'],
    ['what against how', '什么是梯度爆炸？', '如何缓解梯度爆炸？'],
    ['the opposite end', '学习率过大会怎样？', '学习率过小会怎样？'],
    ['another subject', '过拟合如何避免？', '数据泄漏如何避免？'],
    ['another stage', '大模型训练时的显存花在哪里？', '大模型推理时的显存花在哪里？'],
    ['another word of English', 'What is L1 regularization?', 'What is L2 regularization?'],
    ['nothing at all', '是什么？', '什么？'],
  ])('%s: %s / %s', (_, left, right) => {
    expect(compare(q('a', left), q('b', right), true)).toBeNull();
    expect(compare(q('b', right), q('a', left), true)).toBeNull();
  });

  it('needs the same code, kind and options', () => {
    const stem = '下面的代码输出什么？';
    const code = (text: string) => ({ context: `\`\`\`js\n${text}\n\`\`\`` });
    expect(compare(q('a', stem, code('f(1)')), q('b', stem, code('f(1)')))).toBe(1);
    expect(compare(q('a', stem, code('f(1)')), q('b', stem, code('f(2)')))).toBeNull();
    expect(compare(q('a', stem, code('f(1)')), q('b', stem))).toBeNull();
    const options = (...texts: string[]) => ({
      kind: 'choice' as const,
      options: texts.map((text, index) => ({ label: 'ABCD'[index] ?? '', text })),
    });
    expect(compare(q('a', stem, options('1', '2')), q('b', stem, options('2', '1')))).toBe(1);
    expect(compare(q('a', stem, options('1', '2')), q('b', stem, options('1', '3')))).toBeNull();
  });
});

describe('what other evidence counts', () => {
  const answer = 'LoRA 冻结原来的权重，旁路两个低秩矩阵，只训练它们，所以优化器状态和显存都小得多。';

  it('alike answers, when look-up finds each by the other', () => {
    const left = q('a', 'LoRA 省在哪里？', { answer });
    const right = q('b', '只训练旁路的做法凭什么便宜？', {
      answer: `因为${answer.replace('所以', '因此')}`,
    });
    expect(compare(left, right, true)).not.toBeNull();
    expect(compare(left, right, false)).toBeNull();
    expect(compare(left, { ...right, answer: '因为茶叶要放在阴凉干燥的地方。' }, true)).toBeNull();
  });

  it('a name that the other’s answer speaks of', () => {
    const left = q('a', '混合精度训练里 FP16 和 BF16 有什么区别？');
    const right = q('b', '混合精度训练里几种格式有什么区别？');
    expect(compare(left, right)).toBeNull();
    expect(compare(left, { ...right, answer: 'BF16 的指数位多，FP16 的尾数位多。' })).not.toBeNull();
  });

  it('one author hardly asks twice', () => {
    const left = q('a', '学习率预热起什么作用？');
    const right = q('b', '学习率预热的作用机制是什么？');
    expect(compare(left, right)).not.toBeNull();
    expect(compare(left, { ...right, documentId: left.documentId })).toBeNull();
  });
});

it('is symmetric and never proposes a question with itself', () => {
  const stem = fc.stringMatching(/^[LoRA微调显存学习率怎么选为什么不能？ 1-3QE]{1,24}$/);
  fc.assert(
    fc.property(stem, stem, stem, fc.boolean(), (one, other, answer, findEachOther) => {
      const [left, right] = [q('a', one, { answer }), q('b', other)];
      expect(compare(left, right, findEachOther)).toBe(compare(right, left, findEachOther));
      expect(compare(left, left, findEachOther)).toBeNull();
    }),
  );
});
