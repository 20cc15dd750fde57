import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote } from './evidence';

describe('findQuote', () => {
  it.each([
    ['verbatim', '我们冻结原始权重，只训练低秩矩阵。', '冻结原始权重', '冻结原始权重'],
    ['white space', 'freeze   the\nbase weights', 'freeze the base weights', 'freeze   the\nbase weights'],
    ['punctuation', '冻结，原始权重；训练 A 和 B', '冻结原始权重，训练A和B', '冻结，原始权重；训练 A 和 B'],
    ['width', '学习率用１ｅ－４，批量３２', '批量32', '批量３２'],
    ['case', 'Use LoRA on Q and V', 'lora ON q', 'LoRA on Q'],
    ['quotation marks around it', '它是低秩适配', '“低秩适配”', '低秩适配'],
    ['fillers in the answer', '就是说冻结嗯那个原始呃权重', '冻结原始权重', '冻结嗯那个原始呃权重'],
    [
      'fillers in English',
      'we um freeze, you know, the base',
      'freeze the base',
      'freeze, you know, the base',
    ],
    ['fillers in the quote only', '冻结原始权重', '嗯，冻结那个原始权重', '冻结原始权重'],
    ['a filler that is meant', '先量化然后训练', '先量化然后训练', '先量化然后训练'],
    ['accents', 'cafe\u0301 noir', 'café noir', 'cafe\u0301 noir'],
    ['zero-width characters', '低\u200b秩适配', '低秩适配', '低\u200b秩适配'],
    ['a short number', '秩取 8 就够', '8', '8'],
    ['the whole answer, however short', '是。', '是', '是'],
    ['astral characters before it', '😀𠮷 低秩适配', '低秩适配', '低秩适配'],
    ['two parts of it', '冻结原始权重，再在旁边加两个小矩阵', '冻结原始权重……两个小矩阵', '冻结原始权重'],
    ['markdown', '用 **`lora_alpha`** 缩放', '用 lora_alpha 缩放', '用 **`lora_alpha`** 缩放'],
  ])('finds: %s', (_, answer, quote, text) => {
    const found = findQuote(answer, quote);
    expect(found?.text).toBe(text);
    expect(answer.slice(found?.start, found?.end)).toBe(text);
  });

  it.each([
    ['other words', '冻结原始权重', '训练原始权重'],
    ['other order', '先训练后量化', '先量化后训练'],
    ['nothing', '冻结原始权重', ''],
    ['a comma', '冻结，权重', '，'],
    ['one function character', '我的答案', '的'],
    ['function characters only', '这是的了', '的了'],
    ['one function word', 'the base is frozen', 'the'],
    ['fillers only', '嗯那个冻结', '嗯那个'],
    ['part of a word', 'the optimizer is frank', 'rank'],
    ['part of a number', '秩取 16', '6'],
    ['a number without its point', '学习率 0.5', '05'],
    ['a filler inside a word', 'the maximum', 'the maxim'],
    ['parts in the wrong order', '先冻结权重，再训练矩阵', '训练矩阵……冻结权重'],
    ['an empty answer', '', '低秩'],
  ])('refuses: %s', (_, answer, quote) => {
    expect(findQuote(answer, quote)).toBeNull();
  });

  it('returns a slice of the answer that is found again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (answer, quote) => {
        const found = findQuote(answer, quote);
        if (!found) return;
        expect(answer.slice(found.start, found.end)).toBe(found.text);
        expect(findQuote(answer, found.text)).not.toBeNull();
      }),
    );
  });

  it('finds every part of a Chinese answer of at least four characters', () => {
    const answer = '训练时冻结预训练权重，只更新旁路的低秩矩阵，推理前可以把它合并回去。';
    fc.assert(
      fc.property(fc.nat(answer.length - 4), fc.integer({ min: 4, max: 12 }), (start, length) => {
        const part = answer.slice(start, start + length);
        expect(findQuote(answer, part)?.text).toContain(part.replace(/^[，。]+|[，。]+$/gu, ''));
      }),
    );
  });
});
