import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise } from './tokenise';

describe('tokenise', () => {
  it.each([
    ['低秩适配', ['低', '秩', '低秩', '适', '秩适', '配', '适配']],
    ['LoRA 原理', ['lora', '原', '理', '原理']],
    ['adapters adapted', ['adapt', 'adapt']],
    ['fine-tuning', ['finetun', 'fine', 'tune']],
    ['LoraConfig', ['loraconfig', 'lora', 'config']],
    ['GPTQConfig', ['gptqconfig', 'gptq', 'config']],
    ['lora_alpha', ['loraalpha', 'lora', 'alpha']],
    ['LoRAs vLLM', ['lora', 'vllm']],
    ['3.5', ['3.5']],
    ['C++', ['c++']],
    ['ファイン', ['フ', 'ァ', 'ファ', 'イ', 'ァイ', 'ン', 'イン']],
    ['', []],
    [' ，。\n', []],
  ])('%j', (text, terms) => {
    expect(tokenise(text)).toEqual(terms);
  });

  it('does not tell width or form apart', () => {
    expect(tokenise('ＬｏＲＡ　ｒ＝８')).toEqual(tokenise('LoRA r=8'));
    expect(tokenise('cafe\u0301')).toEqual(tokenise('café'));
  });

  it('gives non-empty terms without white space, and the same ones each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const terms = tokenise(text);
        expect(terms.every((term) => term !== '' && !/\s/u.test(term))).toBe(true);
        expect(tokenise(text)).toEqual(terms);
      }),
    );
  });

  it('reads texts apart from one another at a line break', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        expect(tokenise(`${left}\n${right}`)).toEqual([...tokenise(left), ...tokenise(right)]);
      }),
    );
  });
});
