import { describe, expect, it } from 'vitest';
import { EMPTY_GLOSSARY, parseGlossary } from '../retrieval';
import { explanationOf, termsAskedFor, termsToExplain } from './explaining';

const glossary = parseGlossary({ groups: [['gradient checkpointing', '梯度检查点']] });
const place = (title: string, text: string) => ({ title, text, document: '笔记.md' });
const word = (text: string) => ({ text, isNamed: false });
const name = (text: string) => ({ text, isNamed: true });

describe('termsToExplain', () => {
  it.each([
    ['梯度检查点的流程是什么？', ['梯度检查点'], ['流程']],
    ['用 AdamW 训练时的步骤有哪些？', ['AdamW'], ['训练', '步骤']],
    [
      'What is the role of BatchNorm in the training process?',
      ['BatchNorm'],
      ['role', 'training', 'process'],
    ],
  ])('tells names from words: %s', (question, names, words) => {
    const terms = termsToExplain(question, glossary);
    expect(terms.filter(({ isNamed }) => isNamed).map(({ text }) => text)).toEqual(names);
    expect(terms.map(({ text }) => text)).toEqual(expect.arrayContaining(words.slice(0, 1)));
  });

  it('keeps words that stand together as one before their parts', () => {
    const [first] = termsToExplain('What are the assumptions of linear regression?', EMPTY_GLOSSARY);
    expect(first).toEqual({ text: 'linear regression', isNamed: false });
  });
});

describe('termsAskedFor', () => {
  const texts = (asked: string) => termsAskedFor(asked).map(({ text }) => text);

  it.each([
    ['能解释一下梯度检查点是什么吗', ['梯度检查点']],
    ['什么是早停', ['早停']],
    ['请问低秩是什么意思？', ['低秩']],
    ['AdamW 指什么？', ['AdamW']],
    ['解释器是什么？', ['解释器']],
    ['先验概率是什么', ['先验概率']],
    ['能先解释一下什么是能量守恒吗', ['能量守恒']],
    ['这个问题是什么意思，幂等指什么？', ['幂等']],
    ['“困惑度”怎么理解', ['困惑度']],
    ['What is early stopping?', ['early stopping']],
    ['Could you explain the term KV cache?', ['KV cache']],
    ['what does idempotent mean', ['idempotent']],
  ])('are what is asked about: %s', (asked, terms) => expect(texts(asked)).toEqual(terms));

  it.each([
    '这道题是什么意思？',
    '题目什么意思',
    '问题是什么意思',
    '能解释一下这道题吗',
    'What does this question mean?',
    'What does it mean?',
    '看不懂',
    '',
  ])('are none where the question itself is asked about: %s', (asked) => expect(texts(asked)).toEqual([]));
});

describe('explanationOf', () => {
  it.each([
    ['流程', '数据清洗的流程', '先去重，再过滤，流程走完后抽样检查。'],
    ['流程', '怎么用这份题库', '流程是指按顺序做完的几件事。'],
    ['步骤', '微调分几个步骤？', '步骤一是准备数据，步骤二是训练。'],
    ['step', 'How many steps does training take?', 'Every step of it updates the weights.'],
  ])('an everyday word is not explained by a place that only mentions it: %s', (text, title, said) => {
    expect(explanationOf(place(title, said), word(text))).toBeNull();
  });

  it.each([
    ['早停', '什么是早停？', '验证集不再变好就停下来。', '验证集不再变好就停下来。'],
    ['早停', '早停有什么用', '早停是一种正则化手段。', '早停是一种正则化手段。'],
    ['regression', 'Regression', 'Regression is the task of predicting a number.', null],
    ['overfitting', 'What is overfitting?', 'The model learns the noise.', 'The model learns the noise.'],
  ])('a word is explained where the bank defines it: %s', (text, title, said, shown) => {
    expect(explanationOf(place(title, said), word(text))).toBe(shown ?? said);
  });

  it.each([
    ['LoRA', '参数高效微调', '先说别的。LoRA（低秩适配）是一种只训练两个小矩阵的方法。', true],
    ['LoRA', 'QLoRA 是什么？', 'QLoRA 是一种省显存的做法。', false],
    ['LoRA', 'DoRA 的基本思想是什么？', '与 LoRA 相比，它分开幅度和方向。', false],
    ['RAG', 'RAG', '先检索，再生成。', true],
    ['TTL', 'Caching', 'A time to live, known as TTL, bounds the age.', true],
  ])('a name is explained where it is defined, wherever that stands: %s, %s', (text, title, said, isSaid) => {
    expect(explanationOf(place(title, said), name(text)) !== null).toBe(isSaid);
  });

  it('takes signs of patterns in a term for themselves', () => {
    expect(explanationOf(place('语言', 'C++ 是一种编译型语言。'), name('C++'))).toContain('C++');
  });

  it('goes over long texts once', () => {
    const text = `${'（'.repeat(50_000)}${'早停'.repeat(50_000)}`;
    expect(explanationOf(place('别的', text), name('早停'))).toBeNull();
  });
});
