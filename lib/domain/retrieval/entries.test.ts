import { describe, expect, it } from 'vitest';
import { aChoiceQuestion, aPassage, aQuestion } from '../../testing';
import { entriesOfQuestion, entryOfPassage } from './entries';

describe('entriesOfQuestion', () => {
  it('indexes stem and answer apart', () => {
    const entries = entriesOfQuestion(
      aQuestion({ id: 'q1', stem: '什么是 **LoRA**？', answer: '低秩[适配](http://x.y)。' }),
    );
    expect(entries).toEqual([
      { id: 'q1#stem', ownerId: 'q1', part: 'stem', text: '什么是 LoRA ？' },
      { id: 'q1#answer', ownerId: 'q1', part: 'answer', text: '低秩适配。' },
    ]);
  });

  it('finds a choice question by its options and its explanation', () => {
    const question = { ...aQuestion(), ...aChoiceQuestion() };
    const answer = entriesOfQuestion(question).find(({ part }) => part === 'answer');
    expect(answer?.text).toContain('加大批量');
    expect(answer?.text).toContain('用重新计算换显存');
  });

  it('finds a question by the words of those merged into it, the same words once', () => {
    const lines = { start: 1, end: 2 };
    const other = { documentName: 'b.md', lines };
    const question = aQuestion({
      stem: '什么是 LoRA？',
      context: '见图。',
      answer: '低秩适配。',
      otherReferences: [
        {
          ...other,
          questionId: 'q2',
          stem: '请解释低秩微调',
          answer: '冻结权重，只训两个小矩阵。',
          explanation: '省显存。',
        },
        { ...other, questionId: 'q3', stem: '什么是 LoRA？', answer: '低秩适配。' },
      ],
    });
    expect(
      entriesOfQuestion(question).map(({ text }) => text.split('\n').filter((line) => line !== '')),
    ).toEqual([
      ['什么是 LoRA？', '见图。', '请解释低秩微调'],
      ['低秩适配。', '冻结权重，只训两个小矩阵。', '省显存。'],
    ]);
  });

  it('finds a question by the code it asks about', () => {
    const question = aQuestion({ stem: '输出是什么？', context: '```python\nprint(len("ab"))\n```' });
    const [stem] = entriesOfQuestion(question);
    expect(stem?.text).toMatch(/^输出是什么？\s+print\(len\("ab"\)\)$/);
  });

  it('leaves out an answer that is not there', () => {
    const { explanation: _explanation, ...question } = aQuestion({ answer: '' });
    expect(entriesOfQuestion(question).map(({ part }) => part)).toEqual(['stem']);
  });

  it('keeps code and drops what only marks it up', () => {
    const [, answer] = entriesOfQuestion(
      aQuestion({ answer: '```python\nmodel.merge_and_unload()\n```\n| a | b |\n|---|---|' }),
    );
    expect(answer?.text).toContain('model.merge_and_unload()');
    expect(answer?.text).not.toMatch(/`|python|---/);
  });
});

describe('entryOfPassage', () => {
  it('is found by its headings as well', () => {
    const entry = entryOfPassage(aPassage({ headings: ['训练', '显存'], text: '优化器状态最占地方。' }));
    expect(entry.text).toContain('显存');
    expect(entry.text).toContain('优化器状态');
  });

  it('drops an address with brackets in it whole', () => {
    const entry = entryOfPassage(aPassage({ headings: [], text: '见[类](https://example.org/A_(b)#c)。' }));
    expect(entry.text).toBe('见类。');
  });

  it.each(['[', '[a](', '<a', '\n', '|', '- |', '`', '~~~\n'])(
    'goes over a long run of %j once, whoever wrote it',
    (sign) => {
      // Minutes with a pattern that starts over at each sign.
      const text = `赘${sign.repeat(200_000)}述`;
      expect(entryOfPassage(aPassage({ headings: [], text })).text).toMatch(/^赘[\s\S]*述$/);
    },
  );
});
