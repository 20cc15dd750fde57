import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EMPTY_GLOSSARY, expandedQuery, otherNames, parseGlossary, queryTerms } from './glossary';

const glossary = parseGlossary({
  groups: [
    ['LoRA', 'low-rank adaptation', '低秩适配'],
    ['QLoRA', '量化低秩适配'],
    ['fine-tuning', '微调'],
    ['full fine-tuning', '全参数微调'],
  ],
});

describe('otherNames', () => {
  it.each([
    ['什么是低秩适配？', ['LoRA', 'low-rank adaptation']],
    ['什么是 LoRA', ['low-rank adaptation', '低秩适配']],
    ['LORA是什么', ['low-rank adaptation', '低秩适配']],
    ['Low Rank Adaptation', ['LoRA', '低秩适配']],
    ['QLoRA 省在哪', ['量化低秩适配']],
    ['量化低秩适配', ['QLoRA']],
    ['全参数微调要多少显存', ['full fine-tuning']],
    ['LoRA（低秩适配）', ['low-rank adaptation']],
    ['exploration', []],
    ['', []],
  ])('%s', (text, names) => {
    expect(otherNames(glossary, text)).toEqual(names);
  });
});

describe('queryTerms', () => {
  it('keeps what was written at weight 1 and adds other names at less', () => {
    const terms = queryTerms('低秩', parseGlossary({ groups: [['低秩', 'low-rank']] }), 0.6);
    expect(terms.filter(({ weight }) => weight === 1).map(({ term }) => term)).toEqual(['低', '秩', '低秩']);
    expect(terms.filter(({ weight }) => weight < 1).map(({ term }) => term)).toEqual([
      'lowrank',
      'low',
      'rank',
    ]);
  });

  it('adds nothing without a glossary', () => {
    expect(queryTerms('LoRA', EMPTY_GLOSSARY, 1)).toEqual([{ term: 'lora', weight: 1 }]);
    expect(expandedQuery('LoRA', EMPTY_GLOSSARY)).toBe('LoRA');
  });
});

describe('the glossary that ships', () => {
  const content: unknown = JSON.parse(
    readFileSync(new URL('../../../data/glossary.json', import.meta.url), 'utf8'),
  );
  const shipped = parseGlossary(content);

  it('has no name twice', () => {
    const names = shipped.names.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each([
    ['低秩适配', 'LoRA'],
    ['LoRA', '低秩适配'],
    ['人类反馈强化学习', 'RLHF'],
    ['gradient checkpointing', '梯度检查点'],
  ])('knows that %s is %s', (text, name) => {
    expect(otherNames(shipped, text)).toContain(name);
  });
});
