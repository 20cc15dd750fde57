import { expect, test } from 'vitest';
import { plainText } from './plain-text';

test.each([
  ['**LoRA** 为什么省显存？', 'LoRA 为什么省显存？'],
  ['用 `peft` 怎么写\n一段代码？', '用 peft 怎么写 一段代码？'],
  ['见 [文档](https://example.org) 与 ![图](a.png)', '见 文档 与 图'],
  ['# 标题', '标题'],
  ['- **还没说到** 甲\n- 乙', '还没说到 甲 乙'],
])('%j reads %j', (markdown, plain) => {
  expect(plainText(markdown)).toBe(plain);
});
