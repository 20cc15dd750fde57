import { expect, test } from 'vitest';
import { plainText } from './plain-text';

test.each([
  ['**LoRA** 为什么省显存？', 'LoRA 为什么省显存？'],
  ['用 `peft` 怎么写\n一段代码？', '用 peft 怎么写 一段代码？'],
  ['见 [文档](https://example.org) 与 ![图](a.png)', '见 文档 与 图'],
  ['# 标题', '标题'],
  ['为什么要除以 $\\sqrt{d_k}$？', '为什么要除以 √d_k？'],
  ['$W_0\\in\\mathbb{R}^{d\\times k}$ 的秩', 'W_0 ∈ R^(d×k) 的秩'],
  ['当 $$\\frac{a+b}{2} \\le \\lambda$$ 时', '当 (a+b)/2 ≤ λ 时'],
  ['$\\mathrm{softmax}(x_i)$', 'softmax(x_i)'],
  ['It costs $5 here and $10 there', 'It costs $5 here and $10 there'],
  ['- **还没说到** 甲\n- 乙', '还没说到 甲 乙'],
])('%j reads %j', (markdown, plain) => {
  expect(plainText(markdown)).toBe(plain);
});
