import { describe, expect, it } from 'vitest';
import { parseGlossary } from '../../retrieval';
import { expansionsIn } from './abbreviations';
import { chineseExpansionsIn, standsForAnother } from './chinese-names';
import { ExpansionLedger } from './expansions';
import { doubtReason } from './reasons';

describe('expansionsIn', () => {
  it.each([
    ['SFT(Supervised Fine-Tuning, 监督微调)', 'SFT', 'Supervised Fine Tuning'],
    ['SFT stands for Structured Fine-Tuning.', 'SFT', 'Structured Fine Tuning'],
    [
      'RLHF 的全称是 Reinforcement Learning from Human Feedback，',
      'RLHF',
      'Reinforcement Learning from Human Feedback',
    ],
    ['Low-Rank Adaptation (LoRA) freezes', 'LoRA', 'Low Rank Adaptation'],
    ['LoRa（Long Range Radio）是', 'LoRa', 'Long Range Radio'],
    ['Retrieval-Augmented Generation，简称 RAG。', 'RAG', 'Retrieval Augmented Generation'],
  ])('%s', (text, abbreviation, phrase) => {
    const [found] = expansionsIn(text);
    expect(found).toMatchObject({ abbreviation, phrase });
    expect(text).toContain(found?.quote);
  });

  it.each([
    'LoRA (see the paper)',
    'We train SFT models on data',
    'Adam (the optimizer)',
    'GPU、TPU 都可以',
    '',
  ])('nothing is expanded in: %s', (text) => {
    expect(expansionsIn(text)).toEqual([]);
  });
});

describe('Chinese names', () => {
  it('are read from brackets and after 即', () => {
    expect(
      chineseExpansionsIn('PPO（近端策略优化）与 RAG，即检索增强生成，').map(({ phrase }) => phrase),
    ).toEqual(['近端策略优化', '检索增强生成']);
  });
  it.each([
    ['结构化微调', ['监督微调', '有监督微调'], true],
    ['并行策略优化', ['近端策略优化'], true],
    ['监督式微调', ['监督微调'], false],
    ['推荐方案', ['监督微调'], false],
    ['监督微调', ['监督微调'], false],
  ])('%s beside %j', (name, known, expected) => {
    expect(standsForAnother(name, known)).toBe(expected);
  });
});

describe('ExpansionLedger', () => {
  const glossary = parseGlossary({
    groups: [
      ['SFT', 'supervised fine-tuning', '监督微调'],
      ['LoRA', 'low-rank adaptation', '低秩适配'],
    ],
  });
  const field = 'SFT 之后可以用 LoRA 继续训练。';

  function ledger(...texts: string[]): ExpansionLedger {
    const made = new ExpansionLedger(glossary);
    for (const [at, text] of texts.entries()) made.add(`q_${at}`, text);
    return made;
  }

  it('knows the glossary in its own field only', () => {
    const text = 'SFT（Structured Fine-Tuning）是一种方法。';
    expect(ledger(field, text).wrongIn(text)).toEqual([
      {
        quote: 'SFT（Structured Fine-Tuning',
        abbreviation: 'SFT',
        known: 'supervised fine-tuning',
        by: 'glossary',
      },
    ]);
    expect(ledger('线程池的参数有哪些', 'JVM 调优', '类加载', '锁', text).wrongIn(text)).toEqual([]);
  });

  it('lets spelling and inflection pass', () => {
    for (const text of ['LoRA (Low Rank Adaption)', 'LoRA (Low-Rank Adaptations of Models)'])
      expect(ledger(field, text).wrongIn(text)).toEqual([]);
  });

  it('believes most of the bank where the glossary is silent, and doubts nobody in a draw', () => {
    const right = 'JVM (Java Virtual Machine) 负责执行。';
    const wrong = 'JVM (Joint Vector Model) 负责执行。';
    expect(ledger(right, right, wrong).wrongIn(wrong)).toMatchObject([
      { known: 'Java Virtual Machine', by: 'bank' },
    ]);
    expect(ledger(right, right, wrong).wrongIn(right)).toEqual([]);
    expect(ledger(right, wrong).wrongIn(wrong)).toEqual([]);
  });
});

describe('doubtReason', () => {
  it('is one sentence in either language', () => {
    const finding = { code: 'answers-another', stem: '什么是\n量化？' } as const;
    expect(doubtReason(finding, 'zh')).toContain('“什么是 量化？”');
    expect(doubtReason(finding, 'en')).toContain('什么是 量化？');
    expect(doubtReason({ code: 'off-topic', of: 'bank' }, 'en')).not.toBe(
      doubtReason({ code: 'off-topic', of: 'question' }, 'en'),
    );
  });
});
